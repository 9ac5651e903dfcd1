import { sql } from 'kysely';
import type { ReadDb } from '../../db/dialect';
import { subjectMatches } from '../../db/subject-match';

export type TaskFilter = {
  readonly state?: 'planned' | 'inspected' | 'cancelled' | undefined;
  readonly source?: 'drawn' | 'arranged' | undefined;
  readonly kind?: string | undefined;
  readonly officerId?: string | undefined;
  readonly campaignId?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly query?: string | undefined;
};

/** The kind of a visit; of those drawn by earlier programs the plan's strata tell it. */
const kindOf = sql<string>`coalesce(visit.kind, (
  select json_extract(stratum.value, '$.inspectionKind') from plan, json_each(plan.strata) as stratum
  where plan.id = visit.plan_id and json_extract(stratum.value, '$.id') = visit.stratum), 'double_random')`;

const filtered = (db: ReadDb, filter: TaskFilter) => {
  const { state, source, kind, officerId, campaignId, subjectId, from, to, query } = filter;
  return db
    .selectFrom('visit')
    .$if(state !== undefined, (found) => found.where('visit.state', '=', state ?? 'planned'))
    .$if(source === 'drawn', (found) => found.where('visit.plan_id', 'is not', null))
    .$if(source === 'arranged', (found) => found.where('visit.plan_id', 'is', null))
    .$if(kind !== undefined, (found) => found.where(kindOf, '=', kind ?? ''))
    .$if(officerId !== undefined, (found) =>
      found.where((eb) =>
        eb.or([eb('visit.officer1_id', '=', officerId ?? ''), eb('visit.officer2_id', '=', officerId ?? '')]),
      ),
    )
    .$if(campaignId !== undefined, (found) =>
      found.where((eb) =>
        eb.or([
          eb('visit.campaign_id', '=', campaignId ?? ''),
          eb(
            'visit.plan_id',
            'in',
            db
              .selectFrom('plan')
              .select('plan.id')
              .where('plan.campaign_id', '=', campaignId ?? ''),
          ),
        ]),
      ),
    )
    .$if(subjectId !== undefined, (found) => found.where('visit.subject_id', '=', subjectId ?? ''))
    .$if(from !== undefined, (found) => found.where('visit.date', '>=', from ?? ''))
    .$if(to !== undefined, (found) => found.where('visit.date', '<=', to ?? ''))
    .$if(query !== undefined && query.trim() !== '', (found) =>
      found.where(
        'visit.subject_id',
        'in',
        db
          .selectFrom('subject')
          .select('subject.id')
          .where(subjectMatches(query ?? '')),
      ),
    );
};

/** The page's ids first, from the index; the wide rows only for those. Open work runs forward, the rest backward. */
export async function listTaskIds(
  db: ReadDb,
  filter: TaskFilter & { readonly offset: number; readonly limit: number },
): Promise<string[]> {
  const direction = filter.state === 'planned' ? 'asc' : 'desc';
  const rows = await filtered(db, filter)
    .select('visit.id')
    .orderBy('visit.date', direction)
    .orderBy('visit.id', direction)
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();
  return rows.map(({ id }) => id);
}

