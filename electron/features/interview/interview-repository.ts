import type { ReadDb } from '../../db/dialect';

export const findInterview = (db: ReadDb, id: string) =>
  db
    .selectFrom('interview')
    .innerJoin('inspection', 'inspection.id', 'interview.inspection_id')
    .innerJoin('subject', 'subject.id', 'interview.subject_id')
    .selectAll('interview')
    .select(['inspection.no as inspection_no', 'inspection.checklist', 'subject.name as subject_name'])
    .where('interview.id', '=', id)
    .executeTakeFirst();

export const listLines = (db: ReadDb, interviewId: string) =>
  db
    .selectFrom('interview_line')
    .selectAll()
    .where('interview_id', '=', interviewId)
    .where('state', '=', 'active')
    .orderBy('seq')
    .orderBy('id')
    .execute();

export const listInterviews = (db: ReadDb, inspectionId: string) =>
  db
    .selectFrom('interview')
    .selectAll()
    .where('inspection_id', '=', inspectionId)
    .orderBy('started_at')
    .orderBy('id')
    .execute();

export const findInspection = (db: ReadDb, id: string) =>
  db.selectFrom('inspection').selectAll().where('id', '=', id).executeTakeFirst();
