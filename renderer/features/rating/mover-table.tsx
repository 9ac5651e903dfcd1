import { IconChartBar } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { IsoDate } from '#shared/kernel/dates';
import { formatPoints } from '#shared/kernel/decimal';
import { call, toApiError } from '../../api/client';
import { toastError } from '../../api/toast';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { FilterChips } from '../../components/filter-chips';
import { EmptyState } from '../../components/state-panels';
import { PointsText } from '../../components/text';
import type { Bands } from './grade-bands';
import { GradeChange } from './grade-change';
import { changeWords, type Mover } from './rating-words';

const FIRST = 'first';
const keyOf = ({ from, to }: Mover): string => (from === null ? FIRST : changeWords(from, to));

const columnsOf = (bands: Bands): readonly Column<Mover>[] => [
  { key: 'name', header: '主体', width: 320, grow: true, sort: true, text: ({ subjectName }) => subjectName },
  {
    key: 'change',
    header: '等级变动',
    width: 200,
    sort: true,
    text: ({ from, to }) => (from === null ? `首次评价 ${to}` : changeWords(from, to)),
    render: ({ from, to }) => <GradeChange from={from} to={to} bands={bands} />,
  },
  {
    key: 'score',
    header: '得分',
    width: 96,
    align: 'right',
    sort: (a, b) => a.scoreThousandths - b.scoreThousandths,
    text: ({ scoreThousandths }) => formatPoints(scoreThousandths),
    render: ({ scoreThousandths }) => <PointsText value={scoreThousandths} />,
  },
];

type MoverTableProps = { readonly moved: readonly Mover[]; readonly asOf: IsoDate; readonly bands: Bands };

/** Who moved, by the kind of move; those that were rated before come first. */
export function MoverTable({ moved, asOf, bands }: MoverTableProps) {
  const navigate = useNavigate();
  const groups = Map.groupBy(moved, keyOf);
  const changes = [...groups.keys()].filter((key) => key !== FIRST).sort();
  const [chosen, setChosen] = useState('');
  const [text, setText] = useState('');
  const rows = moved
    .filter((mover) => (chosen === '' || keyOf(mover) === chosen) && mover.subjectName.includes(text.trim()))
    .toSorted((a, b) => Number(a.from === null) - Number(b.from === null));
  const open = async ({ subjectId }: Mover) => {
    try {
      const history = await call('rating.history', { subjectId });
      navigate(history.rows[0] ? `/ratings/${history.rows[0].id}` : `/subjects/${subjectId}`);
    } catch (thrown) {
      toastError(toApiError(thrown));
    }
  };
  return (
    <DataTable
      name="rating-movers"
      label="等级变动的主体"
      unit="户"
      columns={columnsOf(bands)}
      rows={rows}
      rowKey={({ subjectId }) => subjectId}
      asOf={asOf}
      onOpen={(mover) => void open(mover)}
      filter={{ value: text, onChange: setText, placeholder: '主体名称' }}
      chips={
        <FilterChips
          label="变动"
          value={chosen}
          onChange={setChosen}
          chips={[
            { value: '', label: '全部', count: moved.length },
            ...changes.map((key) => ({ value: key, label: key, count: groups.get(key)?.length ?? 0 })),
            ...(groups.has(FIRST) ? [{ value: FIRST, label: '首次评价', count: groups.get(FIRST)?.length ?? 0 }] : []),
          ]}
        />
      }
      empty={<EmptyState icon={IconChartBar} sentence="没有等级变动，各户等级与上次相同。" />}
      emptyFiltered={<EmptyState icon={IconChartBar} sentence="没有符合条件的主体，请放宽筛选。" />}
    />
  );
}
