import type { PackChoice } from '#shared/domain/rating/choose-pack';
import { type CompiledPack, compilePack } from '#shared/domain/rating/compile';
import { type MoveCause, moveCauses } from '#shared/domain/rating/move-cause';
import { type RatedInput, readInput } from '#shared/domain/rating/stored-input';
import type { IsoDate } from '#shared/kernel/dates';
import type { PreparedPack } from '../../rating-run/prepare-packs';
import type { RatedRow } from '../../rating-run/rating-run-repository';

const compiledByHash = new Map<string, CompiledPack>();

/** The pack that made an earlier rating, compiled once; undefined when it is no longer at hand. */
export function packOf({ packs }: Pick<PackChoice, 'packs'>, sha256: string): CompiledPack | undefined {
  const source = packs.find((pack) => pack.sha256 === sha256);
  if (source === undefined) return undefined;
  const compiled = compiledByHash.get(sha256) ?? compilePack(source.value);
  compiledByHash.set(sha256, compiled);
  return compiled;
}

type Move = {
  readonly row: RatedRow;
  readonly input: RatedInput;
  readonly prepared: PreparedPack;
  readonly asOf: IsoDate;
  readonly choice: PackChoice;
};

/** Why the grade changed from the current rating; empty when the pack of that rating is not at hand any more. */
export function causesOfMove({ row, input, prepared, asOf, choice }: Move): MoveCause[] {
  const before = packOf(choice, row.pack_sha256 ?? '');
  if (before === undefined || row.current_input === null || row.current_as_of === null) return [];
  return moveCauses(
    { compiled: before, asOf: row.current_as_of, ...readInput(row.current_input) },
    { compiled: prepared.compiled, asOf, ...input },
  );
}
