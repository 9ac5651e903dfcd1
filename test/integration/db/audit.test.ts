import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Store } from '../../../electron/db/open-store';
import { verifyStore } from '../../../electron/db/verify';
import type { Writer } from '../../../electron/db/write';
import { openTemporaryStore } from '../../support/store';

const nobody = { id: null, name: '测试' };
const request = { route: 'test.write', actor: nobody, note: { object: 'officer:', summary: '登记' } };

const addOfficer = (write: Writer, certificateNo: string) =>
  write(request, async (tx) => {
    const id = tx.newId();
    tx.insert('officer', {
      id,
      name: `人员${certificateNo}`,
      certificate_no: certificateNo,
      certificate_until: null,
      station: '',
      position: '',
      skills: '[]',
      leaves: '[]',
      active: 1,
      created_at: tx.now,
    });
    return id;
  });

const verify = ({ reader, dir }: Store) => verifyStore(reader, dir, () => undefined);

/** What somebody with an SQLite tool could do: the triggers are no obstacle to them. */
function tamper(store: Store, sql: string): void {
  const handle = new Database(store.file);
  for (const trigger of [
    'audit_entry_no_update',
    'audit_entry_no_delete',
    'audit_row_no_update',
    'audit_row_no_delete',
  ])
    handle.exec(`drop trigger ${trigger}`);
  handle.exec(sql);
  handle.close();
}

test('a chain of honest writes verifies, with every row counted', async () => {
  const { store, write } = openTemporaryStore();
  const id = await addOfficer(write, 'A1');
  await addOfficer(write, 'A2');
  await write(request, async (tx) => tx.update('officer', id, { station: '综合执法大队' }));
  expect(await verify(store)).toMatchObject({ ok: true, entries: 3, rows: 2, problem: null });
});

test('one cell edited with another program is named with its record', async () => {
  const { store, write } = openTemporaryStore();
  await addOfficer(write, 'A1');
  const id = await addOfficer(write, 'A2');
  tamper(store, `update officer set name = '改动' where id = '${id}'`);
  const result = await verify(store);
  expect(result.ok).toBe(false);
  expect(result.problem).toMatchObject({ record: `officer:${id}` });
  expect(result.problem?.message).toContain('在程序之外被改动过');
});

test('a row removed or slipped in with another program is named', async () => {
  const { store, write } = openTemporaryStore();
  const id = await addOfficer(write, 'A1');
  tamper(store, `update officer set id = 'x' || id where id = '${id}'`);
  expect((await verify(store)).problem?.message).toContain('程序之外加入');
  const second = openTemporaryStore();
  const gone = await addOfficer(second.write, 'A1');
  tamper(second.store, `delete from officer where id = '${gone}'`);
  expect((await verify(second.store)).problem?.message).toContain('不见了');
});

test.each([
  ['changed', "update audit_entry set summary = '别的' where seq = 2", 2],
  ['removed', 'delete from audit_entry where seq = 2', 2],
  ['given another row digest', "update audit_row set record_id = 'x' where seq = 2", 2],
])('an audit entry that was %s is the first one named', async (_what, sql, seq) => {
  const { store, write } = openTemporaryStore();
  for (const no of ['A1', 'A2', 'A3']) await addOfficer(write, no);
  tamper(store, `pragma foreign_keys = off; ${sql}`);
  expect((await verify(store)).problem?.seq).toBe(seq);
});

test('the log cannot be rewritten through the program itself', async () => {
  const { store, write } = openTemporaryStore();
  await addOfficer(write, 'A1');
  expect(() => store.writer.exec('delete from audit_entry')).toThrow('append-only');
  expect(() => store.writer.exec("update audit_entry set summary = ''")).toThrow('append-only');
});

test('a write that fails half-way leaves neither rows nor an audit entry', async () => {
  const { store, write } = openTemporaryStore();
  await expect(
    write(request, async (tx) => {
      tx.insert('setting', { id: 'office', value: '{}' });
      throw new Error('boom');
    }),
  ).rejects.toThrow('boom');
  expect(store.reader.prepare('select count(*) from setting').pluck().get()).toBe(0);
  expect(store.reader.prepare('select count(*) from audit_entry').pluck().get()).toBe(0);
});

test('reading while a transaction is open neither waits nor sees what is not committed', async () => {
  const { store, write } = openTemporaryStore();
  await write(request, async (tx) => {
    tx.insert('setting', { id: 'office', value: '1' });
    expect(await store.db.selectFrom('setting').selectAll().execute()).toEqual([]);
    expect(await tx.db.selectFrom('setting').selectAll().execute()).toHaveLength(1);
  });
  expect(await store.db.selectFrom('setting').selectAll().execute()).toHaveLength(1);
});

test('a write of many rows keeps counts and a digest instead of every value', async () => {
  const { store, write } = openTemporaryStore();
  await write(request, async (tx) => {
    for (let i = 0; i < 300; i++) tx.insert('setting', { id: `k${i}`, value: String(i) });
  });
  const entry = store.reader.prepare('select changes, row_count, digest from audit_entry').get();
  expect(entry).toMatchObject({ changes: '{"counts":{"setting":300}}', row_count: 300 });
  expect(await verify(store)).toMatchObject({ ok: true, rows: 300 });
});

test('the reading connection cannot write', () => {
  const { store } = openTemporaryStore();
  expect(() => store.reader.exec("insert into setting values ('a', '1')")).toThrow();
});
