import * as z from 'zod';
import { checklist, clause } from '#shared/domain/inspection/checklist';
import { avoidanceAnswers, inspectionMethods } from '#shared/domain/inspection/codes';
import { dispositionCodes, resultCodes } from '#shared/domain/inspection/result-codes';
import { avoidanceRuling, refusal } from '#shared/domain/inspection/site-acts';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../../db/dialect';
import { jsonColumn, officers } from './json-column';
import { getPaperSubject } from './subject-repository';

/** One visit with everything that was recorded. @throws AppError `not_found` */
export async function getInspection(db: ReadDb, id: string) {
  const row = await db.selectFrom('inspection').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('not_found', '没有找到这次检查，请刷新列表后重试。');
  const answers = await db.selectFrom('answer').selectAll().where('inspection_id', '=', id).execute();
  const findings = await db
    .selectFrom('finding')
    .selectAll()
    .where('inspection_id', '=', id)
    .where('state', '=', 'open')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const attachments = await db
    .selectFrom('attachment')
    .select(['file_name', 'sha256', 'note'])
    .where('owner_table', '=', 'inspection')
    .where('owner_id', '=', id)
    .orderBy('created_at')
    .execute();
  const signatures = await db
    .selectFrom('signature')
    .selectAll()
    .where('owner_table', '=', 'inspection')
    .where('owner_id', '=', id)
    .where('superseded_at', 'is', null)
    .orderBy('created_at')
    .execute();
  const plan = row.visit_id
    ? await db
        .selectFrom('visit')
        .innerJoin('plan', 'plan.id', 'visit.plan_id')
        .select(['plan.title', 'visit.batch_no'])
        .where('visit.id', '=', row.visit_id)
        .executeTakeFirst()
    : undefined;
  return {
    id: row.id,
    no: row.no,
    kind: row.kind,
    method: z.enum(inspectionMethods).parse(row.method),
    checklist: jsonColumn(checklist, row.checklist, '检查表'),
    officers: jsonColumn(officers, row.officers, '检查人员'),
    place: row.place,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    scanNo: row.scan_no ?? '',
    scannedAt: row.scanned_at,
    scanReason: row.scan_reason ?? '',
    ruling: row.avoidance_ruling === null ? null : jsonColumn(avoidanceRuling, row.avoidance_ruling, '回避决定'),
    refusal: row.refusal === null ? null : jsonColumn(refusal, row.refusal, '拒绝检查'),
    brokenOff: row.broken_off ?? '',
    signatures,
    rightsTold: row.rights_told === 1,
    avoidance: row.avoidance_asked === null ? null : z.enum(avoidanceAnswers).parse(row.avoidance_asked),
    partyPresent: row.party_present ?? '',
    scene: row.scene,
    statement: row.statement,
    result: row.result_code === null ? null : z.enum(resultCodes).parse(row.result_code),
    disposition: row.disposition_code === null ? null : z.enum(dispositionCodes).parse(row.disposition_code),
    finished: row.state === 'finished',
    finishedOn: row.finished_at?.slice(0, 10) ?? '',
    answers,
    findings: findings.map((finding) => ({ ...finding, clause: jsonColumn(clause, finding.clause, '违反条款') })),
    attachments,
    plan: plan ? `${plan.title} 第${plan.batch_no}批` : '',
    subject: await getPaperSubject(db, row.subject_id),
  };
}

export type PaperInspection = Awaited<ReturnType<typeof getInspection>>;
