import { inspectionStateLabels } from '#shared/domain/inspection/codes';
import { resultLabels } from '#shared/domain/inspection/result-codes';
import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import { subjectKindLabels } from '#shared/domain/subject/subject';
import type { Column } from '../../components/data-table/table-types';
import { StatePill } from '../../components/pill';
import { type InspectionRow, officerNames, stateTones, timeText } from './inspection-words';

const resultText = (row: InspectionRow): string => (row.resultCode ? resultLabels[row.resultCode] : '');

export const inspectionColumns: readonly Column<InspectionRow>[] = [
  { key: 'subject', header: '检查对象', width: 210, grow: true, text: (row) => row.subjectName, sort: true },
  {
    key: 'state',
    header: '状态',
    width: 92,
    text: (row) => inspectionStateLabels[row.state],
    render: (row) => <StatePill label={inspectionStateLabels[row.state]} tone={stateTones[row.state]} />,
    sort: true,
  },
  { key: 'startedAt', header: '检查时间', width: 136, text: (row) => timeText(row.startedAt), sort: true },
  { key: 'kind', header: '类型', width: 100, text: (row) => inspectionKindLabels[row.kind], sort: true },
  { key: 'officers', header: '执法人员', width: 124, text: (row) => officerNames(row.officers), sort: true },
  { key: 'result', header: '检查结果', width: 150, text: resultText, sort: true },
  {
    key: 'findings',
    header: '问题',
    width: 64,
    align: 'right',
    text: (row) => String(row.openFindings),
    sort: (a, b) => a.openFindings - b.openFindings,
  },
  { key: 'no', header: '文号', width: 190, text: (row) => row.no, sort: true, hidden: true },
  { key: 'checklist', header: '检查表', width: 150, text: (row) => row.checklistTitle, sort: true, hidden: true },
  {
    key: 'subjectKind',
    header: '对象类型',
    width: 120,
    text: (row) => subjectKindLabels[row.subjectKind as keyof typeof subjectKindLabels] ?? row.subjectKind,
    sort: true,
    hidden: true,
  },
  {
    key: 'uscc',
    header: '统一社会信用代码',
    width: 176,
    text: (row) => row.subjectUscc ?? '',
    sort: true,
    hidden: true,
  },
];
