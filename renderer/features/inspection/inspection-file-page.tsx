import { Button } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { Page } from '../../components/page';
import { Loading, QueryError } from '../../components/state-panels';
import { FinishedPage } from './finished-page';
import { WorkPage } from './work-page';

/** `/inspections/:id`: the work while it is open, the record once it is finished. */
export function InspectionFilePage() {
  const { id = '' } = useParams();
  const file = useRoute('inspection.get', { id });
  if (file.data) {
    const Shown = file.data.state === 'open' ? WorkPage : FinishedPage;
    return <Shown key={id} file={file.data} />;
  }
  return (
    <Page>
      {file.error ? (
        <QueryError
          error={file.error}
          actions={
            <Button component={Link} to="/inspections" variant="default">
              返回检查列表
            </Button>
          }
        />
      ) : (
        <Loading label="正在读取检查记录" />
      )}
    </Page>
  );
}
