import { Button } from '@mantine/core';
import { IconClipboardCheck } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router-dom';
import { inspectionStateLabels } from '#shared/domain/inspection/codes';
import { resultLabels } from '#shared/domain/inspection/result-codes';
import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import { rectificationStateLabels } from '#shared/domain/rectification/rectification';
import type { RouteOutput } from '#shared/ipc/contract';
import { useListRows } from '../../api/list-rows';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { StatePill, type StateTone } from '../../components/pill';
import { Section } from '../../components/section';
import { EmptyState } from '../../components/state-panels';
import { DueText } from '../../components/text';
import css from './panels.module.css';

type Inspection = RouteOutput<'inspection.list'>['rows'][number];
type Rectification = RouteOutput<'rectification.list'>['rows'][number];

const inspectionColumns: readonly Column<Inspection>[] = [
  { key: 'no', header: '检查编号', width: 190, grow: true, text: ({ no }) => no },
  { key: 'startedAt', header: '检查日期', width: 110, sort: true, text: ({ startedAt }) => startedAt.slice(0, 10) },
  { key: 'kind', header: '方式', width: 120, text: ({ kind }) => inspectionKindLabels[kind] },
  {
    key: 'result',
    header: '结果',
    width: 220,
    text: ({ resultCode }) => (resultCode ? resultLabels[resultCode] : ''),
  },
  { key: 'findings', header: '问题', width: 64, align: 'right', text: ({ openFindings }) => String(openFindings) },
  { key: 'officers', header: '执法人员', width: 140, text: ({ officers }) => officers.map((o) => o.name).join('、') },
  {
    key: 'state',
    header: '状态',
    width: 100,
    text: ({ state }) => inspectionStateLabels[state],
    render: ({ state }) => (
      <StatePill label={inspectionStateLabels[state]} tone={state === 'open' ? 'going' : 'done'} />
    ),
  },
];

const RECTIFICATION_TONES: Record<Rectification['state'], StateTone> = {
  ordered: 'going',
  closed: 'done',
  escalated: 'grave',
  cancelled: 'off',
};

const rectificationColumns: readonly Column<Rectification>[] = [
  { key: 'no', header: '文书号', width: 200, grow: true, text: ({ no }) => no },
  { key: 'orderedOn', header: '责令日期', width: 110, sort: true, text: ({ orderedOn }) => orderedOn },
  {
    key: 'items',
    header: '已整改',
    width: 80,
    text: ({ correctedCount, itemCount }) => `${correctedCount} / ${itemCount} 项`,
  },
  {
    key: 'remaining',
    header: '期限',
    width: 200,
    text: ({ remaining }) => remaining,
    render: ({ remaining, overdue }) => <DueText words={remaining} tone={overdue ? 'overdue' : 'soon'} />,
  },
  {
    key: 'state',
    header: '状态',
    width: 110,
    text: ({ state }) => rectificationStateLabels[state],
    render: ({ state }) => <StatePill label={rectificationStateLabels[state]} tone={RECTIFICATION_TONES[state]} />,
  },
];

/** Visits to a subject and the orders that came out of them. */
export function InspectionPanel({ subjectId }: { readonly subjectId: string }) {
  const navigate = useNavigate();
  const inspections = useListRows('inspection.list', { subjectId });
  const rectifications = useListRows('rectification.list', { subjectId });
  return (
    <div className={css.stack}>
      <Section title="检查" count={inspections.total} flush>
        <DataTable
          name="subject-inspections"
          label="检查"
          columns={inspections.columns(inspectionColumns)}
          rows={inspections.rows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => navigate(`/inspections/${id}`)}
          maxHeight={360}
          empty={
            <EmptyState
              compact
              icon={IconClipboardCheck}
              sentence="没有检查记录。"
              action={
                <Button component={Link} to={`/inspections/new?subject=${subjectId}`} variant="default">
                  开展检查
                </Button>
              }
            />
          }
        />
      </Section>
      <Section title="责令改正" count={rectifications.total} flush>
        <DataTable
          name="subject-rectifications"
          label="责令改正"
          columns={rectifications.columns(rectificationColumns)}
          rows={rectifications.rows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => navigate(`/rectifications/${id}`)}
          maxHeight={280}
          empty={<EmptyState compact sentence="没有责令改正记录；责令改正由检查发现的问题开具。" />}
        />
      </Section>
    </div>
  );
}
