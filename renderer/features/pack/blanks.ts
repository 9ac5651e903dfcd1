import type { Leaf, Read, Scale, Selection } from '#shared/domain/rating/leaf';
import type { BasisEntry, Grade, PackCase, PackNode, RatingPack, Veto } from '#shared/domain/rating/pack';
import type { IsoDate } from '#shared/kernel/dates';

/** What a new part begins with: complete where that is safe, blank where only the office can know. */
export const blankSelection = (): Selection => ({ items: [], window: { type: 'validity' } });

export const blankLeaf = (): Leaf => ({ measure: 'each', facts: blankSelection(), rules: [{ points: 0 }] });

export const blankScale = (by: Scale['by']): Scale => {
  if (by === 'map') return { by, values: {}, other: 0, missing: 0 };
  if (by === 'linear') return { by, start: 100, per: 1, points: -10, missing: 0 };
  return {
    by,
    bands: [
      { below: 1, points: 100 },
      { from: 1, points: 0 },
    ],
    missing: 0,
  };
};

/** Another way of reading; the facts chosen before are kept. */
export function withTake(read: Read, take: Read['take']): Read {
  if (read.take === take) return read;
  const facts = factsOf(read);
  const field = 'field' in read ? read.field : '';
  switch (take) {
    case 'count':
    case 'exists':
    case 'days_since_latest':
      return { take, facts };
    case 'sum':
    case 'latest':
    case 'imported':
      return { take, facts, field };
    case 'share':
      return { take, of: { facts }, base: { facts } };
    case 'subject':
      return { take, field: 'status' };
  }
}

function factsOf(read: Read): Selection {
  if (read.take === 'subject') return blankSelection();
  return read.take === 'share' ? read.of.facts : read.facts;
}

/** Another way of scoring; the facts chosen before are kept. */
export function withMeasure(leaf: Leaf, measure: Leaf['measure']): Leaf {
  if (leaf.measure === measure) return leaf;
  if (leaf.measure === 'value') return { measure: 'each', facts: factsOf(leaf.read), rules: [{ points: 0 }] };
  return { measure: 'value', read: { take: 'count', facts: leaf.facts }, scale: blankScale('bands') };
}

/** A number after the prefix that is not taken. @example freshId(['V1'], 'V') // 'V2' */
export function freshId(taken: readonly string[], prefix: string): string {
  for (let n = 1; ; n++) if (!taken.includes(`${prefix}${n}`)) return `${prefix}${n}`;
}

const grounds = (pack: RatingPack) => ({ basis: pack.bases.slice(0, 1).map(({ id }) => id), verified: false });

export const blankNode = (id: string, basis: readonly string[], leaf: Leaf = blankLeaf()): PackNode => ({
  id,
  name: '新指标',
  basis,
  verified: false,
  leaf,
});

export const blankVeto = (pack: RatingPack): Veto => ({
  id: freshId(
    pack.vetoes.map(({ id }) => id),
    'V',
  ),
  name: '新否决项',
  ...grounds(pack),
  facts: blankSelection(),
  atLeast: 1,
  ceiling: (pack.better === 'lower' ? pack.grades.at(-1) : pack.grades[0])?.code ?? '',
});

/** A grade above the highest, without limits: the officer sets where it begins. */
export const blankGrade = (pack: RatingPack): Grade => {
  const code = freshId(
    pack.grades.map((grade) => grade.code),
    'G',
  );
  return {
    code,
    name: `${code} 级`,
    colour: 'grey',
    symbol: '●',
    meaning: '请写明含义',
    ...grounds(pack),
    entails: {
      sampling: { ratioPercent: null, visitsPerYear: null, text: '请写明抽查办法', ...grounds(pack) },
      inspectionKinds: [],
      measures: [],
      incentives: [],
      warningLetter: null,
    },
  };
};

export const blankBonus = (pack: RatingPack, taken: readonly string[]): NonNullable<RatingPack['bonus']> => {
  const id = freshId(taken, 'BONUS');
  return {
    id,
    name: '加分项',
    ...grounds(pack),
    cap: 10,
    children: [blankNode(`${id}-1`, grounds(pack).basis)],
  };
};

export const blankBasis = (pack: RatingPack, today: IsoDate): BasisEntry => ({
  id: freshId(
    pack.bases.map(({ id }) => id),
    'B',
  ),
  document: '新依据',
  number: null,
  article: '',
  from: today,
  to: null,
});

export const blankCase = (pack: RatingPack, today: IsoDate): PackCase => ({
  name: freshId(
    pack.cases.map(({ name }) => name),
    '新用例 ',
  ),
  asOf: today,
  subject: { kind: pack.subjectKinds[0] ?? 'enterprise', status: 'active', tags: [] },
  facts: [],
  expect: { score: 0, grade: pack.grades[0]?.code ?? '', vetoes: [] },
});
