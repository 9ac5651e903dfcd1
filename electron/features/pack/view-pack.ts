import * as z from 'zod';
import { findPackInForce, type PackChoice } from '#shared/domain/rating/choose-pack';
import { comparePacks } from '#shared/domain/rating/compare-packs';
import { unverifiedRules } from '#shared/domain/rating/explain';
import type { RouteInput, RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadContext } from '../../ipc/context';
import { checkPack, type PackCheck } from '../../packs/check-pack';
import { getFromLibrary, type LibraryPack, loadLibrary, type PackLibrary, packFinder } from '../../packs/pack-library';
import { loadPackChoice } from '../../packs/rating-packs';
import { type ActivationRow, listActivations } from './pack-repository';

type PackRow = RouteOutput<'pack.list'>['packs'][number];
type Activation = RouteOutput<'pack.list-activations'>['rows'][number];

const text = z.string().catch('');
/** The head of a draft that is no pack yet, as far as it goes. */
const draftHead = z
  .looseObject({
    title: text,
    place: text,
    issuer: text,
    status: text,
    notice: z.string().nullable().catch(null),
    effectiveFrom: text,
    effectiveTo: z.string().nullable().catch(null),
    subjectKinds: z.array(z.string()).catch([]),
    extends: z.looseObject({ id: z.string(), version: z.number() }).optional().catch(undefined),
  })
  .catch({
    title: '',
    place: '',
    issuer: '',
    status: '',
    notice: null,
    effectiveFrom: '',
    effectiveTo: null,
    subjectKinds: [],
  });

function viewRow(one: LibraryPack, inForce: ReadonlyMap<string, readonly string[]>): PackRow {
  const head = one.pack ?? draftHead.parse(JSON.parse(one.text()));
  return {
    packId: one.packId,
    version: one.version,
    sha256: one.sha256,
    title: head.title || one.title,
    place: head.place,
    issuer: head.issuer,
    status: head.status,
    origin: one.origin,
    state: one.state,
    notice: head.notice,
    effectiveFrom: head.effectiveFrom,
    effectiveTo: head.effectiveTo,
    subjectKinds: [...head.subjectKinds],
    inForceFor: one.state === 'draft' ? [] : [...(inForce.get(one.sha256) ?? [])],
    unverified: one.pack ? unverifiedRules(one.pack).length : 0,
    extends: head.extends ? { packId: head.extends.id, version: head.extends.version } : null,
  };
}

/** The kinds of subject that each pack rates on a day, by the hash of the pack. */
function kindsInForce(choice: PackChoice, today: IsoDate): ReadonlyMap<string, readonly string[]> {
  const kinds = [...new Set(choice.packs.flatMap(({ value }) => value.subjectKinds))].sort();
  const bySha = new Map<string, string[]>();
  for (const kind of kinds) {
    const sha256 = rulingPack(choice, kind, today);
    if (sha256 !== null) bySha.set(sha256, [...(bySha.get(sha256) ?? []), kind]);
  }
  return bySha;
}

/** Null also while the choice is disputed or the chosen pack is lost: the list is where that is put right again. */
function rulingPack(choice: PackChoice, kind: string, today: IsoDate): string | null {
  try {
    return findPackInForce(choice, kind, today)?.sha256 ?? null;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

type Context = Pick<ReadContext, 'db' | 'packs' | 'clock'>;

export async function viewPacks({ db, packs, clock }: Context): Promise<PackRow[]> {
  const inForce = kindsInForce(await loadPackChoice(db, packs), clock.today());
  return (await loadLibrary(db, packs)).map((one) => viewRow(one, inForce));
}

export const viewCheck = ({
  pack: _pack,
  problems,
  warnings,
  cases,
  ...rest
}: PackCheck): RouteOutput<'pack.check'> => ({
  ...rest,
  problems: [...problems],
  warnings: [...warnings],
  cases: [...cases],
});

export async function viewPack(key: RouteInput<'pack.get'>, context: Context): Promise<RouteOutput<'pack.get'>> {
  const { db, packs, clock } = context;
  const library = await loadLibrary(db, packs);
  const one = getFromLibrary(library, key);
  const content: unknown = JSON.parse(one.text());
  const check = checkPack(content, { catalogue: packs.catalogue(), library, draft: one.state === 'draft' });
  const base = one.pack?.extends && packFinder(library)(one.pack.extends);
  return {
    ...viewRow(one, kindsInForce(await loadPackChoice(db, packs), clock.today())),
    content,
    check: viewCheck(check),
    differences: base && one.pack ? comparePacks(base, one.pack, packs.catalogue()) : [],
    declaredChanges: [...(one.pack?.extends?.changes ?? [])],
    activations: (await viewActivations(context, library)).filter(
      ({ packId, version }) => packId === key.packId && version === key.version,
    ),
  };
}

/** @throws AppError `bad_pack` when one of them is a draft that is no pack yet */
export async function viewDifferences(
  { before, after }: RouteInput<'pack.compare'>,
  { db, packs }: Context,
): Promise<RouteOutput<'pack.compare'>> {
  const library = await loadLibrary(db, packs);
  const packOf = (key: RouteInput<'pack.get'>) => {
    const one = getFromLibrary(library, key);
    if (one.pack) return one.pack;
    throw new AppError(
      'bad_pack',
      `草稿“${one.title}”第 ${one.version} 版内容还不完整，无法比较。请先改正其中的问题。`,
    );
  };
  return { differences: comparePacks(packOf(before), packOf(after), packs.catalogue()) };
}

const kindsColumn = z.array(z.string());
const dryRunColumn = z.object({ asOf: z.string(), rated: z.number(), moved: z.number(), unrated: z.number() });

export async function viewActivations(
  { db, packs }: Pick<Context, 'db' | 'packs'>,
  known?: PackLibrary,
): Promise<Activation[]> {
  const library = known ?? (await loadLibrary(db, packs));
  return (await listActivations(db)).map((row) => viewActivation(row, library));
}

function viewActivation(row: ActivationRow, library: PackLibrary): Activation {
  return {
    id: row.id,
    packId: row.pack_id,
    version: row.version,
    title: library.find(({ sha256 }) => sha256 === row.sha256)?.title ?? row.pack_id,
    subjectKinds: kindsColumn.parse(JSON.parse(row.subject_kinds)),
    from: row.from_date,
    until: row.until_date,
    note: row.note,
    state: row.state,
    dryRun: dryRunColumn.parse(JSON.parse(row.dry_run)),
    proposedBy: row.proposer_name ?? '',
    proposedAt: row.created_at,
    decidedBy: row.decider_name,
    decidedOn: row.decided_on,
    reason: row.reason,
  };
}
