import { Menu } from '@mantine/core';
import { IconChevronDown, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useAction, useRoute } from '../../api/queries';
import css from './top-bar.module.css';

/** Who is acting: every entry that follows carries this name. */
export function ActorMenu() {
  const [opened, setOpened] = useState(false);
  const navigate = useNavigate();
  const actor = useRoute('office.get', {}).data?.actor ?? null;
  const officers = useRoute('officer.list', { activeOnly: true }, { enabled: opened }).data?.officers ?? [];
  const actAs = useAction('office.act-as', {
    done: (_output, { officerId }) => `现在由${officers.find((o) => o.id === officerId)?.name ?? ''}经办`,
  });
  return (
    <Menu opened={opened} onChange={setOpened} width={280}>
      <Menu.Target>
        <button type="button" className={css.actor} aria-label={actor ? `经办人 ${actor.name}，更换` : '选择经办人'}>
          <span className={css.face} aria-hidden>
            {actor ? actor.name.slice(0, 1) : '？'}
          </span>
          {actor ? (
            <>
              {actor.name}
              <span className={css.certificate}>{actor.certificateNo}</span>
            </>
          ) : (
            <span className={css.nobody}>未选择经办人</span>
          )}
          <IconChevronDown size={14} stroke={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>由谁经办</Menu.Label>
        <div className={css.scroll}>
          {officers.map((officer) => (
            <Menu.Item
              key={officer.id}
              disabled={officer.id === actor?.id}
              rightSection={<span className={css.certificate}>{officer.certificateNo}</span>}
              onClick={() => void actAs.run({ officerId: officer.id })}
            >
              {officer.name}
            </Menu.Item>
          ))}
          {officers.length === 0 ? <p className={css.empty}>还没有执法人员，请先在设置中添加。</p> : null}
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconUserPlus size={16} stroke={1.5} />} onClick={() => navigate('/settings')}>
          管理执法人员
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
