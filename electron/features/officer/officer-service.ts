import * as z from 'zod';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import type { WriteTx } from '../../db/write-tx';
import {
  findAvoidance,
  findOfficer,
  findOfficerByCertificate,
  listAvoidances,
  listOfficers,
} from './officer-repository';

type OfficerInput = ParsedInput<'officer.save'>;
type OfficerView = RouteOutput<'officer.list'>['officers'][number];

const skillsColumn = z.array(z.string());
const leavesColumn = z.array(z.object({ from: z.string(), to: z.string(), reason: z.string() }));

export async function viewOfficers(db: ReadDb, activeOnly: boolean): Promise<OfficerView[]> {
  const [officers, avoidances] = await Promise.all([listOfficers(db, activeOnly), listAvoidances(db)]);
  return officers.map((officer) => ({
    id: officer.id,
    name: officer.name,
    certificateNo: officer.certificate_no,
    certificateUntil: officer.certificate_until,
    station: officer.station,
    position: officer.position,
    skills: skillsColumn.parse(JSON.parse(officer.skills)),
    leaves: leavesColumn.parse(JSON.parse(officer.leaves)),
    active: officer.active === 1,
    avoidances: avoidances
      .filter((avoidance) => avoidance.officer_id === officer.id)
      .map(({ id, subject_id, subject_name, reason }) => ({
        id,
        subjectId: subject_id,
        subjectName: subject_name,
        reason,
      })),
  }));
}

/** Inserts or updates; the first officer of a new store becomes the acting one in the handler. */
export async function saveOfficer(tx: WriteTx, input: OfficerInput): Promise<string> {
  checkLeaves(input);
  const sameNo = await findOfficerByCertificate(tx.db, input.certificateNo);
  if (sameNo && sameNo.id !== input.id)
    throw new AppError(
      'conflict',
      `执法证号 ${input.certificateNo} 已登记给 ${sameNo.name}。请核对证号，或修改那一条。`,
      [{ path: 'certificateNo', message: '证号重复' }],
    );
  const row = {
    name: input.name,
    certificate_no: input.certificateNo,
    certificate_until: input.certificateUntil,
    station: input.station,
    position: input.position,
    skills: JSON.stringify(input.skills),
    leaves: JSON.stringify(input.leaves),
    active: input.active ? 1 : 0,
  };
  if (input.id) {
    if (!(await findOfficer(tx.db, input.id))) throw new AppError('not_found', '没有找到要修改的人员，请刷新后重试。');
    tx.update('officer', input.id, row);
    return input.id;
  }
  const id = tx.newId();
  tx.insert('officer', { id, ...row, created_at: tx.now });
  return id;
}

export async function endAvoidance(tx: WriteTx, id: string, endedOn: IsoDate): Promise<void> {
  const avoidance = await findAvoidance(tx.db, id);
  if (!avoidance) throw new AppError('not_found', '没有找到这条回避登记，请刷新后重试。');
  if (avoidance.ended_on !== null)
    throw new AppError('bad_state', `这条回避已于 ${avoidance.ended_on} 解除，不用再办。`);
  if (endedOn > tx.today)
    throw new AppError('bad_input', '解除日期不能晚于今天；尚未到期的回避，请到期后再解除。', [
      { path: 'endedOn', message: '日期晚于今天' },
    ]);
  tx.update('avoidance', id, { ended_on: endedOn });
}

function checkLeaves({ leaves }: OfficerInput): void {
  for (const [index, leave] of leaves.entries())
    if (leave.to < leave.from)
      throw new AppError('bad_input', `第 ${index + 1} 条请假的结束日期早于开始日期，请改正。`, [
        { path: `leaves.${index}.to`, message: '不能早于开始日期' },
      ]);
}
