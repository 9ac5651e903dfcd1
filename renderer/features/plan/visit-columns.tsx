import type { Column } from '../../components/data-table/table-types';
import { StatePill } from '../../components/pill';
import { DateText } from '../../components/text';
import { kindWords, officerWords, type Visit, visitPill } from './plan-words';

export const visitColumns = (stratumOf: (id: string) => string, today: string): readonly Column<Visit>[] => [
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
    width: 108,
    sort: true,
    text: (visit) => visitPill(visit, today).label,
    render: (visit) => <StatePill {...visitPill(visit, today)} />,
  },
  { key: 'kind', header: '类型', width: 136, sort: true, text: ({ subjectKind }) => kindWords(subjectKind) },
  {
    key: 'rank',
    header: '层内名次',
    width: 88,
    align: 'right',
    hidden: true,
    sort: (a, b) => a.rank - b.rank,
    text: ({ rank }) => String(rank),
  },
  { key: 'stratum', header: '分层', width: 240, hidden: true, sort: true, text: ({ stratum }) => stratumOf(stratum) },
  { key: 'code', header: '代码', width: 180, hidden: true, text: ({ code }) => code },
  { key: 'address', header: '地址', width: 260, hidden: true, text: ({ address }) => address ?? '' },
];
