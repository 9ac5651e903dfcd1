import { describe, expect, it } from 'vitest';
import { inspectionRoutes } from '#shared/ipc/inspection';

const create = inspectionRoutes['inspection.create'].input;
const input = {
  subjectId: 's',
  kind: 'double_random',
  method: 'on_site',
  checklistId: 'patent-agency',
  officer1Id: '1',
  officer2Id: '2',
  startedAt: '2026-05-10T09:30',
  place: '',
};

describe('the contract of inspections', () => {
  it.each([
    ['a good start', {}, true],
    ['no such day', { startedAt: '2026-02-29T09:30' }, false],
    ['no such hour', { startedAt: '2026-05-10T24:00' }, false],
    ['a time with a zone', { startedAt: '2026-05-10T09:30:00.000Z' }, false],
    ['an unknown kind', { kind: 'raid' }, false],
    ['an unknown method', { method: 'phone' }, false],
  ])('%s', (_, change, ok) => {
    expect(create.safeParse({ ...input, ...change }).success).toBe(ok);
  });

  it('does not take a group code for a result', () => {
    const finish = inspectionRoutes['inspection.finish'].input;
    const base = { id: 'v', endedAt: '2026-05-10T11:00', dispositionCode: 'none_needed' };
    expect(finish.safeParse({ ...base, resultCode: '1' }).success).toBe(true);
    for (const resultCode of ['A', '2', '未发现问题'])
      expect(finish.safeParse({ ...base, resultCode }).success).toBe(false);
  });
});
