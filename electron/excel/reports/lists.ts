import * as z from 'zod';
import { inspectionMethodLabels, inspectionStateLabels } from '#shared/domain/inspection/codes';
import { dispositionLabels, resultLabels } from '#shared/domain/inspection/result-codes';
import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import { maskIdNumber, maskPhone } from '#shared/domain/subject/id-number';
import { subjectStatusLabels } from '#shared/domain/subject/subject';
import { formatZh } from '#shared/kernel/dates';
import { PRACTICE_MARK } from '../paper/page';
import { type ListColumn, type ListValue, writeList } from '../write/list-writer';
import { jsonColumn, officers, officersText } from './data/json-column';
import { countSubjects, iterateInspections, iterateRatings, iterateSubjects } from './data/list-repository';
import { kindText } from './data/subject-repository';
import type { Issue, ReportContext, ReportDefinition } from './definition';
import { fileNameOf, requireYear } from './params';

type Row = Readonly<Record<string, string | number | null>>;

const column = (header: string, width: number, kind: ListColumn['kind'] = 'text', wrap = false): ListColumn => ({
  header,
  width,
  kind,
  wrap,
});

const label = (labels: Readonly<Record<string, string>>, code: string | number | null | undefined): string =>
  code === null || code === undefined ? '' : (labels[String(code)] ?? String(code));

const tags = z.array(z.string());
const identity = (row: Row): string =>
  String(row['uscc'] ?? (row['id_number'] ? maskIdNumber(String(row['id_number'])) : ''));
const value = (row: Row, key: string): ListValue => row[key] ?? null;
const score = (row: Row): ListValue => (typeof row['score'] === 'number' ? row['score'] / 1000 : null);

type ListSpec = {
  readonly sheetName: string;
  readonly title: string;
  readonly columns: readonly ListColumn[];
  readonly rows: () => Iterable<Row>;
  readonly cells: (row: Row) => readonly ListValue[];
  readonly expected?: number;
};

async function writeRegister(path: string, spec: ListSpec, context: ReportContext, issue: Issue): Promise<number> {
  const { frame } = issue;
  const note = [
    context.practice ? PRACTICE_MARK : '',
    context.office.name,
    frame.asOf,
    frame.chain,
    '证件号码和联系电话已按规定遮盖',
  ];
  const result = await writeList(path, {
    sheetName: spec.sheetName,
    title: spec.title,
    headerNote: note.filter((text) => text !== '').join('　'),
    columns: spec.columns,
    rows: mapped(spec.rows(), spec.cells),
    ...(spec.expected === undefined ? {} : { expectedRows: spec.expected }),
    onProgress: (rows) => issue.progress('写入名册', rows, spec.expected ?? null),
    isCancelled: issue.isCancelled,
  });
  return result.rows;
}

function* mapped(rows: Iterable<Row>, cells: (row: Row) => readonly ListValue[]): Generator<readonly ListValue[]> {
  for (const row of rows) yield cells(row);
}

export const subjectList: ReportDefinition = {
  id: 'subject-list',
  title: '监管对象名册',
  group: 'list',
  description: '全部监管对象及当前信用等级；证件号码和电话遮盖。',
  params: [],
  gather: async (context) => ({
    fileName: fileNameOf('监管对象名册', context.today),
    owner: { table: 'subject', id: 'all' },
    numbering: { kind: 'none' },
    write: (path, issue) =>
      writeRegister(
        path,
        {
          sheetName: '监管对象名册',
          title: '监管对象名册',
          expected: countSubjects(context.reader),
          columns: [
            column('主体类型', 16),
            column('名称', 44),
            column('统一社会信用代码／证件号码', 24),
            column('机构代码／资格证号', 16),
            column('法定代表人（负责人）', 14),
            column('住所（住址）', 44),
            column('区划', 14),
            column('联系电话', 16),
            column('行业', 16),
            column('成立日期', 12, 'date'),
            column('状态', 8),
            column('标签', 18),
            column('上级机构', 30),
            column('信用等级', 10),
            column('得分', 9, 'decimal'),
            column('评价基准日', 12, 'date'),
          ],
          rows: () => iterateSubjects(context.reader),
          cells: (row) => [
            kindText(String(row['kind'])),
            value(row, 'name'),
            identity(row),
            value(row, 'agency_code') ?? value(row, 'agent_cert_no'),
            value(row, 'legal_person'),
            value(row, 'address'),
            value(row, 'district'),
            maskPhone(String(row['phone'] ?? '')),
            value(row, 'industry'),
            value(row, 'established_on'),
            label(subjectStatusLabels, row['status']),
            jsonColumn(tags, String(row['tags']), '标签').join('、'),
            value(row, 'parent'),
            value(row, 'grade_code') ?? '未评价',
            score(row),
            value(row, 'as_of'),
          ],
        },
        context,
        issue,
      ),
  }),
};

