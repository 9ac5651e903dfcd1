import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { rowHash } from '../../../electron/db/row-hash';
import { finishedInspection, type Office, openOffice, planVisit, rateNow } from '../../support/office';

/** What somebody with an SQLite tool and some patience could do. */
function tamper({ engine }: Office, work: (handle: Database.Database) => void): void {
  const handle = new Database(engine.store.file);
  handle.pragma('foreign_keys = OFF');
  for (const name of handle.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all() as string[])
    handle.exec(`drop trigger ${name}`);
  work(handle);
  handle.close();
}

const problemOf = async (office: Office) => (await office.call('store.verify', {})).problem;

test('details slipped in without an audit entry do not vouch for a changed row', async () => {
  const office = await openOffice();
  tamper(office, (handle) => {
    handle.prepare("update officer set name = '改名' where id = ?").run(office.zhang);
    const row = handle.prepare('select * from officer where id = ?').get(office.zhang) as Record<string, unknown>;
    handle
      .prepare("insert into audit_row (seq, table_name, record_id, hash) values (9999, 'officer', ?, ?)")
      .run(office.zhang, rowHash('officer', row));
  });
  expect(await problemOf(office)).toMatchObject({ seq: 9999 });
});

test('a row put back to an older state is found, even when the details have been reordered to fit', async () => {
  const office = await openOffice();
  await office.call('office.act-as', { officerId: office.li });
  tamper(office, (handle) => {
    const ids = handle
      .prepare(
        "select id, seq from audit_row where table_name = 'setting' and record_id = 'acting_officer' order by id",
      )
      .all() as { id: number; seq: number }[];
    const [first, second] = [ids.at(0), ids.at(-1)];
    expect(second?.seq).toBeGreaterThan(first?.seq ?? 0);
    const move = handle.prepare('update audit_row set id = ? where id = ?');
    move.run(-1, first?.id);
    move.run(first?.id, second?.id);
    move.run(second?.id, -1);
    handle.prepare("update setting set value = ? where id = 'acting_officer'").run(JSON.stringify(office.zhang));
  });
  expect(await problemOf(office)).toMatchObject({ record: 'setting:acting_officer' });
});

test('a whole table that was dropped is missed', async () => {
  const office = await openOffice();
  await office.call('officer.add-avoidance', { officerId: office.li, subjectId: office.subjectId, reason: '近亲属' });
  tamper(office, (handle) => handle.exec('drop table avoidance'));
  expect(await problemOf(office)).toMatchObject({ record: 'avoidance' });
});

test.each([
  ['changed', "update current_rating set grade_code = 'D'"],
  ['removed', 'delete from current_rating'],
])('a current grade that was %s outside the program is found, because draws and lists go by it', async (_what, sql) => {
  const office = await openOffice();
  await rateNow(office);
  expect(await problemOf(office)).toBeNull();
  tamper(office, (handle) => handle.exec(sql));
  expect(await problemOf(office)).toMatchObject({ record: `current_rating:${office.subjectId}` });
});

test('a current grade put back to an earlier rating of the same day is found', async () => {
  const office = await openOffice();
  const first = await rateNow(office);
  await rateNow(office);
  expect(await problemOf(office)).toBeNull();
  tamper(office, (handle) => handle.prepare('update current_rating set rating_id = ?').run(first.ratingId));
  expect(await problemOf(office)).toMatchObject({ record: `current_rating:${office.subjectId}` });
});

test.each([
  ['changed', "update stat_count set n = 7 where source = 'inspection'"],
  ['removed', "delete from stat_count where source = 'visit'"],
  ['added', "insert into stat_count values ('visit', '2026-09', 'key', '', '', '', '', 3)"],
])('a count that was %s outside the program is found, because statistics read it', async (_what, sql) => {
  const office = await openOffice();
  await finishedInspection(office);
  await planVisit(office);
  expect(await problemOf(office)).toBeNull();
  tamper(office, (handle) => handle.exec(sql));
  expect(await problemOf(office)).toMatchObject({ record: 'stat_count:2026-09' });
});
