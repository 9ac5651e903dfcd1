import { addDays } from '#shared/kernel/dates';
import type { ReadDb } from './dialect';

/** Records that run over several days are found as long as they began within a month. */
const LONGEST_DAYS = 31;

export type OfficerTime = {
  readonly label: string;
  readonly inspectionId: string;
  readonly officerIds: readonly [string, string];
  readonly startedAt: string;
  readonly endedAt: string | null;
};

type Span = { readonly officerIds: readonly string[]; readonly startedAt: string; readonly endedAt: string | null };

/** The latest moment a span may reach; without an end, the end of its day. */
const endOf = ({ startedAt, endedAt }: Span) => endedAt ?? `${startedAt.slice(0, 10)}T24:00`;

/** Questionings of these officers that may touch the span; void ones do not count. */
export async function listInterviewTimes(db: ReadDb, span: Span, exceptId = ''): Promise<OfficerTime[]> {
  const rows = await db
    .selectFrom('interview')
    .select(['no', 'person_name', 'inspection_id', 'officer1_id', 'officer2_id', 'started_at', 'ended_at'])
    .where('started_at', '>=', addDays(span.startedAt.slice(0, 10), -LONGEST_DAYS))
    .where('started_at', '<', endOf(span))
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', span.startedAt)]))
    .where((eb) => eb.or([eb('officer1_id', 'in', span.officerIds), eb('officer2_id', 'in', span.officerIds)]))
    .where('state', '!=', 'void')
    .where('id', '!=', exceptId)
    .execute();
  return rows.map((row) => ({
    label: `询问笔录 ${row.no}`,
    inspectionId: row.inspection_id,
    officerIds: [row.officer1_id, row.officer2_id],
    startedAt: row.started_at,
    endedAt: row.ended_at,
  }));
}

/** Inspections of these officers that may touch the span. */
export async function listInspectionTimes(db: ReadDb, span: Span): Promise<OfficerTime[]> {
  const rows = await db
    .selectFrom('inspection')
    .innerJoin('subject', 'subject.id', 'inspection.subject_id')
    .select(['inspection.id', 'inspection.no', 'officer1_id', 'officer2_id', 'started_at', 'ended_at'])
    .select('subject.name as subject_name')
    .where('inspection.state', 'in', ['open', 'finished'])
    .where('started_at', '>=', addDays(span.startedAt.slice(0, 10), -LONGEST_DAYS))
    .where('started_at', '<', endOf(span))
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', span.startedAt)]))
    .where((eb) => eb.or([eb('officer1_id', 'in', span.officerIds), eb('officer2_id', 'in', span.officerIds)]))
    .execute();
  return rows.map((row) => ({
    label: `检查 ${row.no} ${row.subject_name}`,
    inspectionId: row.id,
    officerIds: [row.officer1_id, row.officer2_id],
    startedAt: row.started_at,
    endedAt: row.ended_at,
  }));
}
