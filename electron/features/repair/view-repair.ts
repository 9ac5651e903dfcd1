import type { Calendar } from '#shared/domain/calendar/calendar';
import { remaining } from '#shared/domain/calendar/remaining';
import type { Regime } from '#shared/domain/dishonesty/codes';
import { checkApplication, conditions } from '#shared/domain/repair/application';
import { decisionDue } from '#shared/domain/repair/decision-due';
import { openFollowUps, type Repair } from '#shared/domain/repair/repair';
import { selectRegime } from '#shared/domain/repair/terms';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { listAttachments } from '../../db/attachment';
import { termsAmong, toDishonesty } from '../../db/dishonesty-row';
import type { ReadContext } from '../../ipc/context';
import type { Packs } from '../../packs/packs';
import { RUNNING_STATES } from './dishonesty-repository';
import { actOf, packOfTerms } from './dishonesty-terms';
import { loadDishonesty } from './load-dishonesty';
import { loadRepair, toRepair } from './load-repair';
import { countRepairs, listRepairs, type RepairRow } from './repair-repository';
import { applicationOf, checkRunning } from './repair-service';
import { viewDishonestyRow } from './view-dishonesty';

type Context = Pick<ReadContext, 'db' | 'packs' | 'clock'>;
type Row = RouteOutput<'repair.list'>['rows'][number];

const isRunning = ({ state }: Repair) => RUNNING_STATES.some((running) => running === state);

function viewRow(record: Repair, row: RepairRow, packs: Packs, calendar: Calendar, today: IsoDate): Row {
  const act = actOf(packs, {
    regime: row.dishonesty_regime as Regime,
    actCode: row.act_code,
    decidedOn: row.decided_on,
  });
  const due = isRunning(record) ? decisionDue(record, packOfTerms(packs, record.terms), calendar).date : null;
  return {
    id: record.id,
    no: record.no,
    dishonestyId: record.dishonestyId,
    subjectId: record.subjectId,
    subjectName: row.subject_name,
    subjectUscc: row.subject_uscc,
    documentNo: row.document_no,
    actText: act?.text ?? row.act_code,
    class: row.class as Row['class'],
    regimeTitle: record.terms.packTitle,
    appliedOn: record.appliedOn,
    state: record.state,
    stateOn: record.stateOn,
    decisionDueOn: due,
    remaining: due === null ? '' : remaining(today, due, calendar).text,
    overdue: due !== null && due < today,
    openFollowUps: record.state === 'granted' ? [...openFollowUps(record)] : [],
  };
}

export async function viewRepairs(
  input: ParsedInput<'repair.list'>,
  { db, packs, clock }: Context,
): Promise<{ rows: Row[]; total: number }> {
  const [rows, total] = [await listRepairs(db, input), await countRepairs(db, input)];
  return { total, rows: rows.map((row) => viewRow(toRepair(row), row, packs, packs.calendar(), clock.today())) };
}

export async function viewRepair(id: string, context: Context): Promise<RouteOutput<'repair.get'>> {
  const { db, packs, clock } = context;
  const { record, row } = await loadRepair(db, id);
  const loaded = await loadDishonesty(db, record.dishonestyId);
  const pack = packOfTerms(packs, record.terms);
  const due = decisionDue(record, pack, packs.calendar());
  const check = isRunning(record)
    ? checkRunning(record, loaded, packs, clock.today())
    : { refusals: [], nextOn: record.decision?.nextOn ?? null };
  return {
    ...viewRow(record, row, packs, packs.calendar(), clock.today()),
    dishonesty: {
      ...viewDishonestyRow(loaded, context),
      actSummary: loaded.record.actSummary,
      penalty: loaded.record.penalty,
    },
    terms: { ...record.terms, steps: [...record.terms.steps] },
    applicant: record.applicant,
    conditions: conditions(pack, toDishonesty(loaded.row).class).map((condition) => {
      const answer = record.conditions.find((entry) => entry.code === condition.code);
      return { ...condition, met: answer?.met ?? false, evidence: answer?.evidence ?? '' };
    }),
    refusals: [...check.refusals],
    nextOn: check.nextOn,
    decisionDue: { ...due, steps: [...due.steps] },
    verification: record.verification && { ...record.verification, officers: [...record.verification.officers] },
    opinion: record.opinion,
    decision: record.decision,
    followUp: [...record.followUp],
    attachments: await listAttachments(db, { table: 'repair', id }),
    createdAt: row.created_at,
  };
}

/** What an application on that day would meet, before any condition has been answered. */
export async function previewRepair(
  { dishonestyId, on }: ParsedInput<'repair.preview'>,
  { db, packs }: Context,
): Promise<RouteOutput<'repair.preview'>> {
  const loaded = await loadDishonesty(db, dishonestyId);
  const pack = selectRegime(packs.repairRegimes(), loaded.record, on);
  const terms = termsAmong(pack, loaded.record, loaded.ofSubject);
  const application = applicationOf(loaded, { pack, terms, appliedOn: on, conditions: [], falseStatement: false });
  const { refusals, nextOn } = checkApplication(application, loaded.record, on);
  const { id, version, title, note, basis, effectiveFrom, effectiveTo } = pack;
  return {
    regime: { id, version, title, note: note ?? '', basis, effectiveFrom, effectiveTo },
    terms: { ...terms, steps: [...terms.steps] },
    conditions: [...conditions(pack, loaded.record.class)],
    refusals: refusals.filter((refusal) => refusal.code !== 'conditions_missing'),
    nextOn,
  };
}
