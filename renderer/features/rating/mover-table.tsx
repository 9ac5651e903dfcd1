import { IconChartBar } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { formatPoints } from '#shared/kernel/decimal';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { FilterChips } from '../../components/filter-chips';
import type { Bands } from '../../components/grade-bands';
import { EmptyState } from '../../components/state-panels';
import { PointsText } from '../../components/text';
import { thousands } from '../../components/words';
import { GradeChange } from './grade-change';
import { MoverPeek } from './mover-peek';
import { changeWords, kindWords } from './rating-words';
import { firstCause, type Mover, type RunFile } from './run-words';

/** Under another pack the same letter is another grade: that is a move as well. */
const keyOf = ({ from, to }: Mover): string => (from === to ? `${to}（换规则包）` : changeWords(from, to));
const deltaOf = ({ scoreThousandths, fromScoreThousandths }: Mover): number | null =>
  fromScoreThousandths === null ? null : scoreThousandths - fromScoreThousandths;

const columnsOf = (bands: Bands): readonly Column<Mover>[] => [
  { key: 'name', header: '主体', width: 230, grow: true, sort: true, text: ({ subjectName }) => subjectName },
  {
    key: 'kind',
    header: '类型',
    width: 120,
    sort: true,
    hidden: true,
    text: ({ subjectKind }) => kindWords(subjectKind),
  },
  {
    key: 'change',
    header: '等级变动',
    width: 168,
    sort: true,
    text: keyOf,
    render: ({ from, to }) => <GradeChange from={from} to={to} bands={bands} />,
  },
  {
    key: 'score',
    header: '得分',
    width: 76,
    align: 'right',
    sort: (a, b) => a.scoreThousandths - b.scoreThousandths,
    text: ({ scoreThousandths }) => formatPoints(scoreThousandths),
    render: ({ scoreThousandths }) => <PointsText value={scoreThousandths} />,
  },
  {
    key: 'delta',
    header: '增减',
    width: 76,
    align: 'right',
    sort: (a, b) => (deltaOf(a) ?? 0) - (deltaOf(b) ?? 0),
    text: (mover) => (deltaOf(mover) === null ? '' : formatPoints(deltaOf(mover) ?? 0)),
    render: (mover) => <PointsText value={deltaOf(mover)} signed />,
  },
  {
    key: 'cause',
    header: '变动原因',
    width: 380,
    sort: true,
    text: ({ causes }) => firstCause(causes),
  },
];

type MoverTableProps = { readonly run: RunFile; readonly bands: Bands };

/** Who moved and why, by the kind of move. */
export function MoverTable({ run, bands }: MoverTableProps) {
  const { moves, asOf, firstRated } = run;
  const navigate = useNavigate();
  const groups = Map.groupBy(moves, keyOf);
  const changes = [...groups.keys()].sort();
  const [chosen, setChosen] = useState('');
  const [text, setText] = useState('');
  const [peeked, setPeeked] = useState<Mover | null>(null);
  const rows = moves.filter(
    (mover) => (chosen === '' || keyOf(mover) === chosen) && mover.subjectName.includes(text.trim()),
  );
  return (
    <>
      <DataTable
        name="rating-movers"
        label="等级变动的主体"
        unit="户"
        columns={columnsOf(bands)}
        rows={rows}
        rowKey={({ ratingId }) => ratingId}
        asOf={asOf}
        maxHeight={560}
        onOpen={({ ratingId }) => navigate(`/ratings/${ratingId}`)}
        onPeek={setPeeked}
        peeking={peeked !== null}
        filter={{ value: text, onChange: setText, placeholder: '主体名称' }}
        chips={
          <FilterChips
            label="变动"
            value={chosen}
            onChange={setChosen}
            chips={[
              { value: '', label: '全部', count: moves.length },
              ...changes.map((key) => ({ value: key, label: key, count: groups.get(key)?.length ?? 0 })),
            ]}
          />
        }
        empty={
          <EmptyState
            compact
            icon={IconChartBar}
            sentence={
              firstRated > 0
                ? `首次评价 ${thousands(firstRated)} 户，没有上一次可以比较；其余各户等级与上次相同。`
                : '没有等级变动，各户等级与上次相同。'
            }
          />
        }
        emptyFiltered={<EmptyState compact icon={IconChartBar} sentence="没有符合条件的主体，请放宽筛选。" />}
      />
      <MoverPeek mover={peeked} bands={bands} onClose={() => setPeeked(null)} />
    </>
  );
}
