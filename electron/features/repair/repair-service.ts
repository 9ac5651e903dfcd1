import type { Dishonesty } from '#shared/domain/dishonesty/dishonesty';
import {
  type Application,
  type ConditionAnswer,
  checkApplication,
  conditions,
} from '#shared/domain/repair/application';
import { openApplication } from '#shared/domain/repair/apply';
import type { Repair } from '#shared/domain/repair/repair';
import type { RepairPack } from '#shared/domain/repair/repair-pack';
import { selectRegime } from '#shared/domain/repair/terms';
import { type RepairAction, type RepairContext, transition } from '#shared/domain/repair/transition';
import type { ParsedInput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import { termsAmong } from '../../db/dishonesty-row';
import { allocateDocumentNo } from '../../db/document-number';
import { getOfficerOnDuty, getOfficersOnDuty } from '../../db/officers-on-duty';
import { getActiveSubject } from '../../db/subject-match';
import type { WriteTx } from '../../db/write-tx';
import type { Packs } from '../../packs/packs';
import { markRepaired } from './dishonesty-service';
import { packOfTerms } from './dishonesty-terms';
import { type LoadedDishonesty, loadDishonesty } from './load-dishonesty';
import { loadRepair, repairColumns, type StoredRepair } from './load-repair';
import { findRunningRepair } from './repair-repository';

type Request = Pick<Application, 'pack' | 'terms' | 'appliedOn' | 'conditions' | 'falseStatement'>;

/** Puts what else is known of the subject beside an application. */
export function applicationOf({ record, ofSubject }: LoadedDishonesty, request: Request): Application {
  const others = ofSubject.filter((other) => other.id !== record.id);
  const repairs = others.filter((other) => other.regime === record.regime && other.state === 'repaired');
  const lastRepairedOn = repairs
    .flatMap((other) => other.stateOn ?? [])
    .sort()
    .at(-1);
  return { ...request, lastRepairedOn: lastRepairedOn ?? null, otherActs: others };
}

/** Everything that stands against a running application on a day. */
export function checkRunning(
  record: StoredRepair,
  loaded: LoadedDishonesty,
  packs: Packs,
  on: IsoDate,
): RepairContext['check'] {
  const application = applicationOf(loaded, {
    pack: packOfTerms(packs, record.terms),
    terms: record.terms,
    appliedOn: record.appliedOn,
    conditions: record.conditions,
    falseStatement: record.verification?.falseStatement ?? false,
  });
  return checkApplication(application, loaded.record, on);
}

export async function applyForRepair(tx: WriteTx, input: ParsedInput<'repair.apply'>, packs: Packs) {
  const loaded = await loadDishonesty(tx.db, input.dishonestyId);
  const subject = await getActiveSubject(tx.db, loaded.record.subjectId);
  const running = await findRunningRepair(tx.db, loaded.record);
  if (running) throw new AppError('conflict', `这条失信记录已有办理中的修复申请 ${running.no}，请打开它继续办理。`);
  const pack = selectRegime(packs.repairRegimes(), loaded.record, input.appliedOn);
  requireKnownConditions(pack, loaded.record, input.conditions);
  const application = applicationOf(loaded, {
    pack,
    terms: termsAmong(pack, loaded.record, loaded.ofSubject),
    appliedOn: input.appliedOn,
    conditions: input.conditions,
    falseStatement: false,
  });
  const no = await allocateDocumentNo(tx, 'repair', input.appliedOn);
  const record = openApplication(
    { id: tx.newId(), no, applicant: input.applicant },
    application,
    loaded.record,
    tx.today,
  );
  tx.insert('repair', {
    id: record.id,
    no: record.no,
    dishonesty_id: record.dishonestyId,
    subject_id: record.subjectId,
    regime: record.regime,
    terms: JSON.stringify(record.terms),
    applied_on: record.appliedOn,
    applicant: JSON.stringify(record.applicant),
    ...repairColumns(record),
    officer_id: tx.actor.id,
    created_at: tx.now,
  });
  return { id: record.id, no, subjectName: subject.name };
}

function requireKnownConditions(pack: RepairPack, record: Dishonesty, answers: readonly ConditionAnswer[]): void {
  const known = conditions(pack, record.class).map((condition) => condition.code);
  answers.forEach(({ code }, index) => {
    const at = [{ path: `conditions.${index}.code`, message: '条件无效' }];
    if (!known.includes(code))
      throw new AppError('bad_input', `“${pack.title}”没有条件 ${code}，请刷新页面后重试。`, at);
    if (answers.findIndex((answer) => answer.code === code) !== index)
      throw new AppError('bad_input', `条件 ${code} 填写了两次，请只保留一次。`, at);
  });
}

/** Loads, lets the domain decide with what stands against a grant on that day, writes what changed. */
async function change(tx: WriteTx, id: string, action: RepairAction, packs: Packs, on: IsoDate) {
  const { record } = await loadRepair(tx.db, id);
  const loaded = await loadDishonesty(tx.db, record.dishonestyId);
  const next: Repair = transition(record, action, { today: tx.today, check: checkRunning(record, loaded, packs, on) });
  tx.update('repair', id, repairColumns(next));
  return { next, dishonesty: loaded.record };
}

export async function updateConditions(
  tx: WriteTx,
  input: ParsedInput<'repair.update-conditions'>,
  packs: Packs,
): Promise<Repair> {
  const { record } = await loadRepair(tx.db, input.id);
  const { record: dishonesty } = await loadDishonesty(tx.db, record.dishonestyId);
  requireKnownConditions(packOfTerms(packs, record.terms), dishonesty, input.conditions);
  const action = { type: 'update_conditions', conditions: input.conditions } as const;
  return (await change(tx, input.id, action, packs, tx.today)).next;
}

export async function verifyRepair(tx: WriteTx, input: ParsedInput<'repair.verify'>, packs: Packs): Promise<Repair> {
  const { id, officer1Id, officer2Id, ...verification } = input;
  const { record } = await loadRepair(tx.db, id);
  const officers = await getOfficersOnDuty(tx.db, [officer1Id, officer2Id], {
    subjectId: record.subjectId,
    on: input.on,
  });
  const action = { type: 'verify', ...verification, officers } as const;
  return (await change(tx, id, action, packs, input.on)).next;
}

export async function opineOnRepair(
  tx: WriteTx,
  { id, ...input }: ParsedInput<'repair.opine'>,
  packs: Packs,
): Promise<Repair> {
  const { record } = await loadRepair(tx.db, id);
  const officer = await getOfficerOnDuty(tx.db, input.officerId, { subjectId: record.subjectId, on: input.on });
  const action = { type: 'opine', ...input, officerName: officer.name } as const;
  return (await change(tx, id, action, packs, input.on)).next;
}

/** A grant also ends the record and takes the fact behind it out of the rating; all in one transaction. */
export async function decideRepair(
  tx: WriteTx,
  { id, ...input }: ParsedInput<'repair.decide'>,
  packs: Packs,
): Promise<Repair> {
  const { record } = await loadRepair(tx.db, id);
  const officer = await getOfficerOnDuty(tx.db, input.officerId, { subjectId: record.subjectId, on: input.on });
  const action = { type: 'decide', ...input, officerName: officer.name } as const;
  const { next, dishonesty } = await change(tx, id, action, packs, input.on);
  if (next.state === 'granted') await markRepaired(tx, dishonesty, input.on, `准予信用修复（${next.no}）`);
  return next;
}

export async function followUpRepair(
  tx: WriteTx,
  { id, ...input }: ParsedInput<'repair.follow-up'>,
  packs: Packs,
): Promise<Repair> {
  const { id: officerId, name: officerName } = tx.actor;
  if (officerId === null) throw new Error('a follow-up was recorded by nobody');
  const action = { type: 'follow_up', ...input, officerId, officerName } as const;
  return (await change(tx, id, action, packs, input.on)).next;
}
