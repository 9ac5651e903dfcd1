import * as z from 'zod';
import { basis } from '../basis/basis';
import { parsePack } from '../basis/parse-pack';
import { type CataloguePack, findItem } from '../catalogue/catalogue';
import type { PenaltyRow } from './penalty-table';

const itemCode = z.string().regex(/^[a-z][a-z0-9_]{1,63}$/);
const words = z.array(z.string().min(2).max(60));

/**
 * Which item of the catalogue a row of the 双公示 penalty table becomes. The table carries no code of the field, so the
 * words of an office decide; they are data because every office words its documents in its own way.
 */
export const penaltyMappingSchema = z.strictObject({
  format: z.literal(1),
  id: z.string(),
  version: z.number().int().min(1),
  title: z.string(),
  place: z.string(),
  status: z.enum(['official', 'sample', 'office']),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  note: z.string().optional(),
  /** The first that fits counts: a word in the type of violation, or in the legal basis. */
  rules: z.array(
    z.strictObject({
      itemCode,
      violation: words,
      legalBasis: words,
      basis,
      verified: z.boolean(),
    }),
  ),
  /** For a penalty that no rule names. */
  otherItemCode: itemCode,
});

export type PenaltyMapping = z.output<typeof penaltyMappingSchema>;

export const parsePenaltyMapping = (json: unknown, name: string): PenaltyMapping =>
  parsePack(penaltyMappingSchema, json, name);

/**
 * The catalogue item of a penalty. A rule counts only when its item is meant for this kind of subject: a firm that
 * acts as a patent agency without a licence is no patent agency.
 *
 * @param subjectKind code of the kind of the party
 * @example penaltyItemCode(mapping, catalogue, { ...row, violationType: '商标侵权' }, 'enterprise') // 'penalty_trademark'
 */
export function penaltyItemCode(
  mapping: PenaltyMapping,
  catalogue: CataloguePack,
  row: Pick<PenaltyRow, 'violationType' | 'penaltyName' | 'basis'>,
  subjectKind: string,
): string {
  const violation = `${row.violationType ?? ''}\n${row.penaltyName ?? ''}`;
  const fits = mapping.rules.find(
    (rule) =>
      (rule.violation.some((word) => violation.includes(word)) ||
        rule.legalBasis.some((word) => row.basis.includes(word))) &&
      findItem(catalogue, rule.itemCode)?.subjectKinds.includes(subjectKind),
  );
  return fits?.itemCode ?? mapping.otherItemCode;
}
