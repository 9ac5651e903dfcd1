import { formatPoints, type Thousandths } from '../../kernel/decimal';
import { toThousandths } from '../catalogue/thousandths';
import { compilePack } from './compile';
import type { RatingFact } from './fact';
import type { PackCase, RatingInput, RatingPack } from './pack';
import { rate } from './rate';

type CaseFigures = { readonly score: Thousandths; readonly grade: string; readonly vetoes: readonly string[] };

type CaseOutcome = {
  readonly name: string;
  readonly passed: boolean;
  readonly expected: CaseFigures;
  readonly actual: CaseFigures;
  /** One sentence for the officer. */
  readonly sentence: string;
};

/**
 * Runs a pack's own cases. A pack with a failing case must not be put in force.
 *
 * @example runPackCases(pack).every((outcome) => outcome.passed)
 */
export function runPackCases(pack: RatingPack): CaseOutcome[] {
  const compiled = compilePack(pack);
  return pack.cases.map((one) => {
    const result = rate(compiled, caseInput(one));
    const expected = {
      score: toThousandths(one.expect.score) ?? 0,
      grade: one.expect.grade,
      vetoes: one.expect.vetoes,
    };
    const actual = {
      score: result.scoreThousandths,
      grade: result.gradeCode,
      vetoes: result.trace.vetoes.map((veto) => veto.vetoId),
    };
    const passed =
      actual.score === expected.score &&
      actual.grade === expected.grade &&
      [...actual.vetoes].sort().join() === [...expected.vetoes].sort().join();
    const sentence = passed
      ? `用例“${one.name}”通过`
      : `用例“${one.name}”未通过：应为${figures(expected)}，实为${figures(actual)}`;
    return { name: one.name, passed, expected, actual, sentence };
  });
}

/** The input of a case with its left-out members filled in. */
export function caseInput(one: PackCase): RatingInput {
  const { attributes, ...subject } = one.subject;
  return {
    asOf: one.asOf,
    subject: { id: 'case', ...subject, ...(attributes === undefined ? {} : { attributes }) },
    facts: one.facts.map(
      (fact, i): RatingFact => ({
        id: `f${String(i + 1).padStart(4, '0')}`,
        itemCode: fact.item,
        occurredOn: fact.occurredOn,
        validFrom: fact.validFrom ?? fact.occurredOn,
        validTo: fact.validTo,
        state: fact.state,
        repairedOn: fact.repairedOn,
        fields: fact.fields,
        sourceOrg: '',
        sourceNo: '',
        ...(fact.via === undefined ? {} : { via: { relation: fact.via, subjectId: 'other', name: '' } }),
      }),
    ),
  };
}

function figures(of: CaseFigures): string {
  const vetoes = of.vetoes.length === 0 ? '' : `、否决项 ${of.vetoes.join('、')}`;
  return ` ${formatPoints(of.score)} 分、${of.grade} 级${vetoes}`;
}
