import { type InspectionKind, inspectionKinds } from '#shared/domain/plan/inspection-kinds';
import type { PlanStratum } from '#shared/domain/plan/plan';
import { frequencyLabels } from '#shared/domain/plan/sampling-pack';
import type { ReadDb } from '../../../db/dialect';

export type PlanLine = {
  readonly title: string;
  readonly kind: InspectionKind | null;
  readonly content: string;
  readonly from: string;
  readonly to: string;
  readonly station: string;
  readonly ratio: string;
  readonly frequency: string;
  readonly count: string;
};

/** One line a stratum of each draw of the year that stands, then one a campaign that begins in it. */
export async function listPlanLines(db: ReadDb, year: number): Promise<PlanLine[]> {
  const plans = await db
    .selectFrom('plan')
    .leftJoin('officer', 'officer.id', 'plan.officer_id')
    .select((eb) => [
      'plan.id',
      'plan.title',
      'plan.strata',
      'officer.station',
      eb
        .selectFrom('visit')
        .select((of) => of.fn.min('date').as('d'))
        .whereRef('visit.plan_id', '=', 'plan.id')
        .as('first'),
      eb
        .selectFrom('visit')
        .select((of) => of.fn.max('date').as('d'))
        .whereRef('visit.plan_id', '=', 'plan.id')
        .as('last'),
    ])
    .where('plan.year', '=', year)
    .where('plan.state', '=', 'drawn')
    .orderBy('plan.id')
    .execute();
  const drawn = plans.flatMap((plan) =>
    (JSON.parse(plan.strata) as PlanStratum[]).map(
      (stratum): PlanLine => ({
        title: plan.title,
        kind: inspectionKinds.find((code) => code === stratum.inspectionKind) ?? null,
        content: stratum.label,
        from: plan.first ?? '',
        to: plan.last ?? '',
        station: plan.station ?? '',
        ratio: stratum.ratio,
        frequency: frequencyLabels[stratum.frequency],
        count: `${stratum.count} 户（基数 ${stratum.base}）`,
      }),
    ),
  );
  const campaigns = await db
    .selectFrom('campaign')
    .leftJoin('officer', 'officer.id', 'campaign.officer_id')
    .select((eb) => [
      'campaign.title',
      'campaign.basis',
      'campaign.from_on',
      'campaign.to_on',
      'officer.station',
      eb
        .selectFrom('visit')
        .select((of) => of.fn.countAll<number>().as('n'))
        .whereRef('visit.campaign_id', '=', 'campaign.id')
        .where('visit.state', '<>', 'cancelled')
        .as('n'),
    ])
    .where('campaign.from_on', '>=', `${year}-01-01`)
    .where('campaign.from_on', '<=', `${year}-12-31`)
    .orderBy('campaign.from_on')
    .orderBy('campaign.id')
    .execute();
  return [
    ...drawn,
    ...campaigns.map((one) => ({
      title: one.title,
      kind: 'special' as const,
      content: one.basis,
      from: one.from_on,
      to: one.to_on,
      station: one.station ?? '',
      ratio: '—',
      frequency: '—',
      count: `${one.n ?? 0} 项（人工安排）`,
    })),
  ];
}
