import * as z from 'zod';
import type { Reader } from './live-rows';

/** One stratum of one draw of the year: base × ratio = number, and what became of the visits. */
export type StratumFigures = {
  readonly planId: string;
  readonly plan: string;
  readonly stratum: string;
  readonly label: string;
  readonly base: number;
  readonly ratio: string;
  readonly number: number;
  readonly work: string;
  readonly drawn: number;
  readonly inspected: number;
  readonly entered: number;
  readonly published: number;
  readonly closed: number;
};

const strataColumn = z.array(
  z.object({
    id: z.string(),
    label: z.string(),
    base: z.number(),
    ratio: z.string(),
    count: z.number(),
    work: z.string(),
  }),
);

type Done = { stratum: string; drawn: number; inspected: number; entered: number; published: number; closed: number };

/** What was done of every draw of a year that stands, by stratum; as it is now. */
export function planFigures(reader: Reader, year: number): StratumFigures[] {
  const plans = reader
    .prepare("select id, title, strata from plan where year = ? and state = 'drawn' order by created_at, id")
    .all(year) as { id: string; title: string; strata: string }[];
  return plans.flatMap((plan) => {
    const done = new Map(doneOf(reader, plan.id).map((one) => [one.stratum, one]));
    return strataColumn.parse(JSON.parse(plan.strata)).map(({ id, label, base, ratio, count, work }) => {
      const one = done.get(id);
      return {
        ...{ planId: plan.id, plan: plan.title, stratum: id, label, base, ratio, number: count, work },
        drawn: one?.drawn ?? 0,
        inspected: one?.inspected ?? 0,
        entered: one?.entered ?? 0,
        published: one?.published ?? 0,
        closed: one?.closed ?? 0,
      };
    });
  });
}

const doneOf = (reader: Reader, planId: string): Done[] =>
  reader
    .prepare(
      `select v.stratum, count(*) as drawn, sum(v.state = 'inspected') as inspected,
         count(q.id) as entered, coalesce(sum(q.state = 'published' and q.withdrawn_on is null), 0) as published,
         coalesce(sum(q.state = 'published' and q.withdrawn_on is null and q.disposal_closed_on is not null), 0) as closed
       from visit v left join result_review q on q.inspection_id = v.inspection_id where v.plan_id = ? and v.state <> 'cancelled' group by 1`,
    )
    .all(planId) as Done[];