export async function countTasks(db: ReadDb, filter: TaskFilter): Promise<number> {
  const { n } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export const listTasks = (db: ReadDb, ids: readonly string[]) =>
  db
    .selectFrom('visit')
    .innerJoin('subject', 'subject.id', 'visit.subject_id')
    .leftJoin('plan', 'plan.id', 'visit.plan_id')
    .leftJoin('visit as lead', 'lead.id', 'visit.merged_into')
    .leftJoin('campaign', (join) => join.on(sql<boolean>`campaign.id = coalesce(visit.campaign_id, plan.campaign_id)`))
    .select((eb) => [
      'visit.id',
      'visit.plan_id as planId',
      'plan.title as planTitle',
      'visit.batch_no as batchNo',
      'campaign.id as campaignId',
      'campaign.title as campaignTitle',
      'visit.subject_id as subjectId',
      'subject.name as subjectName',
      'subject.kind as subjectKind',
      'subject.address',
      kindOf.as('kind'),
      'visit.kind_reason as kindReason',
      eb.fn.coalesce('lead.date', 'visit.date').as('date'),
      sql<string | null>`case when lead.id is null then visit.officer1_id else lead.officer1_id end`.as('officer1'),
      sql<string | null>`case when lead.id is null then visit.officer2_id else lead.officer2_id end`.as('officer2'),
      'visit.state',
      'visit.inspection_id as inspectionId',
      'visit.cause',
      'visit.cause_note as causeNote',
      'visit.checklist_id as checklistId',
      'visit.merged_into as mergedInto',
      'visit.cancel_reason as cancelReason',
      sql<number>`(select count(*) from visit as other where other.merged_into = visit.id)`.as('mergedHere'),
      sql<number>`exists (select 1 from cap_exception where cap_exception.visit_id = visit.id)`.as('overCap'),
    ])
    .where('visit.id', 'in', [...ids])
    .execute();

export const listTaskOfficers = (db: ReadDb, ids: readonly string[]) =>
  db
    .selectFrom('officer')
    .select(['id', 'name', 'certificate_no as certificateNo'])
    .where('id', 'in', [...ids])
    .execute();

/** Subjects with two or more tasks of their own in a month. */
export const listSameMonth = (db: ReadDb, from: string, to: string, limit: number) =>
  db
    .selectFrom('visit')
    .select(['subject_id as subjectId', sql<string>`substr(date, 1, 7)`.as('month')])
    .select(sql<string>`group_concat(id)`.as('ids'))
    .where('state', '=', 'planned')
    .where('merged_into', 'is', null)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .groupBy(['subject_id', sql`substr(date, 1, 7)`])
    .having((eb) => eb(eb.fn.countAll(), '>', 1))
    .orderBy('month')
    .orderBy('subject_id')
    .limit(limit)
    .execute();

/** Planned visits of subjects that bear one of the grades or one of the tags. */
export const listDeskFirst = (
  db: ReadDb,
  asked: {
    readonly gradePacks: readonly string[];
    readonly grades: readonly string[];
    readonly tags: readonly string[];
    readonly deskKinds: readonly string[];
    readonly unlessCauses: readonly string[];
    readonly from: string;
    readonly to: string;
    readonly limit: number;
  },
) =>
  db
    .selectFrom('visit')
    .innerJoin('subject', 'subject.id', 'visit.subject_id')
    .leftJoin('current_rating', 'current_rating.subject_id', 'visit.subject_id')
    .leftJoin('rating', 'rating.id', 'current_rating.rating_id')
    .select('visit.id')
    .where('visit.state', '=', 'planned')
    .where('visit.merged_into', 'is', null)
    .where('visit.date', '>=', asked.from)
    .where('visit.date', '<=', asked.to)
    .where(kindOf, 'not in', [...asked.deskKinds])
    .where((eb) => eb.or([eb('visit.cause', 'is', null), eb('visit.cause', 'not in', [...asked.unlessCauses])]))
    .where((eb) =>
      eb.or([
        eb.and([
          eb('current_rating.grade_code', 'in', [...asked.grades]),
          eb('rating.pack_id', 'in', [...asked.gradePacks]),
        ]),
        sql<boolean>`exists (select 1 from json_each(subject.tags) as tag where tag.value in (${sql.join(asked.tags)}))`,
      ]),
    )
    .orderBy('visit.date')
    .orderBy('visit.id')
    .limit(asked.limit)
    .execute();

export const listMergedInto = (db: ReadDb, leadId: string) =>
  db.selectFrom('visit').select(['id', 'state']).where('merged_into', '=', leadId).execute();

/** The inspection that was begun from a visit; one that was broken off leaves the visit to be made. */
export const findBegun = (db: ReadDb, visitId: string, subjectId: string) =>
  db
    .selectFrom('inspection')
    .select(['id', 'no'])
    .where('subject_id', '=', subjectId)
    .where('visit_id', '=', visitId)
    .where('broken_off', 'is', null)
    .executeTakeFirst();

/** An inspection that was begun from one of a plan's visits still to be made. */
export const findBegunOfPlan = (db: ReadDb, planId: string) =>
  db
    .selectFrom('visit')
    .innerJoin('inspection', (join) =>
      join.onRef('inspection.subject_id', '=', 'visit.subject_id').onRef('inspection.visit_id', '=', 'visit.id'),
    )
    .select('inspection.no')
    .where('visit.plan_id', '=', planId)
    .where('visit.state', '=', 'planned')
    .where('inspection.broken_off', 'is', null)
    .executeTakeFirst();
