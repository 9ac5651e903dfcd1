import * as z from 'zod';
import { findAct } from '#shared/domain/dishonesty/acts';
import { dishonestyClasses, regimes } from '#shared/domain/dishonesty/codes';
import { type Condition, conditions } from '#shared/domain/repair/application';
import { followUpCodes, recommendations, verifyMethods } from '#shared/domain/repair/repair';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../../db/dialect';
import type { DishonestyTable, RepairTable } from '../../../db/schema-repair';
import type { Packs } from '../../../packs/packs';
import { jsonColumn, officers, steps } from './json-column';
import { getPaperSubject } from './subject-repository';

const date = z.string();
const terms = z.object({
  packId: z.string(),
  packVersion: z.number(),
  packTitle: z.string(),
  startsOn: date,
  earliestOn: date.nullable(),
  endsOn: date,
  steps,
  automatic: z.boolean(),
  estimated: z.boolean(),
  verified: z.boolean(),
});
const applicant = z.object({ contact: z.string(), phone: z.string(), statement: z.string() });
const answers = z.array(z.object({ code: z.string(), met: z.boolean(), evidence: z.string() }));
const verification = z.object({
  on: date,
  officers,
  method: z.enum(verifyMethods),
  text: z.string(),
  falseStatement: z.boolean().default(false),
});
const opinion = z.object({ on: date, officerName: z.string(), text: z.string(), recommend: z.enum(recommendations) });
const decision = z.object({
  on: date,
  officerName: z.string(),
  decision: z.enum(recommendations),
  reason: z.string(),
  nextOn: date.nullable(),
});
const followUps = z.array(
  z.object({ code: z.enum(followUpCodes), on: date, officerName: z.string(), note: z.string() }),
);

const optional = <S extends z.ZodType>(schema: S, text: string | null, what: string): z.output<S> | null =>
  text === null ? null : jsonColumn(schema, text, what);

const toRepair = (row: RepairTable) => ({
  id: row.id,
  no: row.no,
  state: row.state,
  stateOn: row.state_on,
  appliedOn: row.applied_on,
  terms: jsonColumn(terms, row.terms, '修复期限'),
  applicant: jsonColumn(applicant, row.applicant, '申请人'),
  answers: jsonColumn(answers, row.conditions, '修复条件'),
  verification: optional(verification, row.verification, '核查情况'),
  opinion: optional(opinion, row.opinion, '处理意见'),
  decision: optional(decision, row.decision, '修复决定'),
  followUp: jsonColumn(followUps, row.follow_up, '后续办理'),
});

const toDishonesty = (row: DishonestyTable, packs: Packs) => {
  const regime = z.enum(regimes).parse(row.regime);
  const act = findAct(packs.acts(), regime, row.act_code);
  return {
    regime,
    class: z.enum(dishonestyClasses).parse(row.class),
    actText: act?.text ?? row.act_code,
    actVerified: act?.verified ?? false,
    documentNo: row.document_no,
    authority: row.authority,
    decidedOn: row.decided_on,
    actSummary: row.act_summary,
    penalty: row.penalty,
    publishedOn: row.published_on,
    state: row.state,
  };
};

export type PaperRepair = ReturnType<typeof toRepair>;
export type PaperDishonesty = ReturnType<typeof toDishonesty>;
export type ConditionLine = Condition & { readonly met: boolean; readonly evidence: string };

/** One application with its record and the rules it is dealt with under. @throws AppError `not_found`, `bad_pack` */
export async function getRepair(db: ReadDb, packs: Packs, id: string) {
  const row = await db.selectFrom('repair').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not_found', '没有找到这份信用修复申请，请刷新列表后重试。');
  const record = await db
    .selectFrom('dishonesty')
    .selectAll()
    .where('id', '=', row.dishonesty_id)
    .executeTakeFirstOrThrow();
  const repair = toRepair(row);
  const dishonesty = toDishonesty(record, packs);
  const pack = packs
    .repairRegimes()
    .find((candidate) => candidate.id === repair.terms.packId && candidate.version === repair.terms.packVersion);
  if (!pack)
    throw new AppError(
      'bad_pack',
      `办理这份申请所用的规则（${repair.terms.packTitle} 第 ${repair.terms.packVersion} 版）不在本机，请放回原规则包文件后重试。`,
    );
  const lines: readonly ConditionLine[] = conditions(pack, dishonesty.class).map((condition) => {
    const answer = repair.answers.find((entry) => entry.code === condition.code);
    return { ...condition, met: answer?.met ?? false, evidence: answer?.evidence.trim() ?? '' };
  });
  return {
    repair,
    dishonesty,
    pack,
    lines,
    subject: await getPaperSubject(db, row.subject_id),
    decisionNo: await findDecisionNo(db, id),
  };
}

/** The number of the decision paper once it has been issued. */
async function findDecisionNo(db: ReadDb, repairId: string): Promise<string | null> {
  const found = await db
    .selectFrom('issued_document')
    .select('no')
    .where('report', '=', 'repair-decision')
    .where('owner_id', '=', repairId)
    .orderBy('created_at')
    .executeTakeFirst();
  return found?.no ?? null;
}

/** Applications made, decided or still open between the two days. */
export async function listRepairs(db: ReadDb, packs: Packs, from: IsoDate, to: IsoDate) {
  const rows = await db
    .selectFrom('repair')
    .innerJoin('subject', 'subject.id', 'repair.subject_id')
    .selectAll('repair')
    .select(['subject.name as subject_name', 'subject.uscc as subject_uscc'])
    .where('applied_on', '<=', to)
    .where((eb) => eb.or([eb('state', 'in', ['applied', 'verified', 'opined', 'granted']), eb('state_on', '>=', from)]))
    .orderBy('applied_on')
    .orderBy('repair.no')
    .execute();
  const records = new Map((await db.selectFrom('dishonesty').selectAll().execute()).map((row) => [row.id, row]));
  return rows.flatMap(({ subject_name, subject_uscc, ...row }) => {
    const record = records.get(row.dishonesty_id);
    if (!record) return [];
    return [
      {
        repair: toRepair(row),
        dishonesty: toDishonesty(record, packs),
        subjectName: subject_name,
        subjectUscc: subject_uscc ?? '',
      },
    ];
  });
}
