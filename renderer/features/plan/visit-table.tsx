import { Select } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { useState } from 'react';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import { FilterChips } from '../../components/filter-chips';
import { EmptyState, QueryError } from '../../components/state-panels';
import { useRemembered } from '../../components/view-memory';
import { isLate, type Stratum, type Visit, visitStateLabels, visitStates } from './plan-words';
import type { Visits } from './use-visits';
import { visitColumns } from './visit-columns';
import { VisitPeek } from './visit-peek';

type VisitTableProps = {
  readonly visits: Visits;
  readonly strata: readonly Stratum[];
  /** Inside a section; without it the table takes the rest of the page. */
  readonly inner?: boolean;
};
type StateChip = Visit['state'] | 'all' | 'late';
const CHIPS: readonly StateChip[] = ['all', 'late', ...visitStates];
const chipLabels: Record<StateChip, string> = { all: '全部', late: '过期未查', ...visitStateLabels };

/** The drawn visits, by batch and officer; each opens its rank, key and skips beside the list. */
export function VisitTable({ visits: { rows: all, error }, strata, inner = false }: VisitTableProps) {
  const today = useToday();
  const [state, setState] = useRemembered<StateChip>('plan:visit-state', 'all');
  const [batch, setBatch] = useState<string | null>(null);
  const [officer, setOfficer] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [peekedId, setPeekedId] = useState<string | null>(null);
  const stratumOf = (id: string) => strata.find((stratum) => stratum.id === id)?.label ?? id;

  if (error) return <QueryError error={error} />;
  const rows = all ?? [];
  const within = rows.filter(
    (visit) =>
      (batch === null || String(visit.batchNo) === batch) &&
      (officer === null || visit.officers.some(({ id }) => id === officer)) &&
      visit.subjectName.includes(text.trim()),
  );
  const isIn = (visit: Visit, code: StateChip) =>
    code === 'all' || (code === 'late' ? isLate(visit, today) : visit.state === code);
  const countOf = (code: StateChip) => within.filter((visit) => isIn(visit, code)).length;
  return (
    <>
      <DataTable
        name="plan-visits"
        label="检查安排"
        unit="户"
        columns={visitColumns(stratumOf, today)}
        rows={all && within.filter((visit) => isIn(visit, state))}
        rowKey={({ id }) => id}
        onOpen={({ id }) => setPeekedId(id)}
        onPeek={({ id }) => setPeekedId(id)}
        peeking={peekedId !== null}
        {...(inner ? { maxHeight: 420 } : { asOf: today })}
        filter={{ value: text, onChange: setText, placeholder: '检查对象' }}
        chips={
          <>
            <FilterChips
              label="状态"
              value={state}
              onChange={setState}
              chips={CHIPS.filter((code) => code === 'all' || code === state || countOf(code) > 0).map((code) => ({
                value: code,
                label: chipLabels[code],
                count: all ? countOf(code) : undefined,
              }))}
            />
            <Select
              aria-label="批次"
              placeholder="批次"
              clearable
              w={104}
              data={batchOptions(rows)}
              value={batch}
              onChange={setBatch}
            />
            <Select
              aria-label="执法人员"
              placeholder="人员"
              clearable
              searchable
              w={104}
              data={officerOptions(rows)}
              value={officer}
              onChange={setOfficer}
            />
          </>
        }
        empty={<EmptyState icon={IconCalendarEvent} sentence="没有符合条件的检查安排，请放宽筛选。" />}
      />
      <VisitPeek
        visit={rows.find(({ id }) => id === peekedId) ?? null}
        stratum={stratumOf}
        onClose={() => setPeekedId(null)}
      />
    </>
  );
}

const batchOptions = (rows: readonly Visit[]) =>
  [...new Set(rows.map(({ batchNo }) => batchNo))]
    .sort((a, b) => a - b)
    .map((no) => ({ value: String(no), label: `第 ${no} 批` }));

const officerOptions = (rows: readonly Visit[]) =>
  [...new Map(rows.flatMap(({ officers }) => officers.map(({ id, name }) => [id, name] as const)))].map(
    ([value, label]) => ({ value, label }),
  );