export const inspectionResults: ReportDefinition = {
  id: 'inspection-results',
  title: '检查结果登记表',
  group: 'list',
  description: '一年内的检查及结果、后续处置；不填年度则为本年。',
  params: [{ key: 'year', label: '年度', type: 'year' }],
  gather: async (context, params) => {
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
              column('检查对象', 44),
              column('统一社会信用代码／证件号码', 24),
              column('主体类型', 16),
              column('检查类型', 12),
              column('核查方式', 14),
              column('检查日期', 12, 'date'),
              column('检查人员（执法证号）', 44),
              column('发现问题数', 10, 'int'),
              column('检查结果代码', 10),
              column('检查结果', 34),
              column('后续处置措施', 44),
              column('状态', 10),
              column('完结日期', 12, 'date'),
            ],
            rows: () => iterateInspections(context.reader, `${year}-01-01`, `${Number(year) + 1}-01-01`),
            cells: (row) => [
              value(row, 'no'),
              value(row, 'name'),
              identity(row),
              kindText(String(row['subject_kind'])),
              label(inspectionKindLabels, row['kind']),
              label(inspectionMethodLabels, row['method']),
              String(row['started_at'] ?? '').slice(0, 10),
              officersText(jsonColumn(officers, String(row['officers']), '检查人员')),
              value(row, 'findings'),
              value(row, 'result_code'),
              label(resultLabels, row['result_code']),
              label(dispositionLabels, row['disposition_code']),
              label(inspectionStateLabels, row['state']),
              row['finished_at'] ? String(row['finished_at']).slice(0, 10) : null,
            ],
          },
          context,
          issue,
        ),
    };
  },
};

export const ratingList: ReportDefinition = {
  id: 'rating-list',
  title: '信用评价结果表',
  group: 'list',
  description: '每个监管对象最近一次评价的得分、等级和上次等级。',
  params: [],
  gather: async (context) => {
    const grades = gradeNames(context);
    return {
      fileName: fileNameOf('信用评价结果表', context.today),
      owner: { table: 'rating', id: 'all' },
      numbering: { kind: 'none' },
      write: (path, issue) =>
        writeRegister(
          path,
          {
            sheetName: '信用评价结果表',
            title: `信用评价结果表（${formatZh(context.today)}）`,
            columns: [
              column('名称', 44),
              column('主体类型', 16),
              column('统一社会信用代码／证件号码', 24),
              column('机构代码', 12),
              column('得分', 10, 'decimal'),
              column('信用等级', 14),
              column('上次等级', 10),
              column('变化', 10),
              column('评价基准日', 12, 'date'),
              column('评价规则', 44),
            ],
            rows: () => iterateRatings(context.reader),
            cells: (row) => {
              const pack = grades.get(`${row['pack_id']}|${row['pack_version']}`);
              const code = String(row['grade_code']);
              return [
                value(row, 'name'),
                kindText(String(row['kind'])),
                identity(row),
                value(row, 'agency_code'),
                score(row),
                pack?.names.get(code) ?? code,
                value(row, 'previous'),
                movement(pack?.order ?? [], row['previous'], code),
                value(row, 'as_of'),
                `${pack?.title ?? String(row['pack_id'])}（第 ${row['pack_version']} 版）`,
              ];
            },
          },
          context,
          issue,
        ),
    };
  },
};

/** Grades from worst to best with symbol and name, of every pack version on this machine. */
function gradeNames({ packs }: ReportContext) {
  return new Map(
    packs.ratingPacks().map(({ value: pack }) => {
      const order = pack.grades.map(({ code }) => code);
      const names = new Map(pack.grades.map(({ code, symbol, name }) => [code, `${symbol} ${name}`]));
      return [
        `${pack.id}|${pack.version}`,
        { title: pack.title, order: pack.better === 'higher' ? order : order.reverse(), names },
      ];
    }),
  );
}

function movement(order: readonly string[], previous: string | number | null | undefined, now: string): string {
  if (typeof previous !== 'string') return '首次评价';
  const [before, after] = [order.indexOf(previous), order.indexOf(now)];
  if (previous === now) return '不变';
  if (before < 0 || after < 0) return '改用规则';
  return after > before ? '↑ 上升' : '↓ 下降';
}
