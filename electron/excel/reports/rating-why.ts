import { DRAFT_MARK, STALE_MARK } from '#shared/domain/rating/paper-marks';
import { ratingRunStateLabels } from '#shared/domain/rating/run-state';
import { type RatingCopy, ratingCopyLabels } from '#shared/domain/rating/subject-copy';
import { AppError } from '#shared/kernel/errors';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import { getRating, type PaperRating } from './data/rating-repository';
import type { Draft, Issue, ReportDefinition } from './definition';
import { fileNameOf, requireParam } from './params';
import { day, FORM_GRID, formHead, pair, signatures, wide } from './parts';
import { bar, packText, smallWide, writeParts } from './rating-parts';
import { type RatingView, readCopy, viewRating } from './rating-view';

/** 信用评价说明: lines that add up to the score, with the source of every point. */
export const ratingWhy: ReportDefinition = {
  id: 'rating-why',
  title: '信用评价说明',
  group: 'document',
  description:
    '得分怎样逐项相加而成，每一分的来源文号，距上下一级的分数，可以补救的记录和等级对应的措施；送达主体联遮盖外局来源。',
  params: [
    { key: 'id', label: '评价', type: 'id', noun: 'rating' },
    { key: 'copy', label: '联别（office 存档联，subject 送达主体联）', type: 'text', optional: true },
  ],
  gather: async (context, params) => {
    const copy = readCopy(params);
    const found = await getRating(context.db, context.packs, requireParam(params, 'id', '评价'));
    const approved = found.run.state === 'approved';
    if (copy === 'subject' && !approved)
      throw new AppError('bad_state', '这次评价未经审定，不能出具送达主体联。请先由第二名执法人员审定。');
    const view = await viewRating(found, copy, context);
    const title = approved ? '信用评价说明' : '信用评价说明（未经审定）';
    return {
      fileName: fileNameOf(
        '信用评价说明',
        approved ? (copy === 'subject' ? ratingCopyLabels.subject : '') : '未经审定',
        found.subject.name,
        found.result.asOf,
      ),
      owner: { table: 'rating', id: found.id },
      ...numbering(approved, copy),
      write: async (path, issue) => {
        const workbook = newWorkbook(`${title} ${found.subject.name}`, context.office.name, new Date(context.now));
        const frame = approved ? issue.frame : { ...issue.frame, mark: DRAFT_MARK };
        const paper = new Paper(workbook, '信用评价说明', 'portrait', FORM_GRID, frame);
        const remark = [approved ? ratingCopyLabels[copy] : '', issue.again].filter((text) => text !== '').join('　');
        formHead(paper, issue, title, remark);
        writeHead(paper, found, view, copy);
        writeParts(paper, view, [
          '一、得分构成（逐项相加）',
          '二、距上下一级',
          '三、可以补救的记录',
          '四、本等级对应的管理和服务',
        ]);
        writeEnd(paper, copy, issue, context.office.phone);
        // meant for one page; only a long list of records takes a second one
        paper.close(0.4);
        await saveWorkbook(workbook, path);
        return view.why.lines.length;
      },
    };
  },
};

/** What waits for approval bears no number: a number would make it look final. */
const numbering = (approved: boolean, copy: RatingCopy): Pick<Draft, 'numbering' | 'variant'> =>
  approved
    ? { numbering: { kind: 'series', word: '评说' }, variant: copy === 'subject' ? 'subject' : null }
    : { numbering: { kind: 'none' }, variant: 'draft' };

function writeHead(paper: Paper, found: PaperRating, view: RatingView, copy: RatingCopy): void {
  const { subject, result, packSha256, ratedOn, run } = found;
  const approved = run.state === 'approved';
  if (!approved) bar(paper, `■ ${ratingRunStateLabels[run.state]}：${DRAFT_MARK}`);
  wide(paper, '监管对象', subject.name);
  pair(paper, [subject.idLabel.replace('统一社会', '统一社会\n'), subject.idText], ['主体类型', subject.kindText]);
  if (view.barred) bar(paper, `▲ ${STALE_MARK}`);
  wide(paper, '评价结果', `${view.why.headline}。${view.why.grade.meaning}`);
  const by = copy === 'office' && run.decidedBy !== null ? `，${run.decidedBy}` : '';
  const decided = approved && run.decidedOn !== null ? `${day(run.decidedOn)}${by}` : null;
  pair(paper, ['评价基准日', day(result.asOf)], decided === null ? ['评价日期', day(ratedOn)] : ['审定日期', decided]);
  smallWide(paper, '适用规则', packText(view.pack, packSha256));
  if (view.why.warnings.length > 0) smallWide(paper, '▲ 提示', view.why.warnings.join('\n'), 'smallLeftAlert');
}

function writeEnd(paper: Paper, copy: RatingCopy, issue: Issue, phone: string): void {
  if (copy === 'office') {
    signatures(paper, ['制作人（签名）：', '审核人（签名）：']);
    return;
  }
  const contact = phone === '' ? '' : `（联系电话：${phone}）`;
  paper.line(`对以上信息有异议的，可以向本机关${contact}提出并提供证据。`, 'small', 20);
  paper.row(
    [
      { text: '接收人（签名或者盖章）：\n\n　　　　年　月　日', span: 6, look: 'cellTop' },
      { text: `${issue.frame.office}\n（印章）\n　　　　年　月　日`, span: 6, look: 'center' },
    ],
    { minHeight: 72 },
  );
}
