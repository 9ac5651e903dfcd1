import { inspectionMethodLabels, inspectionStateLabels } from '#shared/domain/inspection/codes';
import { dispositionLabels, resultLabels } from '#shared/domain/inspection/result-codes';
import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import { dueOf as dateDue } from '#shared/domain/rectification/term';
import { reviewTabLabels } from '#shared/domain/review/review';
import { jsonColumn, officers, officersText } from './data/json-column';
import { countInspections, iterateInspections } from './data/list-repository';
import { kindText } from './data/subject-repository';
import type { ReportDefinition } from './definition';
import { fileNameOf, requireYear } from './params';
import { column, identity, label, type Row, value, writeRegister } from './register';

export const inspectionResults: ReportDefinition = {
  id: 'inspection-results',
  title: '检查结果登记表',
  group: 'list',
  description: '一年内的检查及结果、公示、后续处置；更正过的按更正后的结果。不填年度则为本年。',
  params: [{ key: 'year', label: '年度', type: 'year' }],
  gather: async (context, params) => {
    const pairText = onceEach((text) => officersText(jsonColumn(officers, text, '检查人员')));
    const calendar = context.packs.calendar();
    const { term } = context.packs.review().publish;
    // many inspections end on one day
    const dueOf = onceEach((on) => dateDue(on, term, calendar).date);
    const year = requireYear(params['year']?.trim() || context.today.slice(0, 4));
    return {
      fileName: fileNameOf('检查结果登记表', year),
      owner: { table: 'inspection', id: year },
      numbering: { kind: 'none' },
      write: (path, issue) =>
        writeRegister(
          path,
          {
            sheetName: `检查结果登记表 ${year}`,
            title: `${year}年检查结果登记表`,
            columns: [
              column('检查记录编号', 24),
              column('检查对象', 34, 'text', true),
              column('统一社会信用代码／证件号', 26),
              column('主体类型', 12),
              column('检查类型', 10),
              column('核查方式', 12),
              column('检查日期', 11, 'date'),
              column('检查人员（执法证号）', 26, 'text', true),
              column('问题数', 8, 'int'),
              column('结果代码', 10),
              column('检查结果', 22, 'text', true),
              column('后续处置措施', 30, 'text', true),
              column('状态', 7),
              column('办结日期', 11, 'date'),
              column('公示状态', 10),
              column('公示期限', 11, 'date'),
              column('公示日期', 11, 'date'),
              column('是否完结', 8),
              column('完结日期', 11, 'date'),
            ],
            expected: countInspections(context.reader, `${year}-01-01`, `${Number(year) + 1}-01-01`),
            rows: () => iterateInspections(context.reader, `${year}-01-01`, `${Number(year) + 1}-01-01`),
            cells: (row) => [
              value(row, 'no'),
              value(row, 'name'),
              identity(row),
              kindText(String(row['subject_kind'])),
              label(inspectionKindLabels, row['kind']),
              label(inspectionMethodLabels, row['method']),
              String(row['started_at'] ?? '').slice(0, 10),
              pairText(String(row['officers'])),
              value(row, 'findings'),
              value(row, 'result_code'),
              label(resultLabels, row['result_code']),
              label(dispositionLabels, row['disposition_code']),
              label(inspectionStateLabels, row['state']),
              row['finished_at'] ? String(row['finished_at']).slice(0, 10) : null,
              ...publication(row, dueOf),
            ],
          },
          context,
          issue,
        ),
    };
  },
};

/** How far the result is on its way to the public; an inspection that goes on or was broken off has none. */
function publication(row: Row, dueOf: (endedOn: string) => string): ReturnType<typeof value>[] {
  if (row['state'] !== 'finished' || row['result_code'] === null) return [null, null, null, null, null];
  const state = row['withdrawn_on'] ? '已撤回公示' : row['review_state'] === null ? '未录入' : '';
  const ended = String(row['ended_at'] ?? row['started_at']).slice(0, 10);
  const closed = value(row, 'disposal_closed_on');
  return [
    state || label(reviewTabLabels, row['review_state']),
    value(row, 'due_on') ?? dueOf(ended),
    value(row, 'published_on'),
    closed ? '是' : '否',
    closed,
  ];
}

/** A year knows few pairs of officers; each is read once. Kept small for an office that has many. */
function onceEach(read: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    let words = known.get(text);
    if (words === undefined) {
      words = read(text);
      if (known.size < 10_000) known.set(text, words);
    }
    return words;
  };
}
