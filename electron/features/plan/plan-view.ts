import * as z from 'zod';
import { type OfficerSkip, skipReasons } from '#shared/domain/plan/assign-officers';
import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import type { PlanPreview, PlanStratum } from '#shared/domain/plan/plan';
import type { PlanProblem } from '#shared/domain/plan/schedule';
import type { RouteOutput } from '#shared/ipc/contract';
import type { GatheredPlan } from './gather-plan';

const skipsColumn = z.array(
  z.object({
    officerId: z.string(),
    date: z.string(),
    reason: z.enum(skipReasons),
    days: z.number().optional(),
  }),
) satisfies z.ZodType<readonly OfficerSkip[]>;
const seedPartsColumn = z.object({
  publicValue: z.string(),
  officeNonce: z.string(),
  witnesses: z.string(),
  typists: z.string().default(''),
});
const exclusionsColumn = z.array(z.object({ code: z.string(), name: z.string(), reason: z.string() }));

export const parseSkips = (text: string) => skipsColumn.parse(JSON.parse(text));
export const parseSeedParts = (text: string) => seedPartsColumn.parse(JSON.parse(text));
export const parseExclusions = (text: string) => exclusionsColumn.parse(JSON.parse(text));
export const parseProblems = (text: string) => z.array(z.string()).parse(JSON.parse(text));

type StratumView = RouteOutput<'plan.preview'>['strata'][number];

const viewStratum = (stratum: PlanStratum): StratumView => ({
  id: stratum.id,
  label: stratum.label,
  base: stratum.base,
  ratio: stratum.ratio,
  quotient: stratum.quotient,
  count: stratum.count,
  work: stratum.work,
  inspectionKind: inspectionKindLabels[stratum.inspectionKind],
  basis: stratum.basis,
  verified: stratum.verified,
});

export const viewStrata = (text: string): StratumView[] => (JSON.parse(text) as PlanStratum[]).map(viewStratum);

export const viewProblems = (problems: readonly PlanProblem[], names: ReadonlyMap<string, string>) =>
  problems.map(({ code, message }) => (code ? `${names.get(code) ?? code}：${message}` : message));

export const viewExclusions = (preview: Pick<PlanPreview, 'exclusions'>, names: ReadonlyMap<string, string>) =>
  preview.exclusions.map(({ code, reason }) => ({ code, name: names.get(code) ?? code, reason }));

export function viewPreview(
  preview: PlanPreview,
  gathered: GatheredPlan,
  outlook: Pick<RouteOutput<'plan.preview'>, 'pool' | 'atCap'>,
): RouteOutput<'plan.preview'> {
  return {
    ...outlook,
    strata: preview.strata.map(viewStratum),
    exclusions: viewExclusions(preview, gathered.names),
    total: preview.total,
    populationSize: preview.population.candidates.length,
    batchNo: gathered.series?.batchNo ?? null,
    batches: [...preview.spread.batches],
    officers: gathered.officers.length,
    problems: viewProblems(preview.problems, gathered.names),
  };
}
