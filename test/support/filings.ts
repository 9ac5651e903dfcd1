import { patentCheckDigit } from '#shared/domain/filing/patent-number';
import type { RouteInput } from '#shared/ipc/contract';
import type { TestEngine } from './engine';
import { csvOf } from './import-files';

type Kind = RouteInput<'filing.run-import'>['kind'];
type Cells = readonly (string | number)[];

export const patentNo = (serial: number): string => {
  const body = `20241${String(serial).padStart(7, '0')}`;
  return `${body}.${patentCheckDigit(body)}`;
};

export const PATENT_HEADER = [
  '申请号',
  '发明名称',
  '申请人',
  '申请人代码',
  '代理机构',
  '申请日',
  '通报日期',
  '处理情况',
  '处理日期',
];
/** A notified application of `applicant`; give what differs. */
export const patentRow = (
  serial: number,
  applicant: string,
  { code = '', agency = '', notifiedOn = '2026-03-02', handling = '', handledOn = '' } = {},
): Cells => [
  patentNo(serial),
  `一种示例装置${serial}`,
  applicant,
  code,
  agency,
  '2024-05-06',
  notifiedOn,
  handling,
  handledOn,
];

export const MARK_HEADER = [
  '申请号',
  '商标',
  '类别',
  '申请人',
  '统一社会信用代码',
  '代理机构',
  '申请日期',
  '受让人',
  '转让日期',
  '决定种类',
  '决定文号',
  '决定日期',
];
export const markRow = (
  number: number,
  applicant: string,
  {
    mark = `某示例${number}`,
    classes = '35',
    code = '',
    agency = '',
    filedOn = '2026-03-02',
    assignee = '',
    assignedOn = '',
    decision = ['', '', ''] as readonly string[],
  } = {},
): Cells => [number, mark, classes, applicant, code, agency, filedOn, assignee, assignedOn, ...decision];

/** A rush of one applicant: so many trademark filings on as many days. */
export const rushOf = (applicant: string, count: number, first: number, change: Parameters<typeof markRow>[2] = {}) =>
  Array.from({ length: count }, (_, at) =>
    markRow(first + at, applicant, { filedOn: `2026-03-${String(1 + (at % 28)).padStart(2, '0')}`, ...change }),
  );

let files = 0;
/** A file of that list, chosen by the officer. */
export const listFile = (test: TestEngine, header: readonly string[], rows: readonly Cells[]) =>
  test.choose(`名单${files++}.csv`, csvOf([header, ...rows]));

export const importList = (
  test: TestEngine,
  kind: Kind,
  rows: readonly Cells[],
  header = kind === 'trademark' ? MARK_HEADER : PATENT_HEADER,
) => test.call('filing.run-import', { kind, file: listFile(test, header, rows) });

export const allLeads = async (test: TestEngine, input: Partial<RouteInput<'lead.list'>> = {}) =>
  (await test.call('lead.list', { limit: 1000, ...input })).rows;
