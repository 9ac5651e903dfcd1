import { Button } from '@mantine/core';
import { IconPlus, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { FilterChips } from '../../components/filter-chips';
import { usePasteHere } from '../../components/paste-to-import';
import { StatePill } from '../../components/pill';
import { EmptyState, QueryError } from '../../components/state-panels';
import { DateText } from '../../components/text';
import { useRemembered } from '../../components/view-memory';
import { OfficerForm } from './officer-form';
import { OfficerImport } from './officer-import';
import { OfficerPeek } from './officer-peek';
import { type Officer, officerState } from './officer-words';
import css from './sections.module.css';

type Shown = 'active' | 'all';

const columnsOf = (today: string): readonly Column<Officer>[] => [
  { key: 'name', header: '姓名', width: 84, sort: true, text: ({ name }) => name },
  { key: 'certificateNo', header: '执法证号', width: 112, sort: true, text: ({ certificateNo }) => certificateNo },
  {
    key: 'certificateUntil',
    header: '证件有效期至',
    width: 112,
    sort: true,
    text: ({ certificateUntil }) => certificateUntil ?? '',
    render: ({ certificateUntil }) => <DateText date={certificateUntil} />,
  },
  { key: 'station', header: '所在单位', width: 150, grow: true, sort: true, text: ({ station }) => station },
  { key: 'position', header: '职务', width: 110, text: ({ position }) => position, hidden: true },
  { key: 'skills', header: '专长', width: 132, text: ({ skills }) => skills.join('、') },
  {
    key: 'avoidances',
    header: '回避',
    width: 56,
    align: 'right',
    text: ({ avoidances }) => String(avoidances.length || ''),
  },
  {
    key: 'state',
    header: '状态',
    width: 128,
    text: (officer) => officerState(officer, today).label,
    render: (officer) => <StatePill {...officerState(officer, today)} />,
  },
];

/** Who inspects: certificates, skills, leave and avoidance decide who can be drawn. */
export function OfficerSection() {
  const today = useToday();
  const { data, error } = useRoute('officer.list', { activeOnly: false });
  const [shown, setShown] = useRemembered<Shown>('officers:shown', 'active');
  const [text, setText] = useRemembered('officers:filter', '');
  const [peeked, setPeeked] = useState<string | null>(null);
  const [editing, setEditing] = useState<Officer | 'new' | null>(null);
  const [importing, setImporting] = useState(false);
  usePasteHere(() => setImporting(true), !importing);
  if (error) return <QueryError error={error} />;
  const officers = data?.officers;
  const active = officers?.filter((officer) => officer.active);
  const wanted = text.trim();
  const rows = (shown === 'active' ? active : officers)?.filter((officer) =>
    `${officer.name} ${officer.certificateNo} ${officer.station} ${officer.skills.join(' ')}`.includes(wanted),
  );
  const add = (
    <Button variant="default" onClick={() => setEditing('new')}>
      登记执法人员
    </Button>
  );
  return (
    <div className={css.fill}>
      <div className={css.bar}>
        <h2>执法人员</h2>
        <div className={css.buttons}>
          <Button variant="default" onClick={() => setImporting(true)}>
            导入名单
          </Button>
          <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={() => setEditing('new')}>
            登记执法人员
          </Button>
        </div>
      </div>
      <DataTable
        name="officers"
        label="执法人员"
        unit="人"
        columns={columnsOf(today)}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={setEditing}
        onPeek={({ id }) => setPeeked(id)}
        peeking={peeked !== null}
        asOf={today}
        filter={{ value: text, onChange: setText, placeholder: '姓名、证号、单位、专长' }}
        chips={
          <FilterChips<Shown>
            label="显示哪些人员"
            value={shown}
            onChange={setShown}
            chips={[
              { value: 'active', label: '在用', count: active?.length ?? 0 },
              { value: 'all', label: '全部', count: officers?.length ?? 0 },
            ]}
          />
        }
        empty={
          <EmptyState icon={IconUserPlus} sentence="还没有执法人员；检查由两名持证人员实施，请先登记。" action={add} />
        }
        emptyFiltered={<EmptyState icon={IconUserPlus} sentence="没有符合条件的人员。" />}
      />
      <OfficerPeek
        officer={officers?.find(({ id }) => id === peeked) ?? null}
        onClose={() => setPeeked(null)}
        onEdit={setEditing}
      />
      {editing ? (
        <OfficerForm
          key={editing === 'new' ? 'new' : editing.id}
          officer={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      ) : null}
      <OfficerImport opened={importing} onClose={() => setImporting(false)} />
    </div>
  );
}
