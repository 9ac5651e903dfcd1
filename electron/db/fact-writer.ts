import * as z from 'zod';
import { type CatalogueItem, type CataloguePack, findItem } from '#shared/domain/catalogue/catalogue';
import { type FactFields, validateFactFields } from '#shared/domain/catalogue/validate-fact-fields';
import { subjectKindLabels, subjectKinds } from '#shared/domain/subject/subject';
import { addMonths, type IsoDate } from '#shared/kernel/dates';
import { AppError, type FieldProblem } from '#shared/kernel/errors';
import type { ReadDb } from './dialect';
import type { FactTable } from './schema';
import { getActiveSubject } from './subject-match';
import type { WriteTx } from './write-tx';

/** How facts come into being and are taken back: by hand, and by what officers confirm elsewhere. */

const subjectKind = z.enum(subjectKinds);

export type NewFact = {
  readonly subjectId: string;
  readonly itemCode: string;
  readonly sourceOrg: string;
  readonly sourceNo: string;
  readonly occurredOn: IsoDate;
  readonly validFrom?: IsoDate | undefined;
  readonly validTo?: IsoDate | null | undefined;
  readonly summary: string;
  readonly fields: FactFields;
  readonly originOffice?: string | undefined;
};

export const findFact = (db: ReadDb, id: string) =>
  db.selectFrom('fact').selectAll().where('id', '=', id).executeTakeFirst();

const findSameFact = (db: ReadDb, fact: Pick<FactTable, 'subject_id' | 'item_code' | 'source_no'>) =>
  db
    .selectFrom('fact')
    .select(['id', 'occurred_on'])
    .where('subject_id', '=', fact.subject_id)
    .where('item_code', '=', fact.item_code)
    .where('source_no', '=', fact.source_no)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst();

/** The last day on which a fact counts, from its item's months of validity; null when it has no end. */
export const defaultValidTo = (
  { validityMonths }: Pick<CatalogueItem, 'validityMonths'>,
  from: IsoDate,
): IsoDate | null => (validityMonths === null ? null : addMonths(from, validityMonths));

export async function createFact(tx: WriteTx, catalogue: CataloguePack, input: NewFact): Promise<string> {
  const subject = await getActiveSubject(tx.db, input.subjectId);
  const item = findItem(catalogue, input.itemCode);
  if (!item)
    throw new AppError('bad_input', `信用信息目录中没有代码为“${input.itemCode}”的信息项。请从目录中选择。`, [
      { path: 'itemCode', message: '不在目录中' },
    ]);
  const validFrom = input.validFrom ?? input.occurredOn;
  const validTo = input.validTo === undefined ? defaultValidTo(item, validFrom) : input.validTo;
  refuseProblems([
    ...(item.subjectKinds.includes(subject.kind)
      ? []
      : [{ path: 'itemCode', message: `“${item.name}”不适用于${subjectKindLabels[subjectKind.parse(subject.kind)]}` }]),
    ...(input.occurredOn > tx.today ? [{ path: 'occurredOn', message: '发生日期不能晚于今天' }] : []),
    ...(validTo !== null && validTo < validFrom ? [{ path: 'validTo', message: '有效期截止日早于起始日' }] : []),
    ...validateFactFields(item, input.fields),
  ]);
  const row = { subject_id: input.subjectId, item_code: item.code, source_no: input.sourceNo };
  const same = input.sourceNo === '' ? undefined : await findSameFact(tx.db, row);
  if (same)
    throw new AppError(
      'conflict',
      `“${subject.name}”已有文号 ${input.sourceNo} 的“${item.name}”（${same.occurred_on}），不能重复登记。请核对文号，或先撤回那一条。`,
      [{ path: 'sourceNo', message: '文号重复' }],
    );
  const id = tx.newId();
  tx.insert('fact', {
    id,
    ...row,
    source_org: input.sourceOrg,
    occurred_on: input.occurredOn,
    valid_from: validFrom,
    valid_to: validTo,
    summary: input.summary,
    fields: JSON.stringify(input.fields),
    state: 'active',
    state_on: null,
    state_reason: null,
    import_id: null,
    created_at: tx.now,
    origin_office: input.originOffice ?? null,
    adopted_on: null,
    adopted_reason: null,
  });
  return id;
}

type Withdrawal = { readonly id: string; readonly on: IsoDate; readonly reason: string };

/** Takes a fact back because it was wrong or revoked; the entry stays and says why. */
export async function withdrawFact(tx: WriteTx, { id, on, reason }: Withdrawal): Promise<FactTable> {
  const fact = await findFact(tx.db, id);
  if (!fact) throw new AppError('not_found', '没有找到这条信用信息，请刷新后重试。');
  if (fact.state === 'withdrawn')
    throw new AppError('bad_state', `这条信用信息已于 ${fact.state_on ?? ''} 撤回，不能再次撤回。`);
  refuseProblems([
    ...(on > tx.today ? [{ path: 'on', message: '撤回日期不能晚于今天' }] : []),
    ...(on < fact.occurred_on ? [{ path: 'on', message: `撤回日期不能早于发生日期（${fact.occurred_on}）` }] : []),
  ]);
  tx.update('fact', id, { state: 'withdrawn', state_on: on, state_reason: reason });
  return fact;
}

export function refuseProblems(problems: readonly FieldProblem[]): void {
  const [first] = problems;
  if (first) throw new AppError('bad_input', `还不能保存：${first.message}。`, problems);
}
