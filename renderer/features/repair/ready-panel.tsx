import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import { FilterChips } from '../../components/filter-chips';
import { EmptyState, QueryError } from '../../components/state-panels';
import { useRemembered } from '../../components/view-memory';
import { readyColumns } from './record-columns';
import { RecordPeek } from './record-peek';
import type { DishonestyRow } from './repair-words';

const AHEAD = ['0', '30', '90', '180'] as const;
type Ahead = (typeof AHEAD)[number];
const LABELS: Record<Ahead, string> = {
  0: '现在可以申请',
  30: '30 天内',
  90: '90 天内',
  180: '180 天内',
};

/** Whom to call: who may apply now or soon, earliest first. */
export function ReadyPanel() {
  const navigate = useNavigate();
  const today = useToday();
  const [ahead, setAhead] = useRemembered<Ahead>('repair:ahead', '30');
  const [peeked, setPeeked] = useState<DishonestyRow | null>(null);
  const columns = useMemo(() => readyColumns(today), [today]);
  const ready = useRoute('repair.list-ready', { withinDays: Number(ahead) }, { keepPrevious: true });
  if (ready.error) return <QueryError error={ready.error} />;
  return (
    <>
      <DataTable
        name="repairable"
        label="可修复的失信记录"
        unit="条"
        columns={columns}
        rows={ready.data?.rows}
        rowKey={(row) => row.id}
        asOf={today}
        onOpen={(row) => navigate(`/repairs/records/${row.id}`)}
        onPeek={setPeeked}
        peeking={peeked !== null}
        chips={
          <FilterChips
            label="多久以内可以申请"
            chips={AHEAD.map((value) => ({ value, label: LABELS[value] }))}
            value={ahead}
            onChange={setAhead}
          />
        }
        empty={
          <EmptyState
            sentence={`${ahead === '0' ? '现在' : ` ${LABELS[ahead]}`}没有可以申请修复的失信记录。`.trim()}
            action={
              ahead === '180' ? undefined : (
                <Button variant="default" onClick={() => setAhead('180')}>
                  查看 180 天内的
                </Button>
              )
            }
          />
        }
      />
      <RecordPeek row={peeked} onClose={() => setPeeked(null)} />
    </>
  );
}
