import { describe, expect, it } from 'vitest';
import { rectificationRoutes } from '#shared/ipc/rectification';
import { repairRoutes } from '#shared/ipc/repair';

const extend = rectificationRoutes['rectification.extend'].input;
const apply = repairRoutes['repair.apply'].input;

describe('the contract of casework', () => {
  it('names routes noun.verb[-object] and gives every write the nouns that it changes', () => {
    for (const [name, entry] of Object.entries({ ...rectificationRoutes, ...repairRoutes })) {
      expect(name).toMatch(/^(rectification|dishonesty|repair)\.[a-z]+(-[a-z]+)*$/);
      expect(entry.changes.length > 0).toBe(entry.kind === 'write');
    }
  });

  it('takes an extension by term or by day, never both or neither', () => {
    const base = { id: 'r', itemId: 'i', on: '2026-10-08', reason: '理由' };
    const term = { count: 5, unit: 'working_day' };
    expect(extend.safeParse({ ...base, term }).success).toBe(true);
    expect(extend.safeParse({ ...base, newDueOn: '2026-10-20' }).success).toBe(true);
    expect(extend.safeParse(base).success).toBe(false);
    expect(extend.safeParse({ ...base, term, newDueOn: '2026-10-20' }).success).toBe(false);
  });

  it('refuses days that do not exist and orders without items', () => {
    const application = {
      dishonestyId: 'd',
      appliedOn: '2026-08-10',
      applicant: { contact: '王示例', phone: '', statement: '' },
      conditions: [],
    };
    expect(apply.safeParse(application).success).toBe(true);
    expect(apply.safeParse({ ...application, appliedOn: '2026-02-29' }).success).toBe(false);
    const order = rectificationRoutes['rectification.order'].input;
    expect(
      order
        .safeParse({ subjectId: 's', orderedOn: '2026-09-24', items: [] })
        .error?.issues.some((i) => i.path[0] === 'items'),
    ).toBe(true);
  });
});
