import { sql } from 'kysely';
import type { CheckNoticeState } from '#shared/domain/paper/check-notice';
import type { ReadDb } from '../../db/dialect';
import { subjectMatches } from '../../db/subject-match';

export type NoticeFilter = { readonly state?: CheckNoticeState | undefined; readonly query?: string | undefined };

const withNames = (db: ReadDb) =>
  db
    .selectFrom('check_notice')
    .innerJoin('subject', 'subject.id', 'check_notice.subject_id')
    .innerJoin('officer as applicant', 'applicant.id', 'check_notice.applied_by')
    .leftJoin('officer as head', 'head.id', 'check_notice.decided_by')
    .selectAll('check_notice')
    .select([
      'subject.name as subject_name',
      'applicant.name as applicant_name',
      'applicant.certificate_no as applicant_certificate',
      'head.name as head_name',
      'head.certificate_no as head_certificate',
    ]);

export type NoticeRow = Awaited<ReturnType<typeof listNotices>>[number];

export const findNotice = (db: ReadDb, id: string) =>
  withNames(db).where('check_notice.id', '=', id).executeTakeFirst();

/** All of a case, newest first: one that was refused or withdrawn is followed by another. */
export const listNoticesOf = (db: ReadDb, visitId: string | null, inspectionId: string | null) =>
  withNames(db)
    .where((eb) =>
      eb.or([
        eb('check_notice.visit_id', '=', visitId ?? ''),
        eb('check_notice.inspection_id', '=', inspectionId ?? ''),
      ]),
    )
    .orderBy('check_notice.applied_on', 'desc')
    .orderBy('check_notice.id', 'desc')
    .execute();

const filtered = (db: ReadDb, { state, query }: NoticeFilter) => {
  let found = db.selectFrom('check_notice').innerJoin('subject', 'subject.id', 'check_notice.subject_id');
  if (state) found = found.where('check_notice.state', '=', state);
  if (query) {
    const matches = subjectMatches(query);
    found = found.where((eb) => eb.or([matches, eb(sql<number>`instr(check_notice.no, ${query})`, '>', 0)]));
  }
  return found;
};

/** Newest first. Ids first, so that the joins are made for one page only. */
export async function listNotices(db: ReadDb, filter: NoticeFilter & { offset: number; limit: number }) {
  const ids = await filtered(db, filter)
    .select('check_notice.id')
    .orderBy('check_notice.applied_on', 'desc')
    .orderBy('check_notice.id', 'desc')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();
  if (ids.length === 0) return [];
  return withNames(db)
    .where(
      'check_notice.id',
      'in',
      ids.map(({ id }) => id),
    )
    .orderBy('check_notice.applied_on', 'desc')
    .orderBy('check_notice.id', 'desc')
    .execute();
}

export async function countNotices(db: ReadDb, filter: NoticeFilter): Promise<number> {
  const { n } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export const findVisit = (db: ReadDb, id: string) =>
  db
    .selectFrom('visit')
    .leftJoin('plan', 'plan.id', 'visit.plan_id')
    .innerJoin('subject', 'subject.id', 'visit.subject_id')
    .selectAll('visit')
    .select(['plan.title as plan_title', 'subject.name as subject_name', 'subject.kind as subject_kind'])
    .select('subject.address as subject_address')
    .where('visit.id', '=', id)
    .executeTakeFirst();

export const findInspection = (db: ReadDb, id: string) =>
  db
    .selectFrom('inspection')
    .innerJoin('subject', 'subject.id', 'inspection.subject_id')
    .selectAll('inspection')
    .select(['subject.name as subject_name', 'subject.kind as subject_kind'])
    .where('inspection.id', '=', id)
    .executeTakeFirst();

/** The inspection that was made of a visit, whichever of the two names the other. */
export const findInspectionOfVisit = (db: ReadDb, visitId: string, subjectId: string) =>
  db
    .selectFrom('inspection')
    .select('id')
    .where('subject_id', '=', subjectId)
    .where('visit_id', '=', visitId)
    .executeTakeFirst();
