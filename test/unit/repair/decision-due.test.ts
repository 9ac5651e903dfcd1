import { describe, expect, it } from 'vitest';
import { decisionDue } from '#shared/domain/repair/decision-due';
import { calendar } from '../rectification/calendar';
import { packNamed } from './packs';

describe('decisionDue', () => {
  it.each([
    ['samr-107', 1, '2026-04-30', null, '2026-05-13', false],
    ['serious-list-44', 2, '2026-04-30', null, '2026-05-13', false],
    ['cnipa-8', 1, '2026-09-24', null, '2026-10-15', false],
    ['ndrc-36', 1, '2026-09-24', '2026-09-28', '2026-10-16', false],
    ['ndrc-36', 1, '2026-09-24', null, '2026-10-20', true],
    ['samr-2021-3', 1, '2025-09-30', null, '2025-10-30', true],
  ])('%s v%i, applied %s, accepted %s: %s', (id, version, appliedOn, acceptedOn, date, estimated) => {
    const due = decisionDue({ appliedOn, acceptedOn }, packNamed(id, version), calendar);
    expect(due).toMatchObject({ date, estimated });
    expect(due.steps.at(-1)?.date).toBe(date);
  });

  it('is an estimate where the calendar has no official year', () => {
    expect(decisionDue({ appliedOn: '2026-12-28' }, packNamed('samr-107'), calendar).estimated).toBe(true);
  });
});
