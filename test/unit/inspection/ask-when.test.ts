import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AskWhen, askingOf, askProblems } from '#shared/domain/inspection/ask-when';
import { checklistItems, parseChecklist } from '#shared/domain/inspection/checklist';
import type { AnswerCode } from '#shared/domain/inspection/codes';
import { answerCounts, departureProblems } from '#shared/domain/inspection/departure';
import { transition } from '#shared/domain/inspection/transition';
import { AppError } from '#shared/kernel/errors';
import { answerOf, findingOf, sampleInspection, signedBy } from './sample-inspection';

const ALONE = { others: [] };
const given = (answers: Record<string, AnswerCode>) =>
  Object.entries(answers).map(([itemCode, answer]) => ({ itemCode, answer }));
const answered = (item: string, ...is: AnswerCode[]): AskWhen => ({ if: 'answer', item, is });
const items = [
  { code: 'XX-01' },
  { code: 'XX-02' },
  { code: 'XX-03', askWhen: answered('XX-01', 'problem') },
  { code: 'XX-04', askWhen: answered('XX-03', 'compliant', 'problem') },
  {
    code: 'XX-05',
    askWhen: { if: 'any', of: [answered('XX-01', 'problem'), answered('XX-02', 'problem')] } as AskWhen,
  },
  {
    code: 'XX-06',
    askWhen: { if: 'all', of: [answered('XX-01', 'problem'), answered('XX-02', 'problem')] } as AskWhen,
  },
];
const states = (answers: Record<string, AnswerCode>) =>
  [...askingOf(items, given(answers)).values()].map((asking) => asking.state).join(' ');

describe('askingOf', () => {
  it.each<[string, Record<string, AnswerCode>, string]>([
    ['nothing is decided before the first answer', {}, 'asked asked waiting waiting waiting waiting'],
    [
      'a compliant gate shuts what hangs on it, and what hangs on that',
      { 'XX-01': 'compliant' },
      'asked asked not_asked not_asked waiting not_asked',
    ],
    ['one of several is enough for "any"', { 'XX-01': 'problem' }, 'asked asked asked waiting asked waiting'],
    [
      'all of them are needed for "all"',
      { 'XX-01': 'problem', 'XX-02': 'problem' },
      'asked asked asked waiting asked asked',
    ],
    [
      'none of them shuts "any"',
      { 'XX-01': 'compliant', 'XX-02': 'not_applicable' },
      'asked asked not_asked not_asked not_asked not_asked',
    ],
    [
      'an old answer to a question that is shut opens nothing',
      { 'XX-01': 'compliant', 'XX-03': 'problem' },
      'asked asked not_asked not_asked waiting not_asked',
    ],
  ])('%s', (_, answers, expected) => {
    expect(states(answers)).toBe(expected);
  });

  it('says why in a sentence', () => {
    expect(askingOf(items, given({ 'XX-01': 'not_checked' })).get('XX-03')).toEqual({
      state: 'not_asked',
      because: '项目 XX-01 的作答是“未检查”',
    });
  });
});

describe('askProblems', () => {
  it.each([
    ['a question about itself', [{ code: 'XX-01', askWhen: answered('XX-01', 'problem') }]],
    ['a question about a later one', [{ code: 'XX-01', askWhen: answered('XX-02', 'problem') }, { code: 'XX-02' }]],
    [
      'a circle',
      [
        { code: 'XX-01', askWhen: answered('XX-02', 'problem') },
        { code: 'XX-02', askWhen: answered('XX-01', 'problem') },
      ],
    ],
    ['a question that is not there', [{ code: 'XX-01' }, { code: 'XX-02', askWhen: answered('XX-09', 'problem') }]],
  ])('finds %s', (_, list) => {
    expect(askProblems(list)).toHaveLength(1);
  });

  it('accepts looking back, and refuses a checklist that looks ahead when it is read', () => {
    expect(askProblems(items)).toEqual([]);
    const json = JSON.parse(readFileSync(file, 'utf8'));
    json.sections[0].items[0].askWhen = answered('PA-02', 'problem');
    expect(() => parseChecklist(json, '坏表')).toThrow(AppError);
  });
});

const file = resolve(import.meta.dirname, '../../../resources/checklists/patent-agency.v2.json');
const branching = parseChecklist(JSON.parse(readFileSync(file, 'utf8')), file);
const questions = checklistItems(branching);
/** Everything compliant, so that PA-03 and PA-20 are left out. */
const clean = () =>
  signedBy(
    sampleInspection({
      checklist: branching,
      answers: questions.filter(({ code }) => code !== 'PA-03' && code !== 'PA-20').map((item) => answerOf(item)),
    }),
  );

describe('a record with a branching checklist', () => {
  it('may end without the questions that are left out, which count neither as passed nor as unanswered', () => {
    expect(departureProblems(clean(), ALONE)).toEqual([]);
    expect(answerCounts(clean())).toEqual({
      ...{ total: 20, compliant: 18, problem: 0, notApplicable: 0 },
      ...{ notChecked: 0, unanswered: 0, notAsked: 2 },
    });
  });

  it('asks again when an earlier answer changes, and does not bring the old answer back', () => {
    const worse = transition(clean(), { type: 'answer', ...answerOf({ code: 'PA-01' }, 'problem') }, ALONE);
    expect(departureProblems(worse, ALONE).map(({ code, itemCode }) => [code, itemCode])).toContainEqual([
      'unanswered',
      'PA-03',
    ]);
    const answered = transition(worse, { type: 'answer', ...answerOf({ code: 'PA-03' }) }, ALONE);
    const back = transition(answered, { type: 'answer', ...answerOf({ code: 'PA-01' }) }, ALONE);
    expect(back.answers.map((entry) => entry.itemCode)).not.toContain('PA-03');
    const again = transition(back, { type: 'answer', ...answerOf({ code: 'PA-01' }, 'problem') }, ALONE);
    expect(answerCounts(again)).toMatchObject({ unanswered: 1 });
  });

  it('takes no answer to a question that is not asked', () => {
    expect(() => transition(clean(), { type: 'answer', ...answerOf({ code: 'PA-03' }) }, ALONE)).toThrow('现在不询问');
  });

  it('does not let a finding hide behind a question that is left out', () => {
    const record = { ...clean(), findings: [findingOf('PA-03')] };
    expect(departureProblems(record, ALONE).map(({ code }) => code)).toContain('finding_not_asked');
  });

  it('wants the photo of a problem, or the reason why there is none', () => {
    const problem = (note: string, photos: { itemCode: string; attachmentId: string }[] = []) =>
      departureProblems(
        {
          ...clean(),
          photos,
          answers: clean().answers.map((entry) =>
            entry.itemCode === 'PA-10' ? { ...entry, answer: 'problem' as const, note } : entry,
          ),
        },
        ALONE,
      )
        .filter(({ code }) => code === 'photo_missing')
        .map(({ level, itemCode }) => [level, itemCode]);
    expect(problem('')).toEqual([['block', 'PA-10']]);
    expect(problem('相机损坏')).toEqual([['warn', 'PA-10']]);
    expect(problem('', [{ itemCode: 'PA-10', attachmentId: 'a' }])).toEqual([]);
    expect(problem('', [{ itemCode: 'PA-01', attachmentId: 'a' }])).toEqual([['block', 'PA-10']]);
  });
});
