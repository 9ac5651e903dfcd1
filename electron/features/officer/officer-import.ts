import type { RecordOf } from '#shared/domain/table-import/column-spec';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { OfficerTable } from '../../db/schema';
import type { WriteTx } from '../../db/write-tx';
import type { JobContext } from '../../ipc/context';
import { openSource, requireHeader } from '../../table-import/open-source';
import { type RowOutcome, readRecords, wholeRow } from '../../table-import/read-records';
import { officerColumns } from './officer-columns';
import { listOfficers } from './officer-repository';

type OfficerRecord = RecordOf<ReturnType<typeof officerColumns>>;

/** Takes a list of officers; the certificate number tells who is known already. An empty cell never erases. */
export async function importOfficers(
  { file }: ParsedInput<'officer.run-import'>,
  context: JobContext,
): Promise<RouteOutput<'officer.run-import'>> {
  const source = await openSource({ file: context.files.read(file), columns: officerColumns });
  requireHeader(source);
  return context.write({ object: 'officer:', summary: `导入执法人员：${source.file.name}` }, async (tx, sharpen) => {
    const known = new Map((await listOfficers(tx.db, false)).map((officer) => [officer.certificate_no, officer]));
    const seen = new Map<string, number>();
    const decide = (record: OfficerRecord, { number }: { readonly number: number }): RowOutcome => {
      const earlier = seen.get(record.certificateNo);
      if (earlier !== undefined)
        return {
          kind: 'failed',
          problems: [wholeRow(`执法证号 ${record.certificateNo} 与第 ${earlier} 行重复，没有导入，请核对。`)],
        };
      seen.set(record.certificateNo, number);
      return saveRecord(tx, known.get(record.certificateNo), record);
    };
    const { inserted, merged, problems } = await readRecords(source, context, { label: '导入执法人员', decide });
    sharpen({
      summary: `导入执法人员“${source.file.name}”：新增 ${inserted} 人，更新 ${merged} 人，有误 ${problems.length} 处`,
    });
    return {
      inserted,
      updated: merged,
      problems: problems.map(({ rowNumber, header, message }) => ({
        rowNumber,
        message: header === '' ? message : `${header}：${message}`,
      })),
    };
  });
}

function saveRecord(tx: WriteTx, stored: OfficerTable | undefined, record: OfficerRecord): RowOutcome {
  const given = {
    name: record.name,
    ...(record.certificateUntil === null ? {} : { certificate_until: record.certificateUntil }),
    ...(record.station === null ? {} : { station: record.station }),
    ...(record.position === null ? {} : { position: record.position }),
    ...(record.skills === null ? {} : { skills: JSON.stringify(record.skills) }),
  };
  if (stored) {
    const changed = (Object.keys(given) as (keyof typeof given)[]).some((column) => given[column] !== stored[column]);
    if (changed) tx.update('officer', stored.id, given);
    return { kind: changed ? 'merged' : 'unchanged' };
  }
  tx.insert('officer', {
    id: tx.newId(),
    certificate_no: record.certificateNo,
    certificate_until: null,
    station: '',
    position: '',
    skills: '[]',
    leaves: '[]',
    active: 1,
    created_at: tx.now,
    ...given,
  });
  return { kind: 'inserted' };
}
