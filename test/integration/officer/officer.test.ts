import { expect, test } from 'vitest';
import { expectAudited } from '../../support/engine';
import { openOffice, saveOfficer } from '../../support/office';

const avoid = async () => {
  const office = await openOffice();
  const reason = { officerId: office.li, subjectId: office.subjectId, reason: '近亲属任职' };
  return { office, id: (await office.call('officer.add-avoidance', reason)).id };
};

test('ending an avoidance that does not exist is refused in a sentence, not an internal error', async () => {
  const { office } = await avoid();
  await office.fails('officer.end-avoidance', { id: 'none', endedOn: '2026-11-23' }, 'not_found');
});

test('an avoidance is not ended ahead of its day: until then the officer would already be drawn', async () => {
  const { office, id } = await avoid();
  await office.fails('officer.end-avoidance', { id, endedOn: '2026-11-24' }, 'bad_input');
  const { officers } = await office.call('officer.list', {});
  expect(officers.flatMap((officer) => officer.avoidances)).toHaveLength(1);
});

test('the day on which an avoidance ended cannot be rewritten', async () => {
  const { office, id } = await avoid();
  await office.call('officer.end-avoidance', { id, endedOn: '2026-11-20' });
  await office.fails('officer.end-avoidance', { id, endedOn: '2026-11-23' }, 'bad_state');
  await expectAudited(office, [['officer.end-avoidance', `avoidance:${id}`]]);
});

test('an officer out of service no longer acts, neither chosen nor named', async () => {
  const office = await openOffice();
  await saveOfficer(office, '张示例', 'Y001', { id: office.zhang, active: false });
  const avoidance = { officerId: office.li, subjectId: office.subjectId, reason: '近亲属任职' };
  await office.fails('officer.add-avoidance', avoidance, 'forbidden');
  await office.fails('officer.add-avoidance', avoidance, 'not_found', { officerId: office.zhang });
  await office.call('officer.add-avoidance', avoidance, { officerId: office.li });
});
