import { formatBasis } from '#shared/domain/basis/basis';
import type { Calendar } from '#shared/domain/calendar/calendar';
import { type EscalationPack, escalationCandidates } from '#shared/domain/rectification/escalation';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { getOfficerOnDuty } from '../../db/officers-on-duty';
import type { WriteTx } from '../../db/write-tx';
import { loadRectification } from './load-rectification';
import { changeRectification, type StepRules } from './rectification-service';

type Rules = { readonly pack: EscalationPack; readonly calendar: Calendar };

const listRows = (db: ReadDb, rectificationId: string) =>
  db
    .selectFrom('proposal')
    .innerJoin('officer', 'officer.id', 'proposal.proposed_by')
    .leftJoin('officer as decider', 'decider.id', 'proposal.decided_by')
    .selectAll('proposal')
    .select(['officer.name as proposer', 'decider.name as decider'])
    .where('rectification_id', '=', rectificationId)
    .orderBy('proposal.id')
    .execute();

/** What the rules suggest today, worked out anew each time, and what officers have made of it. */
export async function viewProposals(
  db: ReadDb,
  id: string,
  today: IsoDate,
  { pack, calendar }: Rules,
): Promise<RouteOutput<'rectification.list-proposals'>> {
  const { record } = await loadRectification(db, id);
  const rows = await listRows(db, id);
  return {
    candidates: escalationCandidates(record, pack, rows, today, calendar).map(({ rule, why }) => ({
      rule: rule.id,
      label: rule.label,
      why,
      basis: formatBasis(rule.basis),
      verified: rule.verified,
    })),
    proposals: rows.map((row) => ({
      id: row.id,
      label: row.label,
      why: row.why,
      basis: row.basis,
      verified: row.verified === 1,
      state: row.state,
      proposedBy: row.proposer,
      proposedById: row.proposed_by,
      proposedOn: row.proposed_on,
      decidedBy: row.decider,
      decidedOn: row.decided_on,
      reason: row.reason,
    })),
  };
}

export async function proposeEscalation(
  tx: WriteTx,
  { id, rule }: ParsedInput<'rectification.propose'>,
  { pack, calendar }: Rules,
) {
  if (tx.actor.id === null) throw new AppError('forbidden', '请先选择当前经办人，再提出转处理。');
  const { record } = await loadRectification(tx.db, id);
  const rows = await listRows(tx.db, id);
  if (rows.some(({ state }) => state === 'open'))
    throw new AppError('bad_state', '已有一项转处理建议等待决定，请先由另一名人员决定。');
  const found = escalationCandidates(record, pack, rows, tx.today, calendar).find((one) => one.rule.id === rule);
  if (!found) throw new AppError('bad_state', '这项整改不符合该条转处理规则，请刷新后核对。');
  const proposalId = tx.newId();
  tx.insert('proposal', {
    id: proposalId,
    rectification_id: id,
    rule: found.rule.id,
    cause: found.cause,
    label: found.rule.label,
    why: found.why,
    basis: formatBasis(found.rule.basis),
    verified: found.rule.verified ? 1 : 0,
    pack_version: pack.version,
    proposed_by: tx.actor.id,
    proposed_on: tx.today,
    state: 'open',
    decided_by: null,
    decided_on: null,
    reason: null,
    created_at: tx.now,
  });
  return { id: proposalId, summary: `${record.no} 提出转处理：${found.rule.label}，${found.why}` };
}

/** A second officer decides; only acceptance passes the order on. */
export async function decideProposal(
  tx: WriteTx,
  input: ParsedInput<'rectification.decide-proposal'>,
  rules: StepRules,
) {
  const row = await tx.db.selectFrom('proposal').selectAll().where('id', '=', input.id).executeTakeFirst();
  if (!row) throw new AppError('not_found', '没有找到这项转处理建议，请刷新后重试。');
  if (row.state !== 'open') throw new AppError('bad_state', '这项转处理建议已经决定，不能再次决定。');
  const { record } = await loadRectification(tx.db, row.rectification_id);
  const officer = await getOfficerOnDuty(tx.db, input.officerId, { subjectId: record.subjectId, on: tx.today });
  if (officer.id === row.proposed_by) {
    const message = '决定人与提出人是同一人';
    throw new AppError('bad_input', `${message}，转处理应当由另一名人员决定。`, [{ path: 'officerId', message }]);
  }
  const accepted = input.decision === 'accept';
  tx.update('proposal', row.id, {
    state: accepted ? 'accepted' : 'dismissed',
    decided_by: officer.id,
    decided_on: tx.today,
    reason: input.reason,
  });
  if (accepted) {
    const reason = `${row.label}：${row.why}。${input.reason}`;
    await changeRectification(tx, record.id, { type: 'escalate', on: tx.today, reason }, rules);
  }
  return `${officer.name}${accepted ? '同意' : '不同意'} ${record.no} 转处理：${input.reason}`;
}
