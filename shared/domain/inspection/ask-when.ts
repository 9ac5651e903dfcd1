import * as z from 'zod';
import { type AnswerCode, answerCodes, answerLabels } from './codes';

const itemCode = z.string().regex(/^[A-Z]{2,4}-\d{2}$/);

/** One earlier answer is one of these. */
const answered = z.strictObject({ if: z.literal('answer'), item: itemCode, is: z.array(z.enum(answerCodes)).min(1) });
type Answered = z.output<typeof answered>;

/** The closed vocabulary of "ask this only when"; it reads nothing but answers to earlier questions. */
export const askWhen = z.discriminatedUnion('if', [
  answered,
  z.strictObject({ if: z.literal('all'), of: z.array(answered).min(2) }),
  z.strictObject({ if: z.literal('any'), of: z.array(answered).min(2) }),
]);
export type AskWhen = z.output<typeof askWhen>;

type Item = { readonly code: string; readonly askWhen?: AskWhen | undefined };
type GivenAnswer = { readonly itemCode: string; readonly answer: AnswerCode };

/** The questions that a condition looks back to. */
export function askedAbout(condition: AskWhen | undefined): readonly string[] {
  if (!condition) return [];
  return partsOf(condition).map((part) => part.item);
}

const partsOf = (condition: AskWhen): readonly Answered[] => (condition.if === 'answer' ? [condition] : condition.of);

/**
 * What is wrong with the conditions of a checklist. Looking back only to earlier questions also rules out circles.
 *
 * @returns one Chinese sentence a problem, none for a sound checklist
 * @example askProblems([{ code: 'PA-01', askWhen: { if: 'answer', item: 'PA-02', is: ['compliant'] } }])
 */
export function askProblems(items: readonly Item[]): readonly string[] {
  const before = new Set<string>();
  const all = new Set(items.map((item) => item.code));
  const problems: string[] = [];
  for (const item of items) {
    for (const other of askedAbout(item.askWhen)) {
      if (!all.has(other)) problems.push(`项目 ${item.code} 的询问条件提到 ${other}，检查表里没有这个项目`);
      else if (!before.has(other))
        problems.push(`项目 ${item.code} 的询问条件提到 ${other}，只能取决于排在它前面的项目`);
    }
    before.add(item.code);
  }
  return problems;
}

/** `waiting`: the answer it depends on is not there yet. */
export type Asking =
  | { readonly state: 'asked' }
  | { readonly state: 'waiting' | 'not_asked'; readonly because: string };

const ASKED: Asking = { state: 'asked' };

/**
 * Which questions are asked, given the answers so far. A question that depends on one that is not asked is not asked
 * either; the answer a left-out question once had counts for nothing.
 *
 * @param items all questions in the order of the checklist
 * @returns one entry a question; `because` is a sentence for the officer
 * @example askingOf(items, [{ itemCode: 'PA-03', answer: 'not_applicable' }]).get('PA-04')
 *   // { state: 'not_asked', because: '项目 PA-03 的作答是“不适用”' }
 */
export function askingOf(items: readonly Item[], answers: readonly GivenAnswer[]): ReadonlyMap<string, Asking> {
  const given = new Map(answers.map((entry) => [entry.itemCode, entry.answer]));
  const result = new Map<string, Asking>();
  for (const item of items) result.set(item.code, item.askWhen ? judge(item.askWhen, given, result) : ASKED);
  return result;
}

type Verdict = { readonly met: boolean | null; readonly because: string };

function judge(condition: AskWhen, given: ReadonlyMap<string, AnswerCode>, sofar: ReadonlyMap<string, Asking>): Asking {
  const verdicts = partsOf(condition).map((part) => verdictOf(part, given, sofar));
  const any = condition.if === 'any';
  const decided = verdicts.find((verdict) => verdict.met === any);
  // "any" is settled by the first that is met, "all" by the first that is not
  if (decided && any) return ASKED;
  if (decided) return { state: 'not_asked', because: decided.because };
  const open = verdicts.find((verdict) => verdict.met === null);
  if (open) return { state: 'waiting', because: open.because };
  return any ? { state: 'not_asked', because: verdicts.map((verdict) => verdict.because).join('，') } : ASKED;
}

function verdictOf(
  part: Answered,
  given: ReadonlyMap<string, AnswerCode>,
  sofar: ReadonlyMap<string, Asking>,
): Verdict {
  const before = sofar.get(part.item);
  if (before?.state === 'not_asked') return { met: false, because: `项目 ${part.item} 也不询问` };
  const answer = before?.state === 'waiting' ? undefined : given.get(part.item);
  if (answer === undefined) return { met: null, because: `先回答项目 ${part.item}` };
  return { met: part.is.includes(answer), because: `项目 ${part.item} 的作答是“${answerLabels[answer]}”` };
}
