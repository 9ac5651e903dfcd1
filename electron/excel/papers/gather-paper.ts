import { buildInterview } from '#shared/domain/paper/build-interview';
import { buildApproval, buildNotice } from '#shared/domain/paper/build-notice';
import { buildOrder, buildRecheck } from '#shared/domain/paper/build-order';
import { buildSiteRecord } from '#shared/domain/paper/build-record';
import { buildChecklist, buildResult } from '#shared/domain/paper/build-result';
import type { PaperContent, PaperHead } from '#shared/domain/paper/content';
import { type PaperId, paperOwners } from '#shared/domain/paper/papers';
import { assertNever } from '#shared/kernel/assert';
import { AppError } from '#shared/kernel/errors';
import { getPaperSubject } from '../reports/data/subject-repository';
import type { ReportContext, ReportOwner } from '../reports/definition';
import { getSitePapers } from './data/inspection';
import { getInterviewPaper } from './data/interview-repository';
import { getNoticePaper } from './data/notice-repository';
import { getOrderPaper, getRecheckPaper } from './data/order-repository';
import { paperCode } from './paper-code';

export type PaperSources = Pick<ReportContext, 'db' | 'packs' | 'office'>;

/** A paper with everything that is known of it, for the window and for Excel alike. */
export type GatheredPaper = {
  readonly content: PaperContent;
  readonly owner: ReportOwner;
  readonly no: string;
  readonly subjectName: string;
  /** Lines of data it holds. */
  readonly rows: number;
};

/**
 * The content of one paper out of the records; nothing on it is asked twice.
 *
 * @param full numbers of persons in full, for the paper that is signed
 * @throws AppError `not_found` for an unknown record, `bad_state` for a paper whose step has not come yet
 */
export async function gatherPaper(
  sources: PaperSources,
  paper: PaperId,
  id: string,
  full: boolean,
): Promise<GatheredPaper> {
  const { db, packs, office } = sources;
  const head = (no: string): PaperHead => ({
    office: office.name,
    no,
    code: paperCode(paperOwners[paper], id, paper),
    blank: false,
  });
  const done = async (content: PaperContent, no: string, subjectId: string, rows = 1): Promise<GatheredPaper> => ({
    content,
    owner: { table: paperOwners[paper], id },
    no,
    subjectName: (await getPaperSubject(db, subjectId)).name,
    rows,
  });
  switch (paper) {
    case 'check-approval': {
      const found = await getNoticePaper(db, id, office);
      return done(buildApproval(found.paper, head(found.no)), found.no, found.subjectId);
    }
    case 'check-notice': {
      const found = await getNoticePaper(db, id, office);
      if (found.noticeNo === null) throw new AppError('bad_state', '检查通知书还没有编号，请先在“文书”中制作通知书。');
      return done(buildNotice(found.paper, packs.papers(), head(found.noticeNo)), found.noticeNo, found.subjectId);
    }
    case 'checklist':
    case 'inspection-record':
    case 'result-record': {
      const { found, record, result } = await getSitePapers(db, id);
      const content =
        paper === 'inspection-record'
          ? buildSiteRecord(record, packs.papers(), head(found.no))
          : paper === 'result-record'
            ? buildResult(result, head(found.no))
            : buildChecklist(result, { ...head(found.no), blank: true });
      return done(content, found.no, found.subject.id, result.items.length);
    }
    case 'interview-record': {
      const found = await getInterviewPaper(db, id, full);
      return done(buildInterview(found.paper, packs.papers(), head(found.no)), found.no, found.subjectId);
    }
    case 'rectification-order': {
      const found = await getOrderPaper(db, id, packs.orderNotice());
      return done(buildOrder(found.paper, head(found.no)), found.no, found.subjectId, found.rows);
    }
    case 'recheck-record': {
      const found = await getRecheckPaper(db, id);
      return done(buildRecheck(found.paper, head(found.no)), found.no, found.subjectId);
    }
    default:
      return assertNever(paper);
  }
}
