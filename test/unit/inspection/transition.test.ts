import { describe, expect, it } from 'vitest';
import { type InspectionAction, transition } from '#shared/domain/inspection/transition';
import { AppError } from '#shared/kernel/errors';
import { answerOf, findingOf, sampleInspection, sampleItems } from './sample-inspection';

const context = { others: [] };
const first = sampleItems[0];
if (!first) throw new Error('the sample checklist is empty');
const finish: InspectionAction = {
  type: 'finish',
  endedAt: '2026-05-10T11:00',
  resultCode: '1',
  dispositionCode: 'none_needed',
  finishedAt: '2026-05-10T03:00:00.000Z',
};
const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'accepted';
};

describe('transition of an inspection', () => {
  it('keeps one answer an item: the last', () => {
    const record = transition(sampleInspection(), { type: 'answer', ...answerOf(first, 'problem') }, context);
    const answers = record.answers.filter((entry) => entry.itemCode === first.code);
    expect(answers.map((entry) => entry.answer)).toEqual(['problem']);
    expect(record.answers).toHaveLength(sampleItems.length);
  });

  it('finishes a complete visit and stores the codes', () => {
    const record = transition(
      sampleInspection({ endedAt: null, resultCode: null, dispositionCode: null }),
      finish,
      context,
    );
    expect(record).toMatchObject({
      state: 'finished',
      resultCode: '1',
      endedAt: '2026-05-10T11:00',
      finishedAt: finish.finishedAt,
    });
  });

  it('does not finish with an open place and lists every one', () => {
    const record = sampleInspection({ answers: [], rightsTold: false });
    try {
      transition(record, finish, context);
      expect.unreachable('finished although incomplete');
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      expect((error as AppError).details).toHaveLength(sampleItems.length + 1);
    }
  });

  it.each<[string, InspectionAction]>([
    ['an answer', { type: 'answer', ...answerOf(first) }],
    ['the record', { type: 'update_record', patch: { scene: '改写' } }],
    ['a finding', { type: 'add_finding', finding: findingOf(null) }],
    ['finishing again', finish],
  ])('changes nothing after the end: %s', (_, action) => {
    const done = transition(sampleInspection(), finish, context);
    expect(codeOf(() => transition(done, action, context))).toBe('bad_state');
  });

  it('refuses an item that the frozen checklist does not have', () => {
    expect(
      codeOf(() => transition(sampleInspection(), { type: 'answer', ...answerOf({ code: 'ZZ-99' }) }, context)),
    ).toBe('not_found');
    expect(
      codeOf(() => transition(sampleInspection(), { type: 'add_finding', finding: findingOf('ZZ-99') }, context)),
    ).toBe('not_found');
  });

  it('refuses a finding without facts, an unknown one and a change to a withdrawn one', () => {
    const blank = { ...findingOf(null), facts: ' ' };
    expect(codeOf(() => transition(sampleInspection(), { type: 'add_finding', finding: blank }, context))).toBe(
      'bad_input',
    );
    expect(codeOf(() => transition(sampleInspection(), { type: 'withdraw_finding', findingId: 'x' }, context))).toBe(
      'not_found',
    );
    const withdrawn = transition(
      sampleInspection({ findings: [findingOf(null)] }),
      { type: 'withdraw_finding', findingId: 'f1' },
      context,
    );
    expect(withdrawn.findings[0]?.state).toBe('withdrawn');
    const again: InspectionAction = { type: 'update_finding', findingId: 'f1', patch: { facts: '别的' } };
    expect(codeOf(() => transition(withdrawn, again, context))).toBe('bad_state');
  });

  it('does not touch the record it was given', () => {
    const before = sampleInspection();
    const copy = structuredClone(before);
    transition(before, { type: 'add_finding', finding: findingOf(first.code) }, context);
    expect(before).toEqual(copy);
  });
});
