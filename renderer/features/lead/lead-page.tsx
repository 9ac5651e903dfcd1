import { Button } from '@mantine/core';
import { IconFileExport, IconListSearch, IconTableImport, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { type LeadState, leadStateLabels, leadStates } from '#shared/domain/warning/lead';
import { useExportDocument } from '../../api/export-document';
import { useJob } from '../../api/jobs';
import { useListRows } from '../../api/list-rows';
import { useRoute } from '../../api/queries';
import { toastDone } from '../../api/toast';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import { FilterChips } from '../../components/filter-chips';
import { JobProgress } from '../../components/job-progress';
import { Page, PageHeader } from '../../components/page';
import { usePasteToImport } from '../../components/paste-to-import';
import { EmptyState } from '../../components/state-panels';
import { useRemembered } from '../../components/view-memory';
import { thousands } from '../../components/words';
import { AssignForm } from './assign-form';
import { CloseForm } from './close-form';
import { leadColumns } from './lead-columns';
import { LeadPeek } from './lead-peek';
import type { LeadRow } from './lead-words';

type Chip = LeadState | 'all';
const CHIPS: readonly Chip[] = [...leadStates, 'all'];
const SENTENCES: Record<Chip, string> = {
  new: '没有待分派的线索。',
  assigned: '没有正在办理的线索。',
  confirmed: '还没有核实的线索。',
  closed: '还没有关闭的线索。',
  all: '还没有线索。先导入申请名单或第三方名单，再筛查。',
};

/** Leads: what lists and third parties point at, until an officer has looked. */
export function LeadPage() {
  const navigate = useNavigate();
  usePasteToImport('/leads/import');
  const today = useToday();
  const [chip, setChip] = useRemembered<Chip>('lead:chip', 'new');
  const [dimension, setDimension] = useRemembered('lead:dimension', '');
  const [query, setQuery] = useRemembered('lead:query', '');
  const [peeked, setPeeked] = useState<LeadRow | null>(null);
  const [act, setAct] = useState<{ readonly kind: 'assign' | 'close'; readonly ids: readonly string[] } | null>(null);
  const document = useExportDocument();
  const scan = useJob('lead.scan');
  const filter = { ...(dimension ? { dimension } : {}), ...(query.trim() ? { query: query.trim() } : {}) };
  const list = useListRows('lead.list', { ...filter, ...(chip === 'all' ? {} : { states: [chip] }) });
  const known = useRoute('lead.list', { ...filter, limit: 1 }, { keepPrevious: true }).data;
  const counts = known?.counts;
  const countOf = (value: Chip) =>
    counts && (value === 'all' ? leadStates.reduce((sum, state) => sum + counts[state], 0) : counts[value]);

  // an office that has no lead of any kind is told how leads come about
  const nothing: Chip = dimension === '' && countOf('all') === 0 ? 'all' : chip;

  const search = async () => {
    const done = await scan.run({});
    if (!done) return;
    toastDone(
      done.inserted + done.updated + done.withdrawn === 0
        ? `已筛查 ${thousands(done.filings)} 件申请，与上次相同，没有新的线索`
        : `已筛查 ${thousands(done.filings)} 件申请：新线索 ${thousands(done.inserted)} 条，更新 ${thousands(done.updated)} 条，不再命中 ${thousands(done.withdrawn)} 条`,
    );
    scan.reset();
  };
  const importButton = (
    <Button
      variant="default"
      component={Link}
      to="/leads/import"
      leftSection={<IconTableImport size={16} stroke={1.5} />}
    >
      导入名单
    </Button>
  );
  return (
    <Page kind="list">
      <PageHeader
        title="预警"
        purpose="申请名单和第三方名单中的疑点；核实后才计入评价。"
        actions={
          <>
            <Button
              variant="default"
              loading={document.busy}
              leftSection={<IconFileExport size={16} stroke={1.5} />}
              onClick={() => void document.run('lead-list')}
            >
              导出台账
            </Button>
            <Button
              variant="default"
              component={Link}
              to="/leads/applicants"
              leftSection={<IconUsersGroup size={16} stroke={1.5} />}
            >
              申请人统计
            </Button>
            {importButton}
            <Button
              loading={scan.state.phase === 'running'}
              leftSection={<IconListSearch size={16} stroke={1.5} />}
              onClick={() => void search()}
            >
              筛查线索
            </Button>
          </>
        }
      />
      <JobProgress job={scan} label="正在筛查" kept="没有登记任何线索，原有线索不变。" />
      {known && known.dimensions.length > 1 ? (
        <FilterChips
          label="维度"
          chips={[
            { value: '', label: '全部维度' },
            ...known.dimensions.map(({ name }) => ({ value: name, label: name })),
          ]}
          value={dimension}
          onChange={setDimension}
        />
      ) : null}
      <DataTable
        name="lead"
        label="预警线索"
        unit="条"
        columns={list.columns(leadColumns)}
        rows={list.rows}
        rowKey={(row) => row.id}
        asOf={today}
        onOpen={(row) => navigate(`/leads/${row.id}`)}
        onPeek={setPeeked}
        peeking={peeked !== null}
        filter={{ value: query, onChange: setQuery, placeholder: '主体、线索号、内容' }}
        chips={
          <FilterChips
            label="状态"
            chips={CHIPS.map((value) => ({
              value,
              label: value === 'all' ? '全部' : leadStateLabels[value],
              count: countOf(value),
            }))}
            value={chip}
            onChange={setChip}
          />
        }
        bulk={(rows) => (
          <>
            <Button size="xs" variant="default" onClick={() => setAct({ kind: 'assign', ids: idsOf(rows) })}>
              分派
            </Button>
            <Button size="xs" variant="default" onClick={() => setAct({ kind: 'close', ids: idsOf(rows) })}>
              关闭
            </Button>
          </>
        )}
        empty={<EmptyState sentence={SENTENCES[nothing]} action={nothing === 'all' ? importButton : undefined} />}
        emptyFiltered={<EmptyState sentence="没有符合条件的线索，请放宽筛选。" />}
      />
      <LeadPeek row={peeked} onClose={() => setPeeked(null)} />
      {act?.kind === 'assign' ? <AssignForm ids={act.ids} onClose={() => setAct(null)} /> : null}
      {act?.kind === 'close' ? <CloseForm ids={act.ids} onClose={() => setAct(null)} /> : null}
    </Page>
  );
}

const idsOf = (rows: readonly LeadRow[]): readonly string[] => rows.map(({ id }) => id);
