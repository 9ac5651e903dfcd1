import { type CataloguePack, findItem } from '#shared/domain/catalogue/catalogue';
import { gradeOf } from '#shared/domain/rating/explain';
import type { RatingFact } from '#shared/domain/rating/fact';
import type { RatingPack } from '#shared/domain/rating/pack';
import { SIMULATION_MARK, STALE_MARK } from '#shared/domain/rating/paper-marks';
import { ratingCopyLabels } from '#shared/domain/rating/subject-copy';
import type { Supposition } from '#shared/domain/rating/suppose';
import { suppositionText } from '#shared/domain/rating/supposition-text';
import { ratingRoutes } from '#shared/ipc/rating';
import { formatPoints } from '#shared/kernel/decimal';
import { AppError } from '#shared/kernel/errors';
import { simulateRating } from '../../rating-run/simulate-rating';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import { getPaperSubject, type PaperSubject } from './data/subject-repository';
import type { ReportDefinition, ReportParams } from './definition';
import { fileNameOf, requireDate, requireParam } from './params';
import { day, FORM_GRID, formHead, pair, wide } from './parts';
import { bar, packText, smallSection, smallWide, writeParts } from './rating-parts';
import { type RatingView, readCopy, viewRating } from './rating-view';

/** Changes by time alone that a page has room for. */
const MOST_TURNS = 6;

type Simulated = Awaited<ReturnType<typeof simulateRating>>;

/** 模拟评价说明: what the rating would be on a day, if this or that were done. Never a rating. */
export const ratingSimulation: ReportDefinition = {
  id: 'rating-simulation',
  title: '模拟评价说明',
  group: 'document',
  description: '某一天、某些假设之下的得分和等级怎样算出；每页标明“模拟 — 不作为评价结果”，不编文号。',
  params: [
    { key: 'subjectId', label: '监管对象', type: 'id', noun: 'subject' },
    { key: 'asOf', label: '模拟日期', type: 'date', optional: true },
    { key: 'suppositions', label: '假设（JSON）', type: 'text', optional: true },
    { key: 'copy', label: '联别（office 存档联，subject 送达主体联）', type: 'text', optional: true },
  ],
  gather: async (context, params) => {
    const { db, packs, office, now, today } = context;
    const copy = readCopy(params);
    const question = readQuestion(params);
    const on = question.asOf ?? today;
    const found = await simulateRating({ ...question, on, copy }, { db, packs });
    const { compiled, subject, supposed, result } = found;
    const view = await viewRating({ compiled, input: { subject, facts: supposed }, result }, copy, context);
    const paperSubject = await getPaperSubject(db, question.subjectId);
    return {
      fileName: fileNameOf('模拟评价说明', paperSubject.name, on),
      owner: { table: 'subject', id: question.subjectId },
      numbering: { kind: 'none' },
      variant: copy === 'subject' ? 'subject' : null,
      write: async (path, issue) => {
        const workbook = newWorkbook(`模拟评价说明 ${paperSubject.name}`, office.name, new Date(now));
        const paper = new Paper(workbook, '模拟评价说明', 'portrait', FORM_GRID, {
          ...issue.frame,
          mark: SIMULATION_MARK,
        });
        formHead(paper, issue, '模拟评价说明', copy === 'subject' ? ratingCopyLabels.subject : '');
        bar(paper, SIMULATION_MARK);
        paper.repeatAbove();
        writeHead(paper, paperSubject, found, view);
        smallSection(paper, '一、假设和结果');
        writeQuestion(paper, found, sentences(question.suppositions, found.facts, packs.catalogue()));
        writeParts(paper, view, [
          '二、模拟得分构成（逐项相加）',
          '三、距上下一级（模拟）',
          '四、可以补救的记录',
          '五、该等级对应的管理和服务（仅供参考）',
        ]);
        paper.line('本说明是按假设推算的结果，没有写入评价记录，不作为评价、公示或者采取措施的依据。', 'note');
        paper.close(0.4);
        await saveWorkbook(workbook, path);
        return view.why.lines.length;
      },
    };
  },
};

