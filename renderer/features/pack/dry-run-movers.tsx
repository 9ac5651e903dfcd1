import { Button } from '@mantine/core';
import { IconArrowRight, IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { formatPoints } from '#shared/kernel/decimal';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { Facts } from '../../components/facts';
import { FilterChips } from '../../components/filter-chips';
import type { GradeBand } from '../../components/grade-bands';
import { PeekDrawer } from '../../components/peek-drawer';
import { GradePill } from '../../components/pill';
import { Section } from '../../components/section';
import { EmptyState } from '../../components/state-panels';
import css from './pack.module.css';
import { type DryRun, kindWords, type Mover } from './pack-words';

type LookOf = (code: string) => GradeBand | undefined;
type DryRunMoversProps = { readonly result: DryRun; readonly lookOf: LookOf };

const FIRST = '首次评价';
const changeWords = ({ from, to }: Mover): string => (from === null ? FIRST : `${from} → ${to}`);
const scoreWords = ({ fromScoreThousandths, scoreThousandths }: Mover): string =>
  fromScoreThousandths === null
    ? formatPoints(scoreThousandths)
    : `${formatPoints(fromScoreThousandths)} → ${formatPoints(scoreThousandths)}`;
const causeWords = ({ causes }: Mover): string => causes.map(({ sentence }) => sentence).join('；');

const columnsOf = (lookOf: LookOf): readonly Column<Mover>[] => [
  { key: 'name', header: '主体', width: 240, sort: true, text: ({ subjectName }) => subjectName },
  { key: 'kind', header: '类型', width: 104, sort: true, text: ({ subjectKind }) => kindWords(subjectKind) },
  {
    key: 'change',
    header: '等级变动',
    width: 168,
    sort: true,
    text: changeWords,
    render: (mover) => <Change mover={mover} lookOf={lookOf} />,
  },
  {
    key: 'score',
    header: '得分',
    width: 116,
    align: 'right',
    sort: (a, b) => a.scoreThousandths - b.scoreThousandths,
    text: scoreWords,
  },
  { key: 'cause', header: '原因', width: 260, grow: true, text: causeWords },
];

/** Who would move, and why. */
export function DryRunMovers({ result, lookOf }: DryRunMoversProps) {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState('');
  const [text, setText] = useState('');
  const [peeked, setPeeked] = useState<Mover | null>(null);
  const groups = Map.groupBy(result.moved, changeWords);
  const wanted = text.trim();
  const rows = result.moved.filter(
    (mover) => (chosen === '' || changeWords(mover) === chosen) && mover.subjectName.includes(wanted),
  );
  return (
    <Section title="变动名单" count={result.moved.length} hint="单击看全部原因，双击打开主体档案" flush>
      <DataTable
        name="pack-movers"
        label="等级变动的主体"
        unit="户"
        maxHeight={440}
        columns={columnsOf(lookOf)}
        rows={rows}
        rowKey={({ subjectId }) => subjectId}
        onOpen={({ subjectId }) => navigate(`/subjects/${subjectId}`)}
        onPeek={setPeeked}
        peeking={peeked !== null}
        {...(result.moved.length > 12
          ? {
              filter: { value: text, onChange: setText, placeholder: '主体名称' },
              chips: (
                <FilterChips
                  label="变动"
                  value={chosen}
                  onChange={setChosen}
                  chips={[
                    { value: '', label: '全部', count: result.moved.length },
                    ...[...groups]
                      .toSorted(([a], [b]) => Number(a === FIRST) - Number(b === FIRST) || a.localeCompare(b))
                      .map(([value, movers]) => ({ value, label: value, count: movers.length })),
                  ]}
                />
              ),
            }
          : {})}
        empty={<EmptyState icon={IconScale} compact sentence="没有等级变动，启用后各户等级照旧。" />}
        emptyFiltered={<EmptyState icon={IconScale} compact sentence="没有符合条件的主体，请换一个词。" />}
      />
      <MoverPeek mover={peeked} lookOf={lookOf} onClose={() => setPeeked(null)} />
    </Section>
  );
}

type ChangeProps = { readonly mover: Mover; readonly lookOf: LookOf };

function Change({ mover: { from, to }, lookOf }: ChangeProps) {
  return (
    <span className={css.change}>
      {from === null ? null : (
        <>
          <GradePill code={from} band={lookOf(from)} />
          <IconArrowRight size={14} stroke={1.5} aria-label="变为" />
        </>
      )}
      <GradePill code={to} band={lookOf(to)} />
    </span>
  );
}

type MoverPeekProps = { readonly mover: Mover | null; readonly lookOf: LookOf; readonly onClose: () => void };

/** Why one subject would move, cause by cause. */
function MoverPeek({ mover, lookOf, onClose }: MoverPeekProps) {
  if (!mover) return null;
  return (
    <PeekDrawer
      open
      onClose={onClose}
      title={mover.subjectName}
      badges={<Change mover={mover} lookOf={lookOf} />}
      actions={
        <Button component={Link} to={`/subjects/${mover.subjectId}`} variant="default">
          打开主体档案
        </Button>
      }
    >
      <Facts
        columns={2}
        items={[
          { label: '类型', value: kindWords(mover.subjectKind) },
          { label: '得分', value: scoreWords(mover) },
        ]}
      />
      <section aria-label="变动的原因">
        <h3 className={css.small}>变动的原因</h3>
        <ol className={css.sentences}>
          {mover.causes.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      </section>
    </PeekDrawer>
  );
}
