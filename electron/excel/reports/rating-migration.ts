import { packStatusLabels } from '#shared/domain/catalogue/labels';
import { gradeMigration } from '../../rating-run/standing-grades-repository';
import { Paper } from '../paper/paper';
import { type ExcelBook, newWorkbook, saveWorkbook } from '../paper/workbook';
import type { Issue, ReportDefinition } from './definition';
import { fileNameOf, requireDate, requireParam } from './params';
import { day, ledgerHead, signatures } from './parts';

type Migration = Awaited<ReturnType<typeof gradeMigration>>[number];
type Period = { readonly from: string; readonly to: string };
type Row = { readonly code: string | null; readonly label: string };

/** 等级迁移表: from which grade to which between two days, one sheet a pack. */
export const ratingMigration: ReportDefinition = {
  id: 'rating-migration',
  title: '等级迁移表',
  group: 'ledger',
  description: '两个日期之间从哪一级到哪一级各多少户，一个规则包一张工作表；只计经审定的评价。',
  params: [
    { key: 'from', label: '起始日期', type: 'date' },
    { key: 'to', label: '截止日期', type: 'date' },
  ],
  gather: async ({ db, packs, office, now }, params) => {
    const period = {
      from: requireDate(requireParam(params, 'from', '起始日期'), 'from', '起始日期'),
      to: requireDate(requireParam(params, 'to', '截止日期'), 'to', '截止日期'),
    };
    const found = await gradeMigration(db, packs, period);
    return {
      fileName: fileNameOf('等级迁移表', period.from, period.to),
      owner: { table: 'rating', id: `${period.from}/${period.to}` },
      numbering: { kind: 'series', word: '评迁' },
      write: async (path, issue) => {
        const workbook = newWorkbook('等级迁移表', office.name, new Date(now));
        for (const one of found) writeMatrix(workbook, one, period, issue);
        if (found.length === 0) writeNothing(workbook, period, issue);
        await saveWorkbook(workbook, path);
        return found.reduce((sum, { cells }) => sum + cells.reduce((all, { count }) => all + count, 0), 0);
      },
    };
  },
};

const periodText = ({ from, to }: Period, issue: Issue): string =>
  [`${day(from)}至${day(to)}`, issue.again].filter((text) => text !== '').join('　');

function writeNothing(workbook: ExcelBook, period: Period, issue: Issue): void {
  const paper = new Paper(workbook, '等级迁移表', 'landscape', [1, 1, 1, 1], issue.frame);
  ledgerHead(paper, issue, '信用等级迁移表', periodText(period, issue));
  paper.repeatAbove();
  paper.line(`${day(period.to)}以前没有经审定的评价`, 'center', 40);
  signatures(paper, ['制表人（签名）：', '审核人（签名）：'], 64);
}

function writeMatrix(workbook: ExcelBook, found: Migration, period: Period, issue: Issue): void {
  const { title, status, grades, cells } = found;
  const shares = [34, ...grades.map(() => 22), 20, 20, 20, 20];
  const paper = new Paper(workbook, title, 'landscape', shares, issue.frame);
  ledgerHead(paper, issue, '信用等级迁移表', periodText(period, issue));
  paper.line(`规则包：${title}${status === null ? '' : `（${packStatusLabels[status]}）`}`, 'line');
  paper.row([
    { text: '期初等级 ＼ 期末等级', look: 'smallHead' },
    ...grades.map(({ symbol, name }) => ({ text: `${symbol} ${name}`, look: 'smallHead' as const })),
    ...['合计', '上升', '不变', '下降'].map((text) => ({ text, look: 'smallHead' as const })),
  ]);
  paper.repeatAbove();
  paper.freezeAbove();
  const order = grades.map(({ code }) => code);
  const rows: readonly Row[] = [
    ...grades.map(({ code, symbol, name }) => ({ code, label: `${symbol} ${name}` })),
    ...retired(cells, order),
    { code: null, label: '○ 期初未按本规则包评价' },
  ];
  const count = (from: string | null, to: string) =>
    cells.find((cell) => cell.from === from && cell.to === to)?.count ?? 0;
  for (const { code, label } of rows) {
    const own = order.map((to) => count(code, to));
    paper.row(
      [
        { text: label, look: 'smallHead' },
        ...own.map((value, at) => ({
          text: value === 0 ? '—' : value,
          look: code === order[at] ? ('centerShade' as const) : ('center' as const),
        })),
        ...[sum(own), ...directions(own, code === null ? -1 : order.indexOf(code))].map((value) => ({
          text: value,
          look: 'center' as const,
        })),
      ],
      { minHeight: 28 },
    );
  }
  const totals = order.map((to) => sum(rows.map(({ code }) => count(code, to))));
  const ways = rows.map(({ code }) =>
    directions(
      order.map((to) => count(code, to)),
      code === null ? -1 : order.indexOf(code),
    ),
  );
  paper.row(
    [
      { text: '合计', look: 'smallHead' },
      ...[...totals, sum(totals), ...[0, 1, 2].map((at) => sum(ways.map((way) => Number(way[at]) || 0)))].map(
        (value) => ({ text: value, look: 'centerShade' as const }),
      ),
    ],
    { minHeight: 28 },
  );
  paper.line(
    '说明：每户取该日以前（含当日）基准日最晚的一次经审定的评价；等级由好到差排列，底色格为等级不变；期初未按本规则包评价的不计入上升、不变、下降。',
    'note',
  );
  signatures(paper, ['制表人（签名）：', '审核人（签名）：', '负责人（签名）：'], 64);
  paper.close();
}

/** Grades of earlier versions that the newest one knows no more. */
const retired = (cells: Migration['cells'], order: readonly string[]): Row[] =>
  [...new Set(cells.flatMap(({ from }) => (from === null || order.includes(from) ? [] : [from])))].map((code) => ({
    code,
    label: `${code}（旧版等级）`,
  }));

/** Risen, unchanged and fallen among the counts of one row; a dash where there is nothing to compare with. */
function directions(counts: readonly number[], own: number): readonly (number | string)[] {
  if (own < 0) return ['—', '—', '—'];
  return [sum(counts.slice(0, own)), counts[own] ?? 0, sum(counts.slice(own + 1))];
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
