import * as z from 'zod';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../../db/dialect';
import type { Store } from '../../../db/open-store';
import { jsonColumn } from './json-column';

type Reader = Store['reader'];
type Row = Readonly<Record<string, string | number | null>>;

/** Rows one at a time: a register may hold a million. */
function* rows(reader: Reader, sql: string, ...params: readonly unknown[]): Generator<Row> {
  yield* reader.prepare(sql).iterate(...params) as IterableIterator<Row>;
}

export function countSubjects(reader: Reader): number {
  return Number(reader.prepare('select count(*) from subject where withdrawn_at is null').pluck().get());
}

export const iterateSubjects = (reader: Reader) =>
  rows(
    reader,
    `select s.kind, s.name, s.uscc, s.id_number, s.agency_code, s.agent_cert_no, s.legal_person, s.address, s.district,
            s.phone, s.established_on, s.status, s.tags, r.grade_code, r.score, r.as_of
       from subject s
       left join current_rating r on r.subject_id = s.id
      where s.withdrawn_at is null
      order by s.name, s.id`,
  );

/** The codes that name a subject, one at a time. */
export function subjectIdentities(reader: Reader): (id: string) => Row {
  const statement = reader.prepare('select uscc, id_number from subject where id = ?');
  return (id) => (statement.get(id) as Row | undefined) ?? {};
}

/** By state first, so that an index without the wide rows is enough. */
export function countInspections(reader: Reader, from: string, to: string): number {
  const sql =
    "select count(*) from inspection where state in ('open', 'finished') and started_at >= ? and started_at < ?";
  return Number(reader.prepare(sql).pluck().get(from, to));
}

export const iterateInspections = (reader: Reader, from: string, to: string) =>
  rows(
    reader,
    `select i.no, s.name, s.uscc, s.id_number, s.kind as subject_kind, i.kind, i.method, i.officers, i.started_at,
            i.ended_at, coalesce(w.result_code, i.result_code) as result_code,
            coalesce(w.disposition_code, i.disposition_code) as disposition_code, i.state, i.finished_at,
            w.state as review_state, w.due_on, w.published_on, w.withdrawn_on, w.disposal_closed_on,
            (select count(*) from finding f where f.inspection_id = i.id and f.state = 'open') as findings
       from inspection i
       join subject s on s.id = i.subject_id
       left join result_review w on w.id = i.review_id
      where i.started_at >= ? and i.started_at < ?
      order by i.started_at, i.no`,
    from,
    to,
  );

export const iterateRatings = (reader: Reader) =>
  rows(
    reader,
    `select s.name, s.kind, s.uscc, s.id_number, s.agency_code, r.score, r.grade_code, r.as_of, r.pack_id,
            r.pack_version, (select o.grade_code from rating o where o.subject_id = r.subject_id and o.id <> r.id
                              order by o.created_at desc, o.id desc limit 1) as previous
       from current_rating c
       join rating r on r.id = c.rating_id
       join subject s on s.id = c.subject_id
      where s.withdrawn_at is null
      order by r.pack_id, r.score desc, s.name`,
  );

const text = z.union([z.string(), z.number(), z.null()]).transform((value) => (value === null ? '' : String(value)));
const mapping = z.looseObject({ headers: z.array(text) });
const problem = z.object({
  header: z.string().default(''),
  columnLetter: z.string().default(''),
  message: z.string(),
  fix: z.string().nullable().default(null),
});

/** The rows of an import that were refused, as they stood in the file. @throws AppError `not_found` */
export async function getImportProblems(db: ReadDb, batchId: string) {
  const batch = await db.selectFrom('import_batch').selectAll().where('id', '=', batchId).executeTakeFirst();
  if (!batch) throw new AppError('not_found', '没有找到这次导入，请刷新列表后重试。');
  const found = await db
    .selectFrom('import_problem')
    .selectAll()
    .where('batch_id', '=', batchId)
    .orderBy('row_number')
    .execute();
  if (found.length === 0) throw new AppError('bad_state', '这次导入没有错误行，无需导出。');
  return {
    fileName: batch.file_name,
    headers: jsonColumn(mapping, batch.mapping, '导入表头').headers,
    rows: found.map((row) => ({
      rowNumber: row.row_number,
      cells: jsonColumn(z.array(text), row.cells, '错误行内容'),
      problems: jsonColumn(z.array(problem), row.problems, '错误说明'),
    })),
  };
}
