import { Button } from '@mantine/core';
import { IconMapPinOff } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { Page } from '../components/page';
import { EmptyState } from '../components/state-panels';

export function NotFoundPage() {
  return (
    <Page>
      <EmptyState
        icon={IconMapPinOff}
        sentence="没有这个页面，或者它所属的记录已不在列表中。"
        action={
          <Button component={Link} to="/" variant="default">
            回到今日
          </Button>
        }
      />
    </Page>
  );
}
