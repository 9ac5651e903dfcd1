import type { Column } from '../../components/data-table/table-types';
import { StatePill } from '../../components/pill';
import { kindsWords, originLabels, type PackRow, packState, statusWords, termWords, versionWords } from './pack-words';

const forceWords = ({ inForceFor }: PackRow): string => kindsWords(inForceFor);

export const packColumns = (today: string): readonly Column<PackRow>[] => [
  { key: 'title', header: '规则包', width: 232, grow: true, sort: true, text: ({ title }) => title },
  {
    key: 'state',
    header: '状态',
    width: 92,
    sort: true,
    text: (pack) => packState(pack, today).label,
    render: (pack) => <StatePill {...packState(pack, today)} />,
  },
  { key: 'force', header: '正用于', width: 156, sort: true, text: forceWords },
  { key: 'version', header: '版本', width: 72, sort: (a, b) => a.version - b.version, text: versionWords },
  { key: 'status', header: '性质', width: 84, sort: true, text: ({ status }) => statusWords(status) },
  { key: 'place', header: '适用地区', width: 84, sort: true, text: ({ place }) => place },
  {
    key: 'term',
    header: '施行日期',
    width: 116,
    sort: (a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom),
    text: ({ effectiveFrom, effectiveTo }) => termWords(effectiveFrom, effectiveTo),
  },
  {
    key: 'unverified',
    header: '未核实',
    width: 76,
    align: 'right',
    sort: (a, b) => a.unverified - b.unverified,
    text: ({ unverified }) => (unverified === 0 ? '' : `${unverified} 处`),
  },
  { key: 'origin', header: '来源', width: 104, hidden: true, sort: true, text: ({ origin }) => originLabels[origin] },
  { key: 'issuer', header: '制定机关', width: 180, hidden: true, sort: true, text: ({ issuer }) => issuer },
  {
    key: 'kinds',
    header: '适用主体',
    width: 200,
    hidden: true,
    text: ({ subjectKinds }) => kindsWords(subjectKinds),
  },
];
