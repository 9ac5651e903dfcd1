import { findPackInForce, type PackSource } from '#shared/domain/rating/choose-pack';
import { explain } from '#shared/domain/rating/explain';
import type { RatingPack } from '#shared/domain/rating/pack';
import { parseRatingPack } from '#shared/domain/rating/parse-rating-pack';
import { type RatingResult, rate } from '#shared/domain/rating/rate';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { JobContext, ReadContext } from '../../ipc/context';
import { getFromLibrary, loadLibrary } from '../../packs/pack-library';
import { loadPackChoice, ratingPacks } from '../../packs/rating-packs';
import { type DryRun, dryRun } from '../../rating-run/dry-run';
import { factsOf, findRatedSubject, toRatingSubject } from '../../rating-run/rating-run-repository';
import { requireKinds } from './activation-service';

/** Rates one subject by a pack that is being edited and by the one in force; nothing is written. */
export async function tryPack(
  { content, subjectId, asOf }: ParsedInput<'pack.try'>,
  { db, packs, clock }: ReadContext,
): Promise<RouteOutput<'pack.try'>> {
  const pack = parseRatingPack(content, packs.catalogue());
  const row = await findRatedSubject(db, subjectId);
  if (!row) throw new AppError('not_found', '没有找到这个监管对象，可能已随导入撤回。');
  const on = asOf ?? clock.today();
  const input = { subject: toRatingSubject(row), facts: await factsOf(db, subjectId), asOf: on };
  const ruling = findPackInForce(await loadPackChoice(db, packs), row.kind, on);
  const result = rate(pack, input);
  const { lines } = explain(pack, result, packs.catalogue());
  return {
    subjectName: row.name,
    inForce: ruling ? figures(ruling.value, rate(ruling.value, input)) : null,
    tried: figures(pack, result),
    lines: lines.map(({ nodeId, label, points, sentence }) => ({ nodeId, label, pointsThousandths: points, sentence })),
  };
}

function figures(pack: RatingPack, result: RatingResult): RouteOutput<'pack.try'>['tried'] {
  const { grade, headline } = explain(pack, result);
  const { scoreThousandths } = result;
  return { gradeCode: grade.code, gradeName: grade.name, symbol: grade.symbol, scoreThousandths, headline };
}

/** A draft may be tried on everybody as soon as it can rate at all; its failing cases do not hinder that. */
export async function tryOnEverybody(
  input: ParsedInput<'pack.dry-run'>,
  context: JobContext,
): Promise<RouteOutput<'pack.dry-run'>> {
  const { db, packs, clock } = context;
  const one = getFromLibrary(await loadLibrary(db, packs), input);
  const value = parseRatingPack(JSON.parse(one.text()), packs.catalogue());
  const source = { sha256: one.sha256, value, origin: one.origin };
  const found = await runDry(source, requireKinds(source, input.subjectKinds), input.asOf ?? clock.today(), context);
  return {
    ...found,
    moved: found.moved.map((mover) => ({ ...mover, causes: [...mover.causes] })),
    matrix: [...found.matrix],
  };
}

export async function runDry(
  source: PackSource,
  kinds: readonly string[],
  asOf: IsoDate,
  { store, db, packs, progress }: JobContext,
): Promise<DryRun> {
  return dryRun({ store, source, kinds, asOf, sources: await ratingPacks(db, packs), progress });
}
