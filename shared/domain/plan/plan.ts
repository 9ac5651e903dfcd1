import type { IsoDate } from '../../kernel/dates';
import { AppError } from '../../kernel/errors';
import { formatBasis } from '../basis/basis';
import { type Calendar, requireDate } from '../calendar/calendar';
import { type Allocation, allocate } from './allocate';
import { orderOfficers, type PlanOfficer } from './assign-officers';
import { batchWindows } from './batch-windows';
import { type Classified, classify, type Exclusion } from './classify';
import { type Draw, draw, type SeedParts } from './draw';
import type { InspectionKind } from './inspection-kinds';
import type { PlanSubject } from './plan-subject';
import { freezePopulation, type Population } from './population';
import type { Frequency, SamplingPack } from './sampling-pack';
import { type PlannedVisit, type PlanProblem, schedule } from './schedule';
import { type BatchSpread, spreadOverBatches } from './spread-batches';

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
};

export type PlanStratum = Allocation & {
  readonly label: string;
  readonly inspectionKind: InspectionKind;
  readonly frequency: Frequency;
  /** Document and article. */
  readonly basis: string;
  readonly verified: boolean;
};

export type PlanPreview = {
  readonly strata: readonly PlanStratum[];
  readonly exclusions: readonly Exclusion[];
  readonly population: Population;
  readonly total: number;
  readonly spread: BatchSpread;
  readonly problems: readonly PlanProblem[];
};

export type PlanResult = PlanPreview & { readonly draw: Draw; readonly visits: readonly PlannedVisit[] };

/**
 * Everything of a plan that is known before the seed exists: strata, shares, the frozen list and its hash.
 *
 * @throws AppError for a day, code, ratio or total that cannot be used; an empty pool is only a problem in the list
 * @example previewPlan(input).strata[0]?.work // '750 × 24% = 180，抽 180 个'
 */
export function previewPlan(input: PlanInput): PlanPreview {
  requireDate(input.startOn);
  batchWindows(input.year, input.startOn, input.pack.batches, input.calendar);
  return share(input, classify(input.pack, input.subjects));
}

/**
 * Draws and schedules the year. Same input, same plan, on any machine and in any order of the input.
 *
 * @throws AppError as `previewPlan` and `draw` do; `bad_input` when nobody can be drawn
 * @example buildPlan({ ...input, seedParts: { officeNonce, publicValue: '3 5 1 6' } }).visits.length // the total
 */
export function buildPlan(input: PlanInput & { readonly seedParts: SeedParts }): PlanResult {
  requireDate(input.startOn);
  const windows = batchWindows(input.year, input.startOn, input.pack.batches, input.calendar);
  const classified = classify(input.pack, input.subjects);
  const preview = share(input, classified);
  const quotas = preview.strata.map(({ id, count }) => ({ stratum: id, count }));
  const drawn = draw(preview.population, quotas, input.seedParts);
  if (preview.total === 0)
    throw new AppError('bad_input', '按抽查比例计算应抽 0 个，没有可安排的检查，请调整抽查规则或补充名录。');
  const { visits, problems } = schedule({
    picks: drawn.picks,
    subjectIds: new Map(classified.included.map(({ subject }) => [subject.code, subject.subjectId])),
    byStratum: preview.spread.byStratum,
    windows,
    officers: orderOfficers(input.officers, drawn.seed),
    visitsPerDay: input.pack.visitsPerDay,
  });
  return { ...preview, draw: drawn, visits, problems: [...preview.problems, ...problems] };
}

function share(input: PlanInput, { included, exclusions }: Classified): PlanPreview {
  const { pack } = input;
  const population = freezePopulation(included.map(({ subject, stratum }) => ({ code: subject.code, stratum })));
  const bases = new Map<string, number>();
  for (const { stratum } of included) bases.set(stratum, (bases.get(stratum) ?? 0) + 1);
  const rules = pack.strata.map(({ id, ratio }) => ({ id, ratio, base: bases.get(id) ?? 0 }));
  const shares = allocate(rules, pack.rounding, input.total);
  const strata = pack.strata.flatMap((rule, index) => {
    const allocation = shares[index];
    if (!allocation) return [];
    const { label, inspectionKind, frequency, verified } = rule;
    return [{ ...allocation, label, inspectionKind, frequency, basis: formatBasis(rule.basis), verified }];
  });
  const spread = spreadOverBatches(shares, pack.batches);
  const total = shares.reduce((sum, allocation) => sum + allocation.count, 0);
  return { strata, exclusions, population, total, spread, problems: foresee(input, population, total, spread) };
}

function foresee(input: PlanInput, population: Population, total: number, spread: BatchSpread): PlanProblem[] {
  const { pack, year, officers, calendar } = input;
  const messages: string[] = [];
  if (population.candidates.length === 0)
    messages.push('候选名录为空，没有可抽取的对象，请先导入主体或检查抽查规则的适用范围。');
  else if (total === 0) messages.push('按抽查比例计算应抽 0 个，请调整抽查规则或补充名录。');
  if (officers.length < 2)
    messages.push(`可派的执法人员只有 ${officers.length} 名，检查须由两名以上执法人员进行，请先登记人员。`);
  const largest = Math.max(...spread.batches);
  if (pack.perBatch !== null && largest > pack.perBatch)
    messages.push(`每批最多 ${largest} 个，超过规则规定的 ${pack.perBatch} 个，请增加批次或调整比例。`);
  if (!calendar.years.get(year)?.verified)
    messages.push(`没有 ${year} 年经核实的放假安排，检查日期只按周六、周日休息推算，请导入该年度日历后重新核对。`);
  return messages.map((message) => ({ code: null, message }));
}
