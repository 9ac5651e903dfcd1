import { formatBasis } from '#shared/domain/basis/basis';
import { dispositionLabels, resultLabels } from '#shared/domain/inspection/result-codes';
import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import { type Counts, figureValue, isCounted } from '#shared/domain/statistics/definitions';
import { changeText, figureText, percentText } from '#shared/domain/statistics/figure-text';
import { lastDay, monthZh, shiftMonth } from '#shared/domain/statistics/month';
import { correctionText } from '../../statistics/correction-text';
import { findCorrections } from '../../statistics/corrections';
import { storedCorrections } from '../../statistics/frozen-month';
import { comparedFigures, definitionsOf, monthFigures, splitFigures } from '../../statistics/month-figures';
import { planFigures } from '../../statistics/plan-figures';
import { Paper, type PaperCell } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import { findOfficerName } from './data/statistics-repository';
import type { ReportContext, ReportDefinition } from './definition';
import { fileNameOf, requireMonth, requireParam } from './params';
import { day, ledgerHead, section, signatures, unverified } from './parts';

/** Forty columns, so that tables of six, seven and nine columns all fit. */
const GRID: readonly number[] = Array.from({ length: 40 }, () => 1);

const sectionWords = { inspection: '检查', publication: '结果公示', rectification: '整改' } as const;
const splits = [
  { by: 'kind', title: '按检查类型', words: inspectionKindLabels, empty: '未注明类型' },
  { by: 'result', title: '按检查结果', words: resultLabels, empty: '尚无结果' },
  { by: 'disposition', title: '按后续处置', words: dispositionLabels, empty: '尚无处置' },
  { by: 'grade', title: '按信用等级', words: {}, empty: '未评价' },
  { by: 'station', title: '按所队', words: {}, empty: '未注明所队' },
] as const;
const SPLIT_FIGURES = ['planned', 'inspected', 'problem', 'published', 'closed', 'ordered'] as const;

function table(
  paper: Paper,
  spans: readonly number[],
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const line = (texts: readonly string[], look: PaperCell['look'], left: PaperCell['look']) =>
    paper.row(texts.map((text, at) => ({ text, span: spans[at] ?? 1, look: (at === 0 ? left : look) ?? 'small' })));
  line(heads, 'smallHead', 'smallHead');
  for (const row of rows) line(row, 'smallCenter', 'small');
}

/** 统计月报: figures with their definitions, compared, what was corrected, the chain and who signs. */
export const monthlyStatistics: ReportDefinition = {
  id: 'monthly-statistics',
  title: '检查与整改统计月报',
  group: 'ledger',
  description: '一个月的指标、口径、同比环比、分类统计、计划完成情况和以前月份的更正；冻结的月份按冻结时的内容。',
  params: [{ key: 'month', label: '月份', type: 'month' }],
  gather: async (context, params) => {
    const month = requireMonth(requireParam(params, 'month', '月份'));
    const title = `${monthZh(month)}检查与整改统计月报`;
    return {
      fileName: fileNameOf('统计月报', month),
      owner: { table: 'month', id: month },
      numbering: { kind: 'series', word: '统' },
      write: async (path, issue) => {
        const workbook = newWorkbook(title, context.office.name, new Date(context.now));
        const paper = new Paper(workbook, `统计月报 ${month}`, 'landscape', GRID, issue.frame);
        const rows = await writeReport(paper, context, month, (state) =>
          ledgerHead(paper, issue, title, [state, issue.again].filter((text) => text !== '').join('　')),
        );
        paper.close();
        await saveWorkbook(workbook, path);
        return rows;
      },
    };
  },
};

