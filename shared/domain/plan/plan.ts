import { canonicalJson } from '../../kernel/canonical-json';
import type { IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import { sha256Hex } from '../../kernel/sha256';
import { formatBasis } from '../basis/basis';
import { type Calendar, requireDate } from '../calendar/calendar';
import type { Allocation } from './allocate';
import type { PlanOfficer } from './assign-officers';
import { batchWindows } from './batch-windows';
import { type Classified, classify, type Exclusion } from './classify';
import { type FrozenDays, type FrozenList, readFrozenList, writeFrozenList } from './frozen-list';
import type { InspectionKind } from './inspection-kinds';
import type { PlanSubject } from './plan-subject';
import { freezePopulation, type Population } from './population';
import type { Frequency, SamplingPack } from './sampling-pack';
import type { PlanProblem } from './schedule';
import { type EarlierBatches, shareOut } from './share-out';
import type { BatchSpread } from './spread-batches';

/** Of a year drawn batch by batch: what went before, and when the year's first batch began (null: this is the first). */
export type BatchSeries = EarlierBatches & { readonly startOn: IsoDate | null };

export type PlanInput = {
  readonly pack: SamplingPack;
  readonly year: number;
  /** First day of inspections; a day before the year means 1 January. */
  readonly startOn: IsoDate;
  readonly subjects: readonly PlanSubject[];
  readonly officers: readonly PlanOfficer[];
  readonly calendar: Calendar;
  /** Another yearly total than the ratios give; only for packs that round by largest remainder. */
  readonly total?: number;
  /** Only the batch that is due is drawn, from those not yet drawn this year; without it the whole year at once. */
  readonly series?: BatchSeries | null;
};

export type PlanStratum = Allocation & {
  readonly label: string;
  readonly inspectionKind: InspectionKind;
  readonly frequency: Frequency;
  /** Document and article. */
  readonly basis: string;
  readonly verified: boolean;
  /** Drawn by earlier batches of the year. */
  readonly drawn: number;
  /** Owed in the whole year. */
  readonly yearly: number;
};

export type PlanPreview = {
  readonly strata: readonly PlanStratum[];
  readonly exclusions: readonly Exclusion[];
  readonly population: Population;
  readonly total: number;
  readonly spread: BatchSpread;
  readonly problems: readonly PlanProblem[];
};

export type FrozenPlan = PlanPreview & {
  readonly list: FrozenList;
  readonly listText: string;
  /** In the order of the list's candidates. */
  readonly subjectIds: readonly string[];
};

/**
 * Everything of a plan that is known before the seed exists: strata, shares and the list.
 *
 * @throws AppError for a day, code, ratio or total that cannot be used; an empty pool is only a problem in the list
 * @example previewPlan(input).strata[0]?.work // '750 × 24% = 180，抽 180 个'
 */
export function previewPlan(input: PlanInput): PlanPreview {
  windowsOf(input);
  return share(input, candidatesOf(input));
}

/**
 * Freezes the plan: from here on nothing but chance is open. Same input, same list, on any machine and in any order of
 * the input.
 *
 * @param nonceSha256 the commitment to the office nonce, part of the list
 * @throws AppError as `previewPlan` does; `bad_input` when nobody can be drawn
 * @example hashList(freezePlan(input, sha256Hex(nonce)).listText).sha256
 */
export function freezePlan(input: PlanInput, nonceSha256: string): FrozenPlan {
  const days = windowsOf(input);
  const classified = candidatesOf(input);
  const preview = share(input, classified);
  if (preview.population.candidates.length === 0) throw new AppError('bad_input', EMPTY_POOL);
  if (preview.total === 0) throw new AppError('bad_input', NOTHING_TO_DRAW);
  const { pack, year, startOn } = input;
  const codes = new Map(classified.included.map(({ subject }) => [subject.code, subject.subjectId]));
  const listText = writeFrozenList({
    year,
    startOn,
    packId: pack.id,
    packVersion: pack.version,
    packSha256: sha256Hex(canonicalJson(pack)),
    rounding: pack.rounding,
    visitsPerDay: pack.visitsPerDay,
    nonceSha256,
    strata: preview.strata.map(({ id, ratio, base, drawn, yearly }, index) => {
      const shares = preview.spread.byStratum[id] ?? [];
      return { id, ratio, base, drawn, yearly, shares, skill: pack.strata[index]?.skill ?? '' };
    }),
    days,
    // whom an officer avoids matters only among those who can be drawn
    officers: input.officers.map((one) => ({ ...one, avoids: one.avoids.filter((code) => codes.has(code)) })),
    population: preview.population,
    exclusions: preview.exclusions,
  });
  const subjectIds = preview.population.candidates.map(({ code }) => codes.get(code) ?? '');
  // drawn from as it reads back, so that the announced text alone decides
  return { ...preview, list: readFrozenList(listText), listText, subjectIds };
}

/** The working days of the batches that are drawn, and of the later ones into which visits may slip. */
function windowsOf({ pack, year, startOn, calendar, series }: PlanInput): FrozenDays[] {
  requireDate(startOn);
  const windows = batchWindows(year, series?.startOn ?? startOn, pack.batches, calendar).map(({ days }, index) => ({
    batchNo: index + 1,
    days,
  }));
  if (!series) return windows;
  if (series.batchNo > pack.batches)
    throw new AppError('conflict', `${year} 年的 ${pack.batches} 批都已抽取，不能再抽下一批。`);
  const open = windows
    .slice(series.batchNo - 1)
    .map(({ batchNo, days }) => ({ batchNo, days: days.filter((day) => day >= startOn) }));
  if (open.every(({ days }) => days.length === 0))
    throw new AppError('bad_input', `自 ${startOn} 至年底没有工作日，请提前计划开始日期。`);
  return open;
}

function candidatesOf({ pack, subjects, series }: PlanInput): Classified {
  if (!series) return classify(pack, subjects);
  const isDrawn = (subject: PlanSubject) => subject.flags.includes('planned_this_year');
  const { included, exclusions } = classify(
    pack,
    subjects.filter((subject) => !isDrawn(subject)),
  );
  const drawn = subjects
    .filter((subject) => isDrawn(subject) && pack.subjectKinds.includes(subject.kind))
    .map(({ subjectId, code }) => ({ subjectId, code, ruleId: DRAWN, reason: '本年度已经抽取，每户一年只抽一次' }));
  return { included, exclusions: [...exclusions, ...drawn].sort((a, b) => (a.code < b.code ? -1 : 1)) };
}

/** The rule id of subjects whom an earlier draw of the year took. */
const DRAWN = 'drawn_this_year';

function share(input: PlanInput, { included, exclusions }: Classified): PlanPreview {
  const { pack } = input;
  const population = freezePopulation(included.map(({ subject, stratum }) => ({ code: subject.code, stratum })));
  const bases = new Map<string, number>();
  for (const { stratum } of included) bases.set(stratum, (bases.get(stratum) ?? 0) + 1);
  const { shares, spread } = shareOut(pack, bases, input.series ?? null, input.total);
  const strata = pack.strata.flatMap((rule, index) => {
    const allocation = shares[index];
    if (!allocation) return [];
    const { label, inspectionKind, frequency, verified } = rule;
    return [{ ...allocation, label, inspectionKind, frequency, basis: formatBasis(rule.basis), verified }];
  });
  const total = shares.reduce((sum, allocation) => sum + allocation.count, 0);
  return { strata, exclusions, population, total, spread, problems: foresee(input, population, total, spread) };
}

const EMPTY_POOL = '候选名录为空，没有可抽取的对象，请先导入主体或检查抽查规则的适用范围。';
const NOTHING_TO_DRAW = '按抽查比例计算应抽 0 个，没有可安排的检查，请调整抽查规则或补充名录。';

function foresee(input: PlanInput, population: Population, total: number, spread: BatchSpread): PlanProblem[] {
  const { pack, year, officers, calendar } = input;
  const messages: string[] = [];
  if (population.candidates.length === 0) messages.push(EMPTY_POOL);
  else if (total === 0) messages.push(NOTHING_TO_DRAW);
  if (officers.length < 2)
    messages.push(`可派的执法人员只有 ${officers.length} 名，检查须由两名以上执法人员进行，请先登记人员。`);
  const largest = Math.max(...spread.batches);
  if (pack.perBatch !== null && largest > pack.perBatch)
    messages.push(`每批最多 ${largest} 个，超过规则规定的 ${pack.perBatch} 个，请增加批次或调整比例。`);
  if (!calendar.years.get(year)?.verified)
    messages.push(`没有 ${year} 年经核实的放假安排，检查日期只按周六、周日休息推算，请导入该年度日历后重新核对。`);
  return messages.map((message) => ({ code: null, message }));
}
