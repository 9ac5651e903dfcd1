import { maskIdNumber, maskPhone } from '#shared/domain/subject/id-number';
import { subjectKindLabels } from '#shared/domain/subject/subject';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../../db/dialect';

/** A subject as papers show it: numbers of persons masked. */
export type PaperSubject = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly kindText: string;
  readonly idLabel: string;
  readonly idText: string;
  readonly uscc: string;
  readonly agencyCode: string;
  readonly legalPerson: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
};

/** @throws AppError `not_found` */
export async function getPaperSubject(db: ReadDb, id: string): Promise<PaperSubject> {
  const row = await db
    .selectFrom('subject')
    .select([
      'id',
      'name',
      'kind',
      'uscc',
      'id_number',
      'agency_code',
      'agent_cert_no',
      'legal_person',
      'address',
      'phone',
      'email',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('not_found', '没有找到这个监管对象，请刷新列表后重试。');
  const person = row.uscc === null && row.id_number !== null;
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    kindText: kindText(row.kind),
    idLabel: person ? '身份证件号码' : '统一社会信用代码',
    idText: person ? maskIdNumber(row.id_number ?? '') : (row.uscc ?? ''),
    uscc: row.uscc ?? '',
    agencyCode: row.agency_code ?? row.agent_cert_no ?? '',
    legalPerson: row.legal_person ?? '',
    address: row.address ?? '',
    phone: maskPhone(row.phone ?? ''),
    email: row.email ?? '',
  };
}

export function kindText(kind: string): string {
  return (subjectKindLabels as Readonly<Record<string, string>>)[kind] ?? kind;
}
