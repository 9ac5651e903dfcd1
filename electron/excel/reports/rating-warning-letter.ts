import type { RatingPack } from '#shared/domain/rating/pack';
import { AppError } from '#shared/kernel/errors';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import { getRating, type PaperRating } from './data/rating-repository';
import type { Issue, ReportContext, ReportDefinition } from './definition';
import { fileNameOf, requireParam } from './params';
import { BLANK_DATE, day, FORM_GRID, sentence, UNVERIFIED } from './parts';
import { bar } from './rating-parts';

/** 预警函、提示函: the letter that goes out with a grade, in the words of its pack. */
export const ratingWarningLetter: ReportDefinition = {
  id: 'rating-warning-letter',
  title: '预警函（提示函）',
  group: 'document',
  description: '随等级发出的预警函或者提示函，正文按规则包；等级没有函件、评价未经审定或者数据过期的不能出具。',
  params: [{ key: 'id', label: '评价', type: 'id', noun: 'rating' }],
  gather: async (context, params) => {
    const found = await getRating(context.db, context.packs, requireParam(params, 'id', '评价'));
    const { grade, body } = letterOf(found);
    const title = titleOf(found.pack, grade.code, body);
    return {
      fileName: fileNameOf(title, found.subject.name, found.result.asOf),
      owner: { table: 'rating', id: found.id },
      numbering: { kind: 'series', word: '预警' },
      write: async (path, issue) => {
        const workbook = newWorkbook(`${title} ${issue.no}`, context.office.name, new Date(context.now));
        const paper = new Paper(workbook, title, 'portrait', FORM_GRID, issue.frame);
        writeLetter(paper, title, body, found, context, issue);
        // the seal belongs below the text
        paper.close(0.35);
        await saveWorkbook(workbook, path);
        return 1;
      },
    };
  },
};

/** @throws AppError `bad_state` with the reason why no letter may go out */
function letterOf({ pack, result, run, isCurrent }: PaperRating) {
  if (run.state !== 'approved')
    throw new AppError('bad_state', '这次评价未经审定，不能出具函件。请先由第二名执法人员审定。');
  if (!isCurrent)
    throw new AppError('bad_state', '该主体已有更新的评价，不能按以前的评价出具函件。请打开最近一次评价后出具。');
  if (result.trace.stale.length > 0)
    throw new AppError('bad_state', '这次评价的数据已经过期，等级暂缓使用，不能出具函件。请更新数据后重新评价。');
  const grade = pack.grades.find(({ code }) => code === result.gradeCode);
  if (!grade) throw new Error(`pack ${pack.id} has no grade ${result.gradeCode}`);
  if (grade.entails.warningLetter === null)
    throw new AppError('bad_state', `${grade.name}不发预警函或者提示函，规则包“${pack.title}”没有为它规定函件。`);
  return { grade, body: grade.entails.warningLetter };
}

/**
 * The name that the letter gives itself; else 提示函 where it only reminds, or where its grade is not the worst.
 *
 * @example titleOf(foshan, 'R4', '……现发出风险警示函。') // '风险警示函'
 */
function titleOf(pack: RatingPack, gradeCode: string, body: string): string {
  const named = /现发出(\p{Script=Han}{0,6}函)/u.exec(body)?.[1];
  if (named) return named;
  const worst = pack.better === 'higher' ? pack.grades.at(0) : pack.grades.at(-1);
  return worst?.code === gradeCode && !body.includes('现提示') ? '预警函' : '提示函';
}

function writeLetter(
  paper: Paper,
  title: string,
  body: string,
  found: PaperRating,
  context: ReportContext,
  issue: Issue,
): void {
  const { subject, pack, result } = found;
  paper.line(issue.frame.office, 'office');
  paper.line(title, 'title', 40);
  paper.repeatAbove();
  paper.row([
    { text: issue.again, span: 6, look: 'line' },
    { text: issue.no, span: 6, look: 'number' },
  ]);
  if (pack.status === 'sample') bar(paper, '▲ 样例规则：分值和函件文字未经官方核定，正式发出前请核对');
  paper.gap(8);
  paper.line(`${subject.name}${subject.idText === '' ? '' : `（${subject.idLabel}：${subject.idText}）`}：`, 'letter');
  for (const paragraph of body.split('\n').filter((text) => text.trim() !== ''))
    paper.line(`　　${/[：:]$/.test(paragraph) ? paragraph : sentence(paragraph)}`, 'letter');
  paper.line(`　　评价基准日：${day(result.asOf)}。评价规则：${pack.title}（第 ${pack.version} 版）。`, 'letter');
  const attached = /所附/.test(body);
  if (attached) paper.line('　　附件：信用评价说明（送达主体联）', 'letter');
  paper.gap(8);
  paper.line(`${issue.frame.office}　　\n（印章）　　　　\n${day(context.today)}　　`, 'letterRight', 92);
  paper.gap(6);
  paper.line(`联系电话：${context.office.phone || '—'}　　地址：${context.office.address || '—'}`, 'line');
  const grade = pack.grades.find(({ code }) => code === result.gradeCode);
  if (grade?.verified === false) paper.line(`该等级的规则${UNVERIFIED}，发出前请核对。`, 'note');
  receipt(paper);
  paper.line('本函一式两联：一联送达主体，一联由本机关存档。', 'note');
}

/** 送达: filled in by hand. */
function receipt(paper: Paper): void {
  paper.row(
    [
      { text: '送达', span: 2, look: 'label' },
      { text: `收到时间：${BLANK_DATE}\n\n接收人：\n（签名或者盖章）`, span: 5, look: 'cell' },
      { text: `送达人：\n（签名）\n\n${BLANK_DATE}`, span: 5, look: 'cell' },
    ],
    { minHeight: 75 },
  );
}
