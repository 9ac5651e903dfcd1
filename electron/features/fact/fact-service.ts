import * as z from 'zod';
import { formatBasis } from '#shared/domain/basis/basis';
import { type CataloguePack, findItem } from '#shared/domain/catalogue/catalogue';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { findFact, refuseProblems } from '../../db/fact-writer';
import type { FactTable } from '../../db/schema';
import type { WriteTx } from '../../db/write-tx';
import { countFacts, type ListedFact, listFacts } from './fact-repository';

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

/** Adopts another office's record: from that day on it counts here as well. */
export async function adoptFact(tx: WriteTx, { id, on, reason }: ParsedInput<'fact.adopt'>): Promise<FactTable> {
  const fact = await findFact(tx.db, id);
  if (!fact) throw new AppError('not_found', '没有找到这条信用信息，请刷新后重试。');
  if (fact.origin_office === null) throw new AppError('bad_state', '这条信用信息是本局登记的，不需要采信。');
  if (fact.adopted_on !== null)
    throw new AppError('bad_state', `这条信用信息已于 ${fact.adopted_on} 采信，不能重复采信。`);
  if (fact.state === 'withdrawn') throw new AppError('bad_state', '这条信用信息已撤回，不能采信。');
  refuseProblems([
    ...(on > tx.today ? [{ path: 'on', message: '采信日期不能晚于今天' }] : []),
    ...(on < fact.occurred_on ? [{ path: 'on', message: `采信日期不能早于发生日期（${fact.occurred_on}）` }] : []),
  ]);
  tx.update('fact', id, { adopted_on: on, adopted_reason: reason });
  return fact;
}
