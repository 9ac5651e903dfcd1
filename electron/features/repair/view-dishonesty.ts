import { actsInForce } from '#shared/domain/dishonesty/acts';
import type { Dishonesty } from '#shared/domain/dishonesty/dishonesty';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { listAttachments } from '../../db/attachment';
import { listDishonestyBesideActive, termsToday, toDishonesty } from '../../db/dishonesty-row';
import { groupRows } from '../../db/group-rows';
import type { ReadContext } from '../../ipc/context';
import {
  countDishonesty,
  type DishonestyRow,
  listDishonesty,
  listDishonestyOf,
  listRepairsOf,
} from './dishonesty-repository';
import { actOf, outlookOf } from './dishonesty-terms';
import { type LoadedDishonesty, loadDishonesty } from './load-dishonesty';

type Context = Pick<ReadContext, 'db' | 'packs' | 'clock'>;
type Row = RouteOutput<'dishonesty.list'>['rows'][number];

function viewRow(
  row: DishonestyRow,
  ofSubject: readonly Dishonesty[],
  { packs, clock }: Context,
  withinDays: number,
): Row {
  const record = toDishonesty(row);
  const terms = termsToday(packs.repairRegimes(), record, ofSubject, clock.today());
  return {
    id: record.id,
    subjectId: record.subjectId,
    subjectName: row.subject_name,
    subjectUscc: row.subject_uscc,
    factId: record.factId,
    actCode: record.actCode,
    actText: actOf(packs, record)?.text ?? record.actCode,
    regime: record.regime,
    class: record.class,
    documentNo: record.documentNo,
    authority: record.authority,
    decidedOn: record.decidedOn,
    publishedOn: record.publishedOn,
    state: record.state,
    stateOn: record.stateOn,
    earliestOn: terms?.earliestOn ?? null,
    endsOn: terms?.endsOn ?? null,
    outlook: outlookOf(record, terms, clock.today(), withinDays),
    repairId: row.repair_id,
  };
}

async function viewRows(
  rows: readonly DishonestyRow[],
  besides: readonly Dishonesty[],
  context: Context,
  withinDays: number,
) {
  const bySubject = groupRows(besides, (record) => record.subjectId);
  return rows.map((row) => viewRow(row, bySubject.get(row.subject_id) ?? [], context, withinDays));
}

export async function viewDishonestyList(
  input: ParsedInput<'dishonesty.list'>,
  context: Context,
): Promise<{ rows: Row[]; total: number }> {
  const { db } = context;
  const { outlook, withinDays, offset, limit, ...filter } = input;
  if (outlook === undefined) {
    const rows = await listDishonesty(db, filter, { offset, limit });
    const besides = await listDishonestyOf(db, [...new Set(rows.map((row) => row.subject_id))]);
    return {
      rows: await viewRows(rows, besides.map(toDishonesty), context, withinDays),
      total: await countDishonesty(db, filter),
    };
  }
  // where a record stands follows from the packs, so it cannot be asked of the database
  const found = (await viewActive(context, withinDays, filter)).filter((row) => row.outlook === outlook);
  return { rows: found.slice(offset, offset + limit), total: found.length };
}

async function viewActive(
  context: Context,
  withinDays: number,
  filter: Parameters<typeof listDishonesty>[1],
): Promise<Row[]> {
  if (filter.state !== undefined && filter.state !== 'active') return [];
  const rows = await listDishonesty(context.db, { ...filter, state: 'active' });
  const besides = (await listDishonestyBesideActive(context.db)).map(toDishonesty);
  return viewRows(rows, besides, context, withinDays);
}

/** Nobody has applied yet, and may now or soon; the earliest day first. */
export async function viewReady(context: Context, withinDays: number): Promise<Row[]> {
  const rows = await viewActive(context, withinDays, {});
  return rows
    .filter((row) => (row.outlook === 'ready' || row.outlook === 'soon') && row.repairId === null)
    .sort((a, b) => ((a.earliestOn ?? '') < (b.earliestOn ?? '') ? -1 : 1));
}

export const viewDishonestyRow = ({ row, ofSubject }: LoadedDishonesty, context: Context) =>
  viewRow(row, ofSubject, context, 30);

export async function viewDishonesty(id: string, context: Context): Promise<RouteOutput<'dishonesty.get'>> {
  const loaded = await loadDishonesty(context.db, id);
  const { record, row, ofSubject } = loaded;
  const act = actOf(context.packs, record);
  const terms = termsToday(context.packs.repairRegimes(), record, ofSubject, context.clock.today());
  return {
    ...viewDishonestyRow(loaded, context),
    actSummary: record.actSummary,
    penalty: record.penalty,
    actBasis: act?.basis ?? null,
    actVerified: act?.verified ?? false,
    createdAt: row.created_at,
    terms: terms && { ...terms, steps: [...terms.steps] },
    repairs: await listRepairsOf(context.db, row),
    attachments: await listAttachments(context.db, { table: 'dishonesty', id }),
  };
}

/** The lists in force, for choosing: an act is never typed. */
export function viewActs(
  { regime, on }: ParsedInput<'dishonesty.list-acts'>,
  { packs, clock }: Context,
): RouteOutput<'dishonesty.list-acts'> {
  const fits = (regimes: readonly string[]) => regime === undefined || regimes.includes(regime);
  const lists = actsInForce(packs.acts(), on ?? clock.today()).filter((pack) =>
    pack.acts.some((act) => fits(act.regimes)),
  );
  return {
    acts: lists.flatMap((pack) =>
      pack.acts.filter((act) => fits(act.regimes)).map((act) => ({ ...act, packTitle: pack.title })),
    ),
    measures: lists.flatMap((pack) => pack.measures.map((measure) => ({ ...measure, packTitle: pack.title }))),
  };
}
