import { dishonestyClassLabels, dishonestyStateLabels, regimeLabels } from '#shared/domain/dishonesty/codes';
import { outlookLabels } from '#shared/domain/repair/terms';
import type { IsoDate } from '#shared/kernel/dates';
import type { Column } from '../../components/data-table/table-types';
import { StatePill } from '../../components/pill';
import { classTones, type DishonestyRow, outlookTones, recordTones, whenText } from './repair-words';

const subject: Column<DishonestyRow> = {
  key: 'subject',
  header: '失信主体',
  width: 240,
  grow: true,
  text: (row) => row.subjectName,
  sort: true,
};
const act: Column<DishonestyRow> = {
  key: 'act',
  header: '失信行为',
  width: 150,
  grow: true,
  text: (row) => row.actText,
  sort: true,
};
const level: Column<DishonestyRow> = {
  key: 'class',
  header: '程度',
  width: 82,
  text: (row) => dishonestyClassLabels[row.class],
  render: (row) => <StatePill label={dishonestyClassLabels[row.class]} tone={classTones[row.class]} />,
  sort: true,
};
const outlook: Column<DishonestyRow> = {
  key: 'outlook',
  header: '修复',
  width: 134,
  text: (row) => (row.repairId ? '修复办理中' : row.outlook ? outlookLabels[row.outlook] : ''),
  render: (row) => <OutlookPill row={row} />,
  sort: true,
};
const ends: Column<DishonestyRow> = {
  key: 'ends',
  header: '自动停止',
  width: 104,
  text: (row) => row.endsOn ?? '',
  sort: true,
};
const details: readonly Column<DishonestyRow>[] = [
  { key: 'document', header: '认定文书', width: 180, text: (row) => row.documentNo, sort: true, hidden: true },
  { key: 'authority', header: '认定机关', width: 160, text: (row) => row.authority, sort: true, hidden: true },
  { key: 'regime', header: '适用制度', width: 200, text: (row) => regimeLabels[row.regime], sort: true, hidden: true },
  {
    key: 'uscc',
    header: '统一社会信用代码',
    width: 176,
    text: (row) => row.subjectUscc ?? '',
    sort: true,
    hidden: true,
  },
];

export const recordColumns: readonly Column<DishonestyRow>[] = [
  subject,
  {
    key: 'state',
    header: '状态',
    width: 94,
    text: (row) => dishonestyStateLabels[row.state],
    render: (row) => <StatePill label={dishonestyStateLabels[row.state]} tone={recordTones[row.state]} />,
    sort: true,
  },
  act,
  level,
  { key: 'decidedOn', header: '认定日期', width: 104, text: (row) => row.decidedOn, sort: true, hidden: true },
  { key: 'earliest', header: '可申请修复', width: 104, text: (row) => row.earliestOn ?? '', sort: true },
  ends,
  outlook,
  ...details,
];

export const readyColumns = (today: IsoDate): readonly Column<DishonestyRow>[] => [
  subject,
  outlook,
  {
    key: 'when',
    header: '何时可以申请',
    width: 184,
    text: (row) => whenText(row.earliestOn, today),
    sort: (a, b) => (a.earliestOn ?? '').localeCompare(b.earliestOn ?? ''),
  },
  act,
  level,
  ends,
  ...details,
];

export function OutlookPill({ row }: { readonly row: Pick<DishonestyRow, 'outlook' | 'repairId'> }) {
  if (row.repairId) return <StatePill label="修复办理中" tone="going" />;
  return row.outlook ? <StatePill label={outlookLabels[row.outlook]} tone={outlookTones[row.outlook]} /> : null;
}