async function writeReport(
  paper: Paper,
  context: ReportContext,
  month: string,
  head: (state: string) => void,
): Promise<number> {
  const { reader, today, packs } = context;
  const where = { reader, pack: packs.statistics().value, today };
  const pack = definitionsOf(reader, where.pack, month);
  const { now, before, lastYear } = comparedFigures(where, month, 'month');
  const year = monthFigures(where, month, 'year');
  const yearBefore = monthFigures(where, shiftMonth(month, -12), 'year');
  const { freeze } = now;
  const end = lastDay(month);
  head(freeze ? `已冻结，统计期间 ${month}-01 至 ${end}` : `未冻结，按 ${day(today)} 账面统计`);
  if (!freeze) paper.line('本月报未冻结，数据仍可能变动，不得作为正式统计上报。', 'alert', 22);

  section(paper, '一、指标');
  table(
    paper,
    [6, 3, 5, 5, 4, 5, 4, 5, 3],
    [
      '指标',
      '类别',
      monthZh(month),
      `${monthZh(before.month)}`,
      '比上月',
      `${monthZh(lastYear.month)}`,
      '比上年',
      '1月至本月',
      '比上年',
    ],
    pack.figures.map((one) => {
      const of = (counts: Counts) => figureValue(one, counts);
      return [
        one.label,
        sectionWords[one.section],
        figureText(of(now.counts)),
        figureText(of(before.counts)),
        changeText(of(now.counts), of(before.counts)),
        figureText(of(lastYear.counts)),
        changeText(of(now.counts), of(lastYear.counts)),
        figureText(of(year.counts)),
        changeText(of(year.counts), of(yearBefore.counts)),
      ];
    }),
  );

  section(paper, '二、分类统计（本月）');
  const figures = pack.figures.filter(({ id }) => (SPLIT_FIGURES as readonly string[]).includes(id));
  for (const { by, title, words, empty } of splits) {
    const parts = splitFigures(where, month, 'month', by)
      .map(({ key, counts }) => [
        key === '' ? empty : ((words as Readonly<Record<string, string>>)[key] ?? key),
        ...figures.map(({ id }) => String(isCounted(id) ? (counts[id] ?? 0) : 0)),
      ])
      .filter(([, ...values]) => values.some((value) => value !== '0'));
    if (parts.length > 0)
      table(paper, [16, ...figures.map(() => 4)], [title, ...figures.map(({ label }) => label)], parts);
  }

  const strata = planFigures(reader, Number(month.slice(0, 4)));
  if (strata.length > 0) {
    section(paper, `三、${month.slice(0, 4)} 年抽查计划完成情况（按 ${day(today)} 账面；计划数＝基数×比例）`);
    table(
      paper,
      [10, 8, 3, 3, 3, 3, 3, 4, 3],
      ['抽查层次', '计划', '基数', '比例', '计划数', '已检查', '已公示', '完成率', '完结率'],
      strata.map((one) => [
        one.label,
        one.plan,
        ...[one.base, one.ratio, one.number, one.inspected, one.published].map(String),
        percentText(one.published, one.number),
        percentText(one.closed, one.published),
      ]),
    );
  }

  section(paper, '四、以前月份的更正');
  const corrections = freeze ? storedCorrections(reader, freeze.id, 'reported_in') : findCorrections(reader, today);
  if (corrections.length === 0) paper.line('无。', 'cell', 22);
  corrections.forEach((one, at) => {
    paper.line(`${at + 1}．${correctionText(one, pack)}`, 'small');
  });

  section(paper, '五、口径');
  pack.figures.forEach((one, at) => {
    const basis = one.basis.map(formatBasis).join('；');
    paper.line(
      `${at + 1}．${one.label}：${one.formula}${basis ? `依据${basis}。` : ''}${unverified(one.verified)}`,
      'small',
    );
  });
  paper.line(`统计口径：${pack.title} 第 ${pack.version} 版。${pack.note ?? ''}`, 'small');

  if (freeze) {
    section(paper, '六、冻结与存证');
    const names = [freeze.frozen_by, freeze.confirmed_by].map((id) => findOfficerName(reader, id));
    paper.line(
      `冻结日期 ${day(freeze.frozen_at.slice(0, 10))}；经办人 ${names[0]}，确认人 ${names[1]}；记录 ${freeze.row_count} 条。\n` +
        `内容哈希（SHA-256）${freeze.content_sha256}\n` +
        `上一冻结月份哈希 ${freeze.previous_sha256 ?? '（首次冻结）'}\n` +
        `存证链第 ${freeze.audit_seq} 条 ${freeze.audit_hash}`,
      'small',
    );
  }
  signatures(paper, ['填表人（签名）：', '审核人（签名）：', '负责人（签名）：'], 64);
  return pack.figures.length;
}
