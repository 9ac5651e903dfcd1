import { describe, expect, it } from 'vitest';
import {
  createSubject,
  fillIn,
  type Office,
  openOffice,
  planVisit,
  startInspection,
  visitInput,
} from '../../support/office';

const stateOf = (office: Office, id: string) =>
  office.engine.store.db.selectFrom('visit').select(['state', 'inspection_id']).where('id', '=', id).executeTakeFirst();

describe('an inspection from the plan', () => {
  it('is done with the planned visit when it ends, not before', async () => {
    const office = await openOffice();
    const visit = await planVisit(office);
    const { id } = await startInspection(office, { visitId: visit.id, kind: 'double_random' });
    expect(await stateOf(office, visit.id)).toEqual({ state: 'planned', inspection_id: null });
    await office.fails(
      'inspection.create',
      visitInput(office, { visitId: visit.id, startedAt: '2026-09-22T09:00' }),
      'conflict',
    );
    await fillIn(office, id);
    await office.call('inspection.finish', {
      id,
      endedAt: '2026-09-21T11:00',
      resultCode: '1',
      dispositionCode: 'none_needed',
    });
    expect(await stateOf(office, visit.id)).toEqual({ state: 'inspected', inspection_id: id });
    await office.fails(
      'inspection.create',
      visitInput(office, { visitId: visit.id, startedAt: '2026-09-22T09:00' }),
      'bad_state',
    );
    expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
  });

  it('refuses a cancelled visit, one of a void plan, one of another subject and one that does not exist', async () => {
    const office = await openOffice();
    const cancelled = await planVisit(office, { state: 'cancelled' });
    await office.fails('inspection.create', visitInput(office, { visitId: cancelled.id }), 'bad_state');
    const visit = await planVisit(office);
    const other = await createSubject(office, '另一家事务所');
    await office.fails('inspection.create', visitInput(office, { visitId: visit.id, subjectId: other }), 'bad_input');
    await office.fails('inspection.create', visitInput(office, { visitId: 'nothing' }), 'not_found');
    await office.write((tx) => tx.update('plan', visit.planId, { state: 'void', void_reason: '重抽' }));
    await office.fails('inspection.create', visitInput(office, { visitId: visit.id }), 'bad_state');
    expect((await office.call('inspection.list', {})).total).toBe(0);
  });
});
