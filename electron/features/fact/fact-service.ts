import * as z from 'zod';
import { formatBasis } from '#shared/domain/basis/basis';
import { type CatalogueItem, type CataloguePack, findItem } from '#shared/domain/catalogue/catalogue';
import { validateFactFields } from '#shared/domain/catalogue/validate-fact-fields';
import { subjectKindLabels } from '#shared/domain/subject/subject';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { addMonths, type IsoDate } from '#shared/kernel/dates';
import { AppError, type FieldProblem } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import type { FactTable } from '../../db/schema';
import { getActiveSubject } from '../../db/subject-match';
import type { WriteTx } from '../../db/write-tx';
import { readKind } from '../../table-import/subject-row';
import { countFacts, findFact, findSameFact, type ListedFact, listFacts } from './fact-repository';

const fieldsColumn = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

export function viewCatalogue(pack: CataloguePack): RouteOutput<'fact.list-catalogue'> {
  return {
    packTitle: pack.title,
    items: pack.items.map((item) => ({
      code: item.code,
      name: item.name,
      nature: item.nature,
      provider: item.provider,
      disclosure: item.disclosure,
      basis: formatBasis(item.basis),
      verified: item.verified,
      retentionMonths: item.retentionMonths,
      validityMonths: item.validityMonths,
      fields: item.fields.map(({ key, label, type, required, choices }) => ({
        key,
        label,
        type,
        required,
        choices: [...(choices ?? [])],
      })),
    })),
  };
}

export async function viewFacts(
  db: ReadDb,
  catalogue: CataloguePack,
  input: ParsedInput<'fact.list'>,
  today: IsoDate,
): Promise<RouteOutput<'fact.list'>> {
  return {
    rows: (await listFacts(db, input)).map((row) => viewFact(row, catalogue, today)),
    total: await countFacts(db, input),
  };
}

function viewFact(row: ListedFact, catalogue: CataloguePack, today: IsoDate): RouteOutput<'fact.list'>['rows'][number] {
  const item = findItem(catalogue, row.item_code);
  return {
    id: row.id,
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    itemCode: row.item_code,
    itemName: item?.name ?? row.item_code,
    nature: item?.nature ?? 'neutral',
    sourceOrg: row.source_org,
    sourceNo: row.source_no,
    occurredOn: row.occurred_on,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    summary: row.summary,
    fields: fieldsColumn.parse(JSON.parse(row.fields)),
    state: row.state,
    stateOn: row.state_on,
    stateReason: row.state_reason,
    expired: row.valid_to !== null && row.valid_to < today,
    originOffice: row.origin_office,
    adoptedOn: row.adopted_on,
  };
}

/** The last day on which a fact counts, from its item's months of validity; null when it has no end. */
export const defaultValidTo = (
  { validityMonths }: Pick<CatalogueItem, 'validityMonths'>,
  from: IsoDate,
): IsoDate | null => (validityMonths === null ? null : addMonths(from, validityMonths));

export async function createFact(
  tx: WriteTx,
  catalogue: CataloguePack,
  input: ParsedInput<'fact.create'>,
): Promise<string> {
  const subject = await getActiveSubject(tx.db, input.subjectId);
  const item = findItem(catalogue, input.itemCode);
  if (!item)
    throw new AppError('bad_input', `信用信息目录中没有代码为“${input.itemCode}”的信息项。请从目录中选择。`, [
      { path: 'itemCode', message: '不在目录中' },
    ]);
  const validFrom = input.validFrom ?? input.occurredOn;
  const validTo = input.validTo === undefined ? defaultValidTo(item, validFrom) : input.validTo;
  refuse([
    ...(item.subjectKinds.includes(subject.kind)
      ? []
      : [{ path: 'itemCode', message: `“${item.name}”不适用于${subjectKindLabels[readKind(subject.kind)]}` }]),
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

function refuse(problems: readonly FieldProblem[]): void {
  const [first] = problems;
  if (first) throw new AppError('bad_input', `还不能保存：${first.message}。`, problems);
}

/** Adopts another office's record: from that day on it counts here as well. */
export async function adoptFact(tx: WriteTx, { id, on, reason }: ParsedInput<'fact.adopt'>): Promise<FactTable> {
  const fact = await findFact(tx.db, id);
  if (!fact) throw new AppError('not_found', '没有找到这条信用信息，请刷新后重试。');
  if (fact.origin_office === null) throw new AppError('bad_state', '这条信用信息是本局登记的，不需要采信。');
  if (fact.adopted_on !== null)
    throw new AppError('bad_state', `这条信用信息已于 ${fact.adopted_on} 采信，不能重复采信。`);
  if (fact.state === 'withdrawn') throw new AppError('bad_state', '这条信用信息已撤回，不能采信。');
  refuse([
    ...(on > tx.today ? [{ path: 'on', message: '采信日期不能晚于今天' }] : []),
    ...(on < fact.occurred_on ? [{ path: 'on', message: `采信日期不能早于发生日期（${fact.occurred_on}）` }] : []),
  ]);
  tx.update('fact', id, { adopted_on: on, adopted_reason: reason });
  return fact;
}

/** Takes a fact back because it was wrong or revoked; the entry stays and says why. */
export async function withdrawFact(tx: WriteTx, { id, on, reason }: ParsedInput<'fact.withdraw'>): Promise<FactTable> {
  const fact = await findFact(tx.db, id);
  if (!fact) throw new AppError('not_found', '没有找到这条信用信息，请刷新后重试。');
  if (fact.state === 'withdrawn')
    throw new AppError('bad_state', `这条信用信息已于 ${fact.state_on ?? ''} 撤回，不能再次撤回。`);
  refuse([
    ...(on > tx.today ? [{ path: 'on', message: '撤回日期不能晚于今天' }] : []),
    ...(on < fact.occurred_on ? [{ path: 'on', message: `撤回日期不能早于发生日期（${fact.occurred_on}）` }] : []),
  ]);
  tx.update('fact', id, { state: 'withdrawn', state_on: on, state_reason: reason });
  return fact;
}
