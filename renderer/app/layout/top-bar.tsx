import { Button } from '@mantine/core';
import { IconBell, IconSearch } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { KeyHint } from '../../components/text';
import { openPalette } from '../command-palette';
import { ActorMenu } from './actor-menu';
import css from './top-bar.module.css';

export function TopBar() {
  const today = useRoute('today.get', {}).data;
  const urgent = today?.items.filter((item) => item.urgency === 'overdue' || item.urgency === 'today').length ?? 0;
  return (
    <header className={css.bar}>
      <button type="button" className={css.search} onClick={openPalette}>
        <IconSearch size={16} stroke={1.5} aria-hidden />
        <span className={css.words}>搜索主体名称、拼音、代码尾号，或页面</span>
        <KeyHint keys="Ctrl+K" />
      </button>
      <div className={css.right}>
        {urgent > 0 ? (
          <Button
            component={Link}
            to="/"
            variant="subtle"
            color="gray.8"
            leftSection={<IconBell size={18} stroke={1.5} />}
          >
            {urgent} 项到期待办
          </Button>
        ) : null}
        <ActorMenu />
      </div>
    </header>
  );
}
