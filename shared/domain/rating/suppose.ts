import { assertNever } from '../../kernel/assert';
import { addDays, type IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import type { CataloguePack } from '../catalogue/catalogue';
import { findItem } from '../catalogue/catalogue';
import { type FactFields, validateFactFields } from '../catalogue/validate-fact-fields';
import type { CompiledPack } from './compile';
import type { RatingSubject } from './condition';
import type { RatingFact } from './fact';
import { nextChangeDay } from './next-change';
import type { Score } from './rater';

/** What a what-if question assumes about the records; nothing of it is ever stored. */
export type Supposition =
  | { readonly kind: 'repaired'; readonly factId: string; readonly on: IsoDate }
  | { readonly kind: 'rectified'; readonly factId: string; readonly on: IsoDate }
  | {
      readonly kind: 'new';
      readonly itemCode: string;
      readonly occurredOn: IsoDate;
      readonly validTo: IsoDate | null;
      readonly fields: FactFields;
    };

/** Fields of the catalogue that hold the day on which the fault was corrected. */
const CURED_FIELDS = ['curedOn', 'removedOn'] as const;

/** The field in which a correction of this item would stand; undefined when the catalogue has none. */
export function curedField(catalogue: CataloguePack, itemCode: string): string | undefined {
  return CURED_FIELDS.find((key) => findItem(catalogue, itemCode)?.fields.some((field) => field.key === key));
}

/**
 * The records as they would be under the suppositions.
 *
 * @throws AppError `not_found` for a record that is not there, `bad_input` for a day before the record, an unknown
 *   item or wrong fields, `bad_state` when the item cannot be corrected
 * @example suppose(facts, [{ kind: 'repaired', factId: 'f1', on: '2027-01-01' }], catalogue)
 */
export function suppose(
  facts: readonly RatingFact[],
  suppositions: readonly Supposition[],
  catalogue: CataloguePack,
): RatingFact[] {
  let supposed = [...facts];
  suppositions.forEach((supposition, index) => {
    switch (supposition.kind) {
      case 'repaired':
        supposed = change(supposed, supposition, (fact) => ({
          ...fact,
          state: 'repaired',
          repairedOn: supposition.on,
        }));
        return;
      case 'rectified':
        supposed = change(supposed, supposition, (fact) => {
          const field = curedField(catalogue, fact.itemCode);
          if (field === undefined)
            throw new AppError('bad_state', '这类记录没有改正日期一栏，不能假定已改正；请改用“已修复”。');
          return { ...fact, fields: { ...fact.fields, [field]: supposition.on } };
        });
        return;
      case 'new':
        supposed.push(newFact(supposition, index, catalogue));
        return;
      default:
        assertNever(supposition);
    }
  });
  return supposed;
}

function change(
  facts: readonly RatingFact[],
  { factId, on }: { readonly factId: string; readonly on: IsoDate },
  by: (fact: RatingFact) => RatingFact,
): RatingFact[] {
  const known = facts.find((fact) => fact.id === factId);
  if (known === undefined) throw new AppError('not_found', '没有找到所选的记录，请刷新后重试。');
  if (on < known.occurredOn)
    throw new AppError('bad_input', `假定的日期不能早于记录的发生日期（${known.occurredOn}），请改正。`);
  return facts.map((fact) => (fact === known ? by(fact) : fact));
}

function newFact(
  { itemCode, occurredOn, validTo, fields }: Extract<Supposition, { kind: 'new' }>,
  index: number,
  catalogue: CataloguePack,
): RatingFact {
  const item = findItem(catalogue, itemCode);
  if (item === undefined) throw new AppError('bad_input', '信用信息目录中没有所选的信息项，请从目录中选择。');
  const problems = validateFactFields(item, fields);
  if (problems[0]) throw new AppError('bad_input', `假定的新增记录填写有误：${problems[0].message}。`, problems);
  return {
    id: `~${index}`,
    itemCode,
    occurredOn,
    validFrom: occurredOn,
    validTo,
    state: 'active',
    repairedOn: null,
    fields,
    sourceOrg: '假定的新增记录',
    sourceNo: '',
  };
}

/**
 * The days on which the result changes by time alone, up to `until`.
 *
 * @param most how many at the most
 * @example turnsBetween(compiled, subject, facts, '2026-11-23', '2028-11-23') // [{ on: '2026-12-01', gradeCode: 'A', … }]
 */
export function turnsBetween(
  compiled: CompiledPack,
  subject: RatingSubject,
  facts: readonly RatingFact[],
  asOf: IsoDate,
  until: IsoDate,
  most = 40,
): (Score & { readonly on: IsoDate })[] {
  const nextDay = nextChangeDay(compiled);
  const turns: (Score & { readonly on: IsoDate })[] = [];
  let last = compiled.at(asOf).score(subject, facts);
  for (let on = nextDay(facts, asOf); on !== null && on <= until && turns.length < most; on = nextDay(facts, on)) {
    const score = compiled.at(on).score(subject, facts);
    if (score.gradeCode !== last.gradeCode || score.scoreThousandths !== last.scoreThousandths)
      turns.push({ on, ...score });
    last = score;
  }
  return turns;
}

/** The day two years on, as far as the what-if page looks ahead. */
export const lookAhead = (asOf: IsoDate): IsoDate => addDays(asOf, 731);