/** The same check as on the page: the papers and the page suppose the same things. */
function readQuestion(params: ReportParams) {
  const asOf = params['asOf']?.trim() ?? '';
  const text = params['suppositions']?.trim() || '[]';
  const parsed = ratingRoutes['rating.simulate'].input.safeParse({
    subjectId: requireParam(params, 'subjectId', '监管对象'),
    ...(asOf === '' ? {} : { asOf: requireDate(asOf, 'asOf', '模拟日期') }),
    suppositions: readJson(text),
  });
  if (parsed.success) return parsed.data;
  throw new AppError('bad_input', '假设的内容无法识别，请在“模拟”页面重新选择后导出。', [
    { path: 'suppositions', message: parsed.error.issues[0]?.message ?? '格式有误' },
  ]);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // handed on as what it is: the check of its form then says what to do
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

function writeHead(paper: Paper, subject: PaperSubject, found: Simulated, view: RatingView): void {
  wide(paper, '监管对象', subject.name);
  pair(paper, [subject.idLabel.replace('统一社会', '统一社会\n'), subject.idText], ['主体类型', subject.kindText]);
  if (view.barred) bar(paper, `▲ ${STALE_MARK}`);
  wide(paper, '模拟结果', view.why.headline);
  const { current } = found;
  pair(
    paper,
    ['模拟日期', day(found.result.asOf)],
    [
      '现行评价',
      current === null
        ? '没有'
        : `${current.gradeCode}（${formatPoints(current.scoreThousandths)} 分）\n基准日 ${current.asOf}`,
    ],
  );
  smallWide(paper, '适用规则', packText(view.pack, found.sha256));
  if (view.why.warnings.length > 0) smallWide(paper, '▲ 提示', view.why.warnings.join('\n'), 'smallLeftAlert');
}

function writeQuestion(paper: Paper, found: Simulated, supposed: readonly string[]): void {
  const { plain, result, turns, compiled } = found;
  smallWide(paper, '假设', supposed.length === 0 ? '没有假设，只看日期' : numbered(supposed));
  const change = result.scoreThousandths - plain.scoreThousandths;
  const effect =
    change === 0 && plain.gradeCode === result.gradeCode
      ? '与没有假设时相同'
      : `比没有假设时${change < 0 ? '少' : '多'} ${formatPoints(Math.abs(change))} 分`;
  smallWide(
    paper,
    '比较',
    `没有假设：${scoreText(compiled.pack, plain)}；按假设：${scoreText(compiled.pack, result)}，${effect}`,
  );
  const shown = turns.slice(0, MOST_TURNS).map((turn) => `${turn.on} 起 ${scoreText(compiled.pack, turn)}`);
  const rest = turns.length - shown.length;
  smallWide(
    paper,
    '以后的变化\n（两年内）',
    shown.length === 0
      ? '只随时间推移，得分和等级不变'
      : `${shown.join('\n')}${rest > 0 ? `\n以后还有 ${rest} 次变化` : ''}`,
  );
}

const numbered = (texts: readonly string[]): string => texts.map((text, index) => `${index + 1}．${text}`).join('\n');

function scoreText(pack: RatingPack, score: { readonly gradeCode: string; readonly scoreThousandths: number }): string {
  const { symbol, name } = gradeOf(pack, score.gradeCode);
  return `${formatPoints(score.scoreThousandths)} 分，${symbol} ${name}`;
}

function sentences(
  suppositions: readonly Supposition[],
  facts: readonly RatingFact[],
  catalogue: CataloguePack,
): readonly string[] {
  const item = (code: string) => findItem(catalogue, code)?.name ?? code;
  const record = (id: string) => {
    const fact = facts.find((one) => one.id === id);
    if (!fact) return undefined;
    const source = [fact.via ? `“${fact.via.name}”` : '', fact.sourceOrg, fact.sourceNo].filter((text) => text !== '');
    return { itemName: item(fact.itemCode), occurredOn: fact.occurredOn, source: source.join(' ') };
  };
  return suppositions.map((supposition) => suppositionText(supposition, { record, item }));
}
