import { type CataloguePack, findItem, negativeItems } from '#shared/domain/catalogue/catalogue';
import { basisTexts } from '#shared/domain/rating/basis-text';
import type { CompiledPack } from '#shared/domain/rating/compile';
import { explain, gradeOf } from '#shared/domain/rating/explain';
import { edgesOf } from '#shared/domain/rating/interval';
import { type OutlineLine, outline } from '#shared/domain/rating/outline';
import type { Grade } from '#shared/domain/rating/pack';
import type { RatingResult } from '#shared/domain/rating/rate';
import { reliefs } from '#shared/domain/rating/reliefs';
import type { RatedInput } from '#shared/domain/rating/stored-input';
import type { TraceFact } from '#shared/domain/rating/trace';
import type { RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';

type Simulated = RouteOutput<'rating.simulate'>;
type WhyView = Omit<
  Simulated,
  'subjectName' | 'asOf' | 'packTitle' | 'scoreThousandths' | 'plain' | 'current' | 'turns' | 'facts'
>;

export const viewGrade = ({ code, name, symbol, colour, meaning }: Grade) => ({ code, name, symbol, colour, meaning });

const viewFact = ({ id, points, via, office, ...fact }: TraceFact) => ({
  ...fact,
  factId: id,
  pointsThousandths: points,
  via: via ?? null,
  office: office ?? null,
});

type Rated = {
  readonly compiled: CompiledPack;
  readonly input: RatedInput;
  readonly result: RatingResult;
  readonly catalogue: CataloguePack;
  /** First day of repair of a record determined as dishonest; undefined for any other. */
  readonly repairFrom: (factId: string) => IsoDate | null | undefined;
  readonly today: IsoDate;
};

/** Everything the why page says about a rating, stored or simulated. */
export function viewWhy({ compiled, input, result, catalogue, repairFrom, today }: Rated): WhyView {
  const { pack } = compiled;
  const why = explain(pack, result, catalogue);
  const grade = gradeOf(pack, result.gradeCode);
  const grounds = (ids: readonly string[]) => {
    const texts = basisTexts(pack, ids);
    return texts.length === 0 ? '' : `（依据：${texts.join('；')}）`;
  };
  const { sampling, inspectionKinds, measures, incentives, entitlements = [], warningLetter } = grade.entails;
  return {
    headline: why.headline,
    better: pack.better,
    grade: viewGrade(grade),
    scale: pack.grades.map((one) => ({
      gradeCode: one.code,
      colour: one.colour,
      fromThousandths: edgesOf(one).low,
    })),
    warnings: [...why.warnings],
    barred: result.trace.stale.length > 0,
    tree: outline(pack, result.trace.nodes).map(({ points, ...line }: OutlineLine) => ({
      ...line,
      pointsThousandths: points,
    })),
    lines: why.lines.map(({ points, running, facts, path, weight: _weight, ...line }) => ({
      ...line,
      path: [...path],
      pointsThousandths: points,
      runningThousandths: running,
      facts: facts.map(viewFact),
    })),
    vetoes: why.vetoes.map(({ label, ceiling, basis, sentence, facts }) => ({
      label,
      gradeCode: ceiling,
      basis,
      sentence,
      facts: facts.map(viewFact),
    })),
    up: why.up && viewDistance(why.up),
    down: why.down && viewDistance(why.down),
    costliest: why.costliest.map(({ label, sentence, ...fact }) => ({ ...viewFact(fact), label, sentence })),
    reliefs: reliefs({ compiled, ...input, result, isNegative: negativeItems(catalogue) }, repairFrom, today).map(
      ({ points, ...relief }) => ({
        ...relief,
        pointsThousandths: points,
      }),
    ),
    references: input.facts.flatMap(({ id, itemCode, occurredOn, origin }) =>
      origin !== undefined && (origin.adoptedOn === null || origin.adoptedOn > result.asOf)
        ? [
            {
              factId: id,
              office: origin.office,
              itemName: findItem(catalogue, itemCode)?.name ?? itemCode,
              occurredOn,
            },
          ]
        : [],
    ),
    entails: {
      sampling: `${sampling.text}${grounds(sampling.basis)}`,
      inspectionKinds: [...inspectionKinds],
      measures: measures.map(({ text, basis }) => `${text}${grounds(basis)}`),
      incentives: incentives.map(({ text, basis }) => `${text}${grounds(basis)}`),
      entitlements: entitlements.map(
        ({ name, amount, unit, text }) => `${name}${amount === null ? '' : ` ${amount}${unit ?? ''}`}：${text}`,
      ),
      warningLetter,
    },
  };
}

const viewDistance = ({
  gradeCode,
  distance,
  sentence,
}: {
  gradeCode: string;
  distance: number;
  sentence: string;
}) => ({
  gradeCode,
  distanceThousandths: distance,
  sentence,
});
