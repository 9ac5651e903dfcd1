import type { Column } from '../../components/data-table/table-types';
import { StatePill } from '../../components/pill';
import { DateText } from '../../components/text';
import { kindWords, officerWords, type Visit, visitStateLabels, visitStateTones } from './plan-words';

export const visitColumns = (stratumOf: (id: string) => string): readonly Column<Visit>[] => [
  { key: 'subject', header: '检查对象', width: 250, grow: true, sort: true, text: ({ subjectName }) => subjectName },
  {
    key: 'date',
    header: '检查日期',
    width: 112,
    sort: true,
    text: ({ date }) => date,
    render: ({ date }) => <DateText date={date} />,
  },
  {
    key: 'batch',
    header: '批次',
    width: 84,
    sort: (a, b) => a.batchNo - b.batchNo,
    text: ({ batchNo }) => `第 ${batchNo} 批`,
  },
  { key: 'officers', header: '执法人员', width: 150, sort: true, text: officerWords },
  {
    key: 'state',
    header: '状态',
    width: 104,
    sort: true,
    text: ({ state }) => visitStateLabels[state],
    render: ({ state }) => <StatePill label={visitStateLabels[state]} tone={visitStateTones[state]} />,
  },
  {
    key: 'rank',
    header: '名次',
    width: 72,
    align: 'right',
    sort: (a, b) => a.rank - b.rank,
    text: ({ rank }) => String(rank),
  },
  { key: 'stratum', header: '分层', width: 240, sort: true, text: ({ stratum }) => stratumOf(stratum) },
  { key: 'kind', header: '类型', width: 136, hidden: true, text: ({ subjectKind }) => kindWords(subjectKind) },
  { key: 'code', header: '代码', width: 180, hidden: true, text: ({ code }) => code },
  { key: 'address', header: '地址', width: 260, hidden: true, text: ({ address }) => address ?? '' },
];
