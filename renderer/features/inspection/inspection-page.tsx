import { Button, Select } from '@mantine/core';
import { IconClipboardPlus, IconRoute, IconTableExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { inspectionStateLabels, inspectionStates } from '#shared/domain/inspection/codes';
import { type InspectionKind, inspectionKindLabels, inspectionKinds } from '#shared/domain/plan/inspection-kinds';
import { useExportDocument } from '../../api/export-document';
import { useListRows } from '../../api/list-rows';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DataTable } from '../../components/data-table/data-table';
import { FilterChips } from '../../components/filter-chips';
import { Page, PageHeader } from '../../components/page';
import { EmptyState } from '../../components/state-panels';
import { useRemembered } from '../../components/view-memory';
import { inspectionColumns } from './inspection-columns';
import { InspectionPeek } from './inspection-peek';
import type { InspectionRow } from './inspection-words';

type Chip = (typeof inspectionStates)[number] | 'all';
const KINDS = inspectionKinds.map((value) => ({ value, label: inspectionKindLabels[value] }));

/** Every check of a subject, the running ones first. */
export function InspectionPage() {
  const navigate = useNavigate();
  const today = useToday();
  const [chip, setChip] = useRemembered<Chip>('inspection:state', 'open');
  const [kind, setKind] = useRemembered<InspectionKind | null>('inspection:kind', null);
  const [query, setQuery] = useRemembered('inspection:query', '');
  const [peeked, setPeeked] = useState<InspectionRow | null>(null);
  const { run, busy } = useExportDocument();

  const also = { ...(kind ? { kind } : {}), ...(query.trim() ? { query: query.trim() } : {}) };
  const list = useListRows('inspection.list', { ...(chip === 'all' ? {} : { state: chip }), ...also });
  const open = useRoute('inspection.list', { state: 'open', limit: 1 }).data?.total;
  const finished = useRoute('inspection.list', { state: 'finished', limit: 1 }).data?.total;
  const counts: Readonly<Record<Chip, number | undefined>> = {
    open,
    finished,
    all: open === undefined || finished === undefined ? undefined : open + finished,
  };
  const start = (variant: 'filled' | 'default') => (
    <Button
      variant={variant}
      leftSection={<IconClipboardPlus size={16} stroke={1.5} />}
      onClick={() => navigate('/inspections/new')}
    >
      开始检查
    </Button>
  );

  return (
    <Page kind="list">
      <PageHeader
        title="检查"
        purpose="现场检查和书面检查的记录，逐项作答、当场保存。"
        actions={
          <>
            <Button variant="default" onClick={() => navigate('/scans')}>
              扫描件归档
            </Button>
            <Button
              variant="default"
              loading={busy}
              leftSection={<IconTableExport size={16} stroke={1.5} />}
              onClick={() => void run('inspection-results')}
            >
              导出检查结果…
            </Button>
            <Button
              variant="default"
              leftSection={<IconRoute size={16} stroke={1.5} />}
              onClick={() => navigate('/inspections/outing')}
            >
              外出清单
            </Button>
            <Button variant="default" onClick={() => navigate('/results')}>
              检查结果与公示
            </Button>
            {start('filled')}
          </>
        }
      />
      <DataTable
        name="inspection"
        label="检查"
        unit="次"
        columns={list.columns(inspectionColumns)}
        rows={list.rows}
        rowKey={(row) => row.id}
        asOf={today}
        onOpen={(row) => navigate(`/inspections/${row.id}`)}
        onPeek={setPeeked}
        peeking={peeked !== null}
        filter={{ value: query, onChange: setQuery, placeholder: '主体、文号' }}
        chips={
          <>
            <FilterChips
              label="状态"
              chips={[...inspectionStates, 'all' as const].map((value) => ({
                value,
                label: value === 'all' ? '全部' : inspectionStateLabels[value],
                count: counts[value],
              }))}
              value={chip}
              onChange={setChip}
            />
            <Select
              aria-label="检查类型"
              placeholder="全部类型"
              w={136}
              clearable
              data={KINDS}
              value={kind}
              onChange={(value) => setKind(value as InspectionKind | null)}
            />
          </>
        }
        empty={
          <EmptyState
            sentence={chip === 'open' ? '没有进行中的检查。' : '还没有检查记录。'}
            action={start('default')}
          />
        }
        emptyFiltered={<EmptyState sentence="没有符合条件的检查，请放宽筛选。" />}
      />
      <InspectionPeek row={peeked} onClose={() => setPeeked(null)} />
    </Page>
  );
}
