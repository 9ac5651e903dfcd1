import { expect, test } from 'vitest';
import { createSubject, openOffice } from '../../support/office';

const ID_NUMBER = '11010519491231002X';
const PHONE = '13800138000';

test('the log shows an identity number covered, while the stored entry keeps what the chain vouches for', async () => {
  const office = await openOffice();
  const id = await createSubject(office, '示例代理师', {
    kind: 'agent',
    idNumber: ID_NUMBER,
    phone: PHONE,
    note: `证件 ${ID_NUMBER}，代码 913301000000000001`,
  });
  const { rows } = await office.call('audit.list', { limit: 1 });
  const entry = await office.call('audit.get', { seq: rows[0]?.seq ?? 0 });
  expect(entry.object).toBe(`subject:${id}`);
  expect(entry.changes).not.toContain(ID_NUMBER);
  expect(entry.changes).not.toContain(PHONE);
  expect(entry.changes).toContain('110***********002X');
  expect(entry.changes).toContain('913301000000000001');
  expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
  const stored = office.engine.store.reader.prepare('select group_concat(changes) from audit_entry').pluck().get();
  expect(stored).toContain(ID_NUMBER);
});

test("the log does not give away the office's part of the seed before the draw", async () => {
  const office = await openOffice();
  const { packs } = await office.call('plan.list-packs', {});
  const input = { year: 2027, packId: packs[0]?.id ?? '', startOn: '2027-01-04', title: '2027年度抽查' };
  await office.call('plan.freeze', input);
  const nonce = office.engine.store.reader.prepare('select nonce from plan_freeze').pluck().get();
  const { rows } = await office.call('audit.list', { limit: 1 });
  const entry = await office.call('audit.get', { seq: rows[0]?.seq ?? 0 });
  expect(entry.route).toBe('plan.freeze');
  expect(String(nonce)).toMatch(/^[0-9a-f]{32,}$/);
  expect(entry.changes).not.toContain(String(nonce));
});
