import { IconRefreshDot } from '@tabler/icons-react';
import { useNavigate } from 'react-router-dom';
import { dishonestyClassLabels, dishonestyStateLabels } from '#shared/domain/dishonesty/codes';
import { repairStateLabels } from '#shared/domain/repair/repair';
import { outlookLabels } from '#shared/domain/repair/terms';
import type { RouteOutput } from '#shared/ipc/contract';
import { useListRows } from '../../api/list-rows';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { StatePill, type StateTone } from '../../components/pill';
import { Section } from '../../components/section';
import { EmptyState } from '../../components/state-panels';
import { DateText } from '../../components/text';
import css from './panels.module.css';

type Dishonesty = RouteOutput<'dishonesty.list'>['rows'][number];
type Repair = RouteOutput<'repair.list'>['rows'][number];

const DISHONESTY_TONES: Record<Dishonesty['state'], StateTone> = {
  active: 'grave',
  repaired: 'done',
  expired: 'off',
  withdrawn: 'off',
};
const REPAIR_TONES: Record<Repair['state'], StateTone> = {
  applied: 'going',
  verified: 'going',
  opined: 'going',
  granted: 'done',
  refused: 'warn',
  closed: 'off',
};

const dishonestyColumns: readonly Column<Dishonesty>[] = [
  { key: 'act', header: '失信行为', width: 240, grow: true, text: ({ actText }) => actText },
  { key: 'class', header: '程度', width: 72, text: (row) => dishonestyClassLabels[row.class] },
  { key: 'decidedOn', header: '认定日期', width: 110, sort: true, text: ({ decidedOn }) => decidedOn },
  { key: 'documentNo', header: '文书号', width: 180, text: ({ documentNo }) => documentNo },
  {
    key: 'earliestOn',
    header: '最早可修复',
    width: 110,
    text: ({ earliestOn }) => earliestOn ?? '',
    render: ({ earliestOn }) => <DateText date={earliestOn} />,
  },
  { key: 'outlook', header: '修复', width: 130, text: ({ outlook }) => (outlook ? outlookLabels[outlook] : '') },
  {
    key: 'state',
    header: '状态',
    width: 100,
    text: ({ state }) => dishonestyStateLabels[state],
    render: ({ state }) => <StatePill label={dishonestyStateLabels[state]} tone={DISHONESTY_TONES[state]} />,
  },
];

const repairColumns: readonly Column<Repair>[] = [
  { key: 'no', header: '编号', width: 200, grow: true, text: ({ no }) => no },
  { key: 'appliedOn', header: '申请日期', width: 110, sort: true, text: ({ appliedOn }) => appliedOn },
  {
    key: 'state',
    header: '状态',
    width: 130,
    text: ({ state }) => repairStateLabels[state],
    render: ({ state }) => <StatePill label={repairStateLabels[state]} tone={REPAIR_TONES[state]} />,
  },
];

/** Dishonesty records of a subject and the repairs applied for. */
export function CreditPanel({ subjectId }: { readonly subjectId: string }) {
  const navigate = useNavigate();
  const records = useListRows('dishonesty.list', { subjectId });
  const repairs = useListRows('repair.list', { subjectId });
  return (
    <div className={css.stack}>
      <Section title="失信记录" count={records.total} flush>
        <DataTable
          name="subject-dishonesty"
          label="失信记录"
          columns={records.columns(dishonestyColumns)}
          rows={records.rows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => navigate(`/repairs/records/${id}`)}
          maxHeight={320}
          empty={<EmptyState compact icon={IconRefreshDot} sentence="没有失信记录。" />}
        />
      </Section>
      <Section title="信用修复" count={repairs.total} flush>
        <DataTable
          name="subject-repairs"
          label="信用修复"
          columns={repairs.columns(repairColumns)}
          rows={repairs.rows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => navigate(`/repairs/${id}`)}
          maxHeight={280}
          empty={<EmptyState compact sentence="没有信用修复申请。" />}
        />
      </Section>
    </div>
  );
}
