import type { EvidenceOwner } from '#shared/domain/evidence/codes';
import type { ReadDb } from '../../db/dialect';

export type Owner = { readonly table: EvidenceOwner; readonly id: string };

const withFile = (db: ReadDb) =>
  db
    .selectFrom('evidence')
    .innerJoin('attachment', 'attachment.id', 'evidence.attachment_id')
    .leftJoin('attachment as scaled', 'scaled.id', 'evidence.preview_id')
    .leftJoin('officer', 'officer.id', 'evidence.officer_id')
    .selectAll('evidence')
    .select([
      'attachment.file_name',
      'attachment.media_type',
      'attachment.size',
      'scaled.sha256 as preview_sha256',
      'officer.name as officer_name',
    ]);

export type EvidenceRow = Awaited<ReturnType<typeof listEvidence>>[number];

/** Originals and copies, in the order of the index. */
export const listEvidence = (db: ReadDb, owner: Owner) =>
  withFile(db)
    .where('evidence.owner_table', '=', owner.table)
    .where('evidence.owner_id', '=', owner.id)
    .orderBy('evidence.position')
    .orderBy('evidence.id')
    .execute();

export const findEvidence = (db: ReadDb, id: string) => withFile(db).where('evidence.id', '=', id).executeTakeFirst();

export const listUnregistered = (db: ReadDb, owner: Owner) =>
  db
    .selectFrom('attachment')
    .leftJoin('evidence', 'evidence.attachment_id', 'attachment.id')
    .selectAll('attachment')
    // a signed paper that came back
    .select((eb) =>
      eb
        .selectFrom('scan')
        .whereRef('scan.sha256', '=', 'attachment.sha256')
        .where('scan.state', '=', 'bound')
        .limit(1)
        .select('scan.id')
        .as('scan_id'),
    )
    // taken beside an item of the checklist
    .select((eb) =>
      eb
        .selectFrom('item_photo')
        .whereRef('item_photo.attachment_id', '=', 'attachment.id')
        .limit(1)
        .select('item_photo.item_code')
        .as('item_code'),
    )
    .where('attachment.owner_table', '=', owner.table)
    .where('attachment.owner_id', '=', owner.id)
    .where('evidence.id', 'is', null)
    .orderBy('attachment.id')
    .execute();

/** Records elsewhere that hold the same bytes. */
export const listElsewhere = (db: ReadDb, owner: Owner, sha256: readonly string[]) =>
  db
    .selectFrom('attachment')
    .leftJoin('evidence', 'evidence.attachment_id', 'attachment.id')
    .leftJoin('inspection', (join) =>
      join.onRef('inspection.id', '=', 'attachment.owner_id').on('attachment.owner_table', '=', 'inspection'),
    )
    .leftJoin('rectification', (join) =>
      join.onRef('rectification.id', '=', 'attachment.owner_id').on('attachment.owner_table', '=', 'rectification'),
    )
    .leftJoin('subject', (join) =>
      join.on((eb) =>
        eb.or([
          eb('subject.id', '=', eb.ref('inspection.subject_id')),
          eb('subject.id', '=', eb.ref('rectification.subject_id')),
        ]),
      ),
    )
    .select([
      'attachment.sha256',
      'attachment.owner_table',
      'evidence.no',
      'inspection.no as inspection_no',
      'rectification.no as rectification_no',
      'subject.name as subject_name',
    ])
    .where('attachment.sha256', 'in', sha256)
    .where('attachment.owner_table', 'not in', ['evidence', 'scan'])
    .where((eb) => eb.or([eb('attachment.owner_table', '!=', owner.table), eb('attachment.owner_id', '!=', owner.id)]))
    .orderBy('attachment.id')
    .limit(500)
    .execute();

export async function lastNumber(db: ReadDb, owner: Owner): Promise<{ no: number; position: number }> {
  const row = await db
    .selectFrom('evidence')
    .select((eb) => [eb.fn.max('no').as('no'), eb.fn.max('position').as('position')])
    .where('owner_table', '=', owner.table)
    .where('owner_id', '=', owner.id)
    .executeTakeFirst();
  return { no: row?.no ?? 0, position: row?.position ?? 0 };
}

export const findInspectionOf = (db: ReadDb, id: string) =>
  db
    .selectFrom('inspection')
    .innerJoin('subject', 'subject.id', 'inspection.subject_id')
    .select([
      'inspection.id',
      'inspection.no',
      'inspection.subject_id',
      'inspection.place',
      'inspection.started_at',
      'inspection.ended_at',
      'inspection.state',
      'inspection.officers',
      'inspection.checklist',
      'inspection.finished_at',
      'subject.name as subject_name',
    ])
    .where('inspection.id', '=', id)
    .executeTakeFirst();

export const findOrderOf = (db: ReadDb, id: string) =>
  db
    .selectFrom('rectification')
    .innerJoin('subject', 'subject.id', 'rectification.subject_id')
    .select([
      'rectification.id',
      'rectification.no',
      'rectification.subject_id',
      'rectification.state',
      'subject.name as subject_name',
    ])
    .where('rectification.id', '=', id)
    .executeTakeFirst();

export const listAnswersOf = (db: ReadDb, inspectionId: string) =>
  db.selectFrom('answer').select(['item_code', 'answer']).where('inspection_id', '=', inspectionId).execute();

export const listItemPhotos = (db: ReadDb, inspectionId: string) =>
  db.selectFrom('item_photo').select('item_code').where('inspection_id', '=', inspectionId).execute();

export const listFindingsOf = (db: ReadDb, inspectionId: string) =>
  db
    .selectFrom('finding')
    .select(['id', 'item_code', 'facts', 'state'])
    .where('inspection_id', '=', inspectionId)
    .orderBy('id')
    .execute();
