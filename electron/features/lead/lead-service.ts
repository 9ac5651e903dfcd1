import { findItem } from '#shared/domain/catalogue/catalogue';
import { STATISTICS_NO } from '#shared/domain/filing/filing';
import { closeReasonLabels, type Lead, leadNo } from '#shared/domain/warning/lead';
import { leadFactFields } from '#shared/domain/warning/lead-fact';
import { type LeadAction, transition } from '#shared/domain/warning/transition';
import type { ParsedInput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import { createFact, findFact, withdrawFact } from '../../db/fact-writer';
import { getOfficerOnDuty } from '../../db/officers-on-duty';
import type { Store } from '../../db/open-store';
import { createPartySubjectFinder } from '../../db/party-subject';
import type { LeadTable } from '../../db/schema-warning';
import { readSetting } from '../../db/setting';
import type { WriteTx } from '../../db/write-tx';
import type { Packs } from '../../packs/packs';
import { findDishonestyOn, findFactOf, findLead } from './lead-repository';
import { readFigures } from './lead-view';

/** Brings leads to an officer; all of them or none. */
export async function assignLeads(tx: WriteTx, { ids, officerId }: ParsedInput<'lead.assign'>): Promise<number> {
  for (const id of new Set(ids)) {
    const row = await getLead(tx, id);
    const officer = await getOfficerOnDuty(tx.db, officerId, { subjectId: row.subject_id ?? '', on: tx.today });
    step(tx, row, { type: 'assign', officerId }, `分派给${officer.name}`);
  }
  return new Set(ids).size;
}

export async function closeLeads(tx: WriteTx, { ids, reason, note }: ParsedInput<'lead.close'>): Promise<number> {
  for (const id of new Set(ids)) {
    const text = closeReasonLabels[reason] + (note === '' ? '' : `：${note}`);
    step(tx, await getLead(tx, id), { type: 'close', reason, note }, text);
  }
  return new Set(ids).size;
}

type Confirm = ParsedInput<'lead.confirm'>;

/** Turns a lead into a credit fact of the item its rule names; both or neither. */
export async function confirmLead(
  tx: WriteTx,
  store: Store,
  packs: Packs,
  input: Confirm,
): Promise<{ readonly factId: string; readonly no: string }> {
  const row = await getLead(tx, input.id);
  // refused here already, before anything else is asked of the officer
  transition(leadOf(row), { type: 'confirm', evidence: input.evidence, factId: 'pending' }, tx.today);
  const subjectId = subjectFor(store, row, input.subjectId);
  const item = itemFor(packs, row, input.itemCode);
  await refuseCountedTwice(tx, subjectId, item.code);
  const factId = await createFact(tx, packs.catalogue(), {
    subjectId,
    itemCode: item.code,
    sourceOrg: await officeName(tx),
    sourceNo: `预警线索 ${leadNo(row.key)}`,
    occurredOn: input.occurredOn ?? row.to_date ?? tx.today,
    summary: `${row.why.slice(0, 900)}核实情况：${input.evidence}`.slice(0, 2000),
    fields: leadFactFields(item, readFigures(row.figures), input.fields),
  });
  step(tx, row, { type: 'confirm', evidence: input.evidence, factId }, input.evidence, { subject_id: subjectId });
  return { factId, no: leadNo(row.key) };
}

/** Back to the officer; what a confirmation entered among the facts is taken back with it. */
export async function reopenLead(tx: WriteTx, { id, reason }: ParsedInput<'lead.reopen'>): Promise<string> {
  const row = await getLead(tx, id);
  step(tx, row, { type: 'reopen', reason }, reason);
  if (row.fact_id === null) return leadNo(row.key);
  const record = await findDishonestyOn(tx.db, row.fact_id);
  if (record)
    throw new AppError(
      'conflict',
      `据此线索登记的信用信息已用于失信认定（${record.document_no}），不能重新打开。请先撤销那条失信记录。`,
    );
  const fact = await findFact(tx.db, row.fact_id);
  if (fact && fact.state !== 'withdrawn')
    await withdrawFact(tx, { id: fact.id, on: tx.today, reason: `预警线索 ${leadNo(row.key)} 重新打开：${reason}` });
  return leadNo(row.key);
}

async function getLead(tx: WriteTx, id: string): Promise<LeadTable> {
  const row = await findLead(tx.db, id);
  if (!row || row.withdrawn_at !== null)
    throw new AppError('not_found', '没有找到这条线索，可能已随名单更正或撤销。请刷新列表。');
  return row;
}

const leadOf = (row: LeadTable): Lead => ({
  id: row.id,
  no: leadNo(row.key),
  source: row.source,
  state: row.state,
  assignedTo: row.assigned_to,
  stateOn: row.state_on,
  closeReason: row.close_reason,
  note: row.note,
  evidence: row.evidence,
  factId: row.fact_id,
});

/** One step of a lead and its line in the story. */
function step(tx: WriteTx, row: LeadTable, action: LeadAction, text: string, also: Partial<LeadTable> = {}): void {
  const next = transition(leadOf(row), action, tx.today);
  tx.update('lead', row.id, {
    ...also,
    state: next.state,
    state_on: next.stateOn,
    assigned_to: next.assignedTo,
    evidence: next.evidence,
    close_reason: next.closeReason,
    note: next.note,
    fact_id: next.factId,
  });
  tx.insert('lead_step', {
    id: tx.newId(),
    lead_id: row.id,
    action: action.type,
    on_date: tx.today,
    officer_id: tx.actor.id,
    text,
    created_at: tx.now,
  });
}

function subjectFor(store: Store, row: LeadTable, chosen: string | undefined): string {
  const id =
    chosen ??
    row.subject_id ??
    createPartySubjectFinder(store, 'writer')({ name: row.party_name, code: row.party_code })?.id;
  if (id !== undefined) return id;
  throw new AppError(
    'bad_input',
    `“${row.party_name}”还不是监管对象，核实后无处登记。请先登记为监管对象，或选择它对应的监管对象。`,
    [{ path: 'subjectId', message: '请选择监管对象，或先登记' }],
  );
}

function itemFor(packs: Packs, row: LeadTable, chosen: string | undefined) {
  const code = row.item_code || chosen || '';
  const item = findItem(packs.catalogue(), code);
  if (item) return item;
  throw new AppError('bad_input', '请选择核实后登记为哪一个信息项。', [{ path: 'itemCode', message: '请选择信息项' }]);
}

/** The applicant's figures already stand among the facts; the same applications again would count twice. */
async function refuseCountedTwice(tx: WriteTx, subjectId: string, itemCode: string): Promise<void> {
  if (await findFactOf(tx.db, subjectId, itemCode, STATISTICS_NO))
    throw new AppError(
      'conflict',
      '这个申请人的通报统计已登记为信用信息，再核实登记会重复计算。请以“已计入通报统计”关闭这条线索。',
    );
}

async function officeName(tx: WriteTx): Promise<string> {
  const office = await readSetting<{ readonly name: string }>(tx.db, 'office');
  if (!office) throw new AppError('bad_state', '还没有填写机关信息，不能登记信用信息。请先在“设置—机关”中填写。');
  return office.name;
}
