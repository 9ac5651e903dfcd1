import { basename } from 'node:path';
import type { DocumentVariant } from '#shared/domain/document/variant';
import { type BlankPaperId, blankPaperIds, type PaperId } from '#shared/domain/paper/papers';
import type { RatingCopy } from '#shared/domain/rating/subject-copy';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { assertNever } from '#shared/kernel/assert';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { gatherBlank } from '../../excel/papers/gather-blank';
import { gatherPaper } from '../../excel/papers/gather-paper';
import { hashFile, withdrawFile } from '../../excel/place-file';
import type { ReportOwner } from '../../excel/reports/definition';
import type { ReadContext, WriteContext } from '../../ipc/context';
import { issueDocument } from './issue-document';
import { findRatingState, findSubjectName } from './report-repository';
import { frameOf, getDefinition, reportContext } from './report-service';

/** What stands around a printed page of the window, as around a paper. */
export async function pageFrame(context: ReadContext): Promise<RouteOutput<'report.page-frame'>> {
  const { office, practice } = await reportContext(context);
  const { asOf, chain } = await frameOf(context);
  return { office: office.name, asOf, chain, practice };
}

/** Enters the PDF of a page in the register and moves it into place. A plain page bears no number: the paper does. */
export async function filePdf(
  { report, ownerId, copy, blank, staged, target }: ParsedInput<'report.file-pdf'>,
  context: WriteContext,
): Promise<RouteOutput<'report.file-pdf'>> {
  const from = context.files.write(staged).path;
  const { path } = context.files.write(target);
  try {
    const { owner, variant, no } =
      report === 'rating-why' || report === 'rating-simulation'
        ? await ownerOf(context.db, report, ownerId, copy)
        : await ownerOfPaper(context, report, ownerId, blank ?? false);
    const sha256 = await hashFile(from);
    const { title } = getDefinition(report);
    const issued = { report, title, variant, no, owner, sha256, staged: from, path };
    await issueDocument(context, issued, async () => true);
    return { fileName: basename(path), sha256 };
  } finally {
    withdrawFile(from);
  }
}

type Owned = { readonly owner: ReportOwner; readonly variant: DocumentVariant; readonly no: string };

/** A paper of an inspection bears its number on the page as in Excel. */
async function ownerOfPaper(context: ReadContext, paper: PaperId, id: string, blank: boolean): Promise<Owned> {
  const sources = await reportContext(context);
  const found = blank
    ? await gatherBlank(sources, requireBlank(paper), id)
    : await gatherPaper(sources, paper, id, false);
  return { owner: found.owner, no: found.no, variant: blank ? 'page-blank' : 'page' };
}

function requireBlank(paper: PaperId): BlankPaperId {
  const found = blankPaperIds.find((one) => one === paper);
  if (!found) throw new AppError('bad_input', '这种文书不能空白打印，请在记录形成后打印。');
  return found;
}

type RatingPage = 'rating-why' | 'rating-simulation';

async function ownerOf(db: ReadDb, report: RatingPage, id: string, copy: RatingCopy): Promise<Owned> {
  switch (report) {
    case 'rating-why': {
      const state = await findRatingState(db, id);
      if (state === undefined) throw new AppError('not_found', '没有找到这次评价，请刷新列表后重试。');
      const approved = state === 'approved';
      if (copy === 'subject' && !approved)
        throw new AppError('bad_state', '这次评价未经审定，不能导出送达主体联。请先由第二名执法人员审定。');
      const variant = copy === 'subject' ? 'page-subject' : approved ? 'page' : 'page-draft';
      return { owner: { table: 'rating', id }, variant, no: '' };
    }
    case 'rating-simulation': {
      if ((await findSubjectName(db, id)) === undefined)
        throw new AppError('not_found', '没有找到这个监管对象，请刷新列表后重试。');
      return { owner: { table: 'subject', id }, variant: copy === 'subject' ? 'page-subject' : 'page', no: '' };
    }
    default:
      return assertNever(report);
  }
}
