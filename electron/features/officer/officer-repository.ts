import type { ReadDb } from '../../db/dialect';

export const listOfficers = (db: ReadDb, activeOnly: boolean) =>
  db
    .selectFrom('officer')
    .selectAll()
    .$if(activeOnly, (query) => query.where('active', '=', 1))
    .orderBy('station')
    .orderBy('certificate_no')
    .execute();

/** Avoidances in force, with the subject's name. */
export const listAvoidances = (db: ReadDb) =>
  db
    .selectFrom('avoidance')
    .innerJoin('subject', 'subject.id', 'avoidance.subject_id')
    .select([
      'avoidance.id',
      'avoidance.officer_id',
      'avoidance.subject_id',
      'subject.name as subject_name',
      'avoidance.reason',
    ])
    .where('avoidance.ended_on', 'is', null)
    .orderBy('avoidance.id')
    .execute();

export const findOfficerByCertificate = (db: ReadDb, certificateNo: string) =>
  db.selectFrom('officer').selectAll().where('certificate_no', '=', certificateNo).executeTakeFirst();

export const findOfficer = (db: ReadDb, id: string) =>
  db.selectFrom('officer').selectAll().where('id', '=', id).executeTakeFirst();

export const findAvoidance = (db: ReadDb, id: string) =>
  db.selectFrom('avoidance').select(['id', 'ended_on']).where('id', '=', id).executeTakeFirst();
