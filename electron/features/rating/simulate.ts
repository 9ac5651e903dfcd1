import { findItem } from '#shared/domain/catalogue/catalogue';
import { curedField } from '#shared/domain/rating/suppose';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { ReadContext } from '../../ipc/context';
import { repairTermsOf } from '../../rating-run/repair-terms';
import { simulateRating } from '../../rating-run/simulate-rating';
import { viewWhy } from './why-view';

/** What the rating would be on a day under suppositions, by the pack in force on that day. Stores nothing. */
export async function simulate(
  { subjectId, asOf, suppositions }: ParsedInput<'rating.simulate'>,
  { db, packs, clock }: Pick<ReadContext, 'db' | 'packs' | 'clock'>,
): Promise<RouteOutput<'rating.simulate'>> {
  const today = clock.today();
  const on = asOf ?? today;
  const found = await simulateRating({ subjectId, on, suppositions }, { db, packs });
  const { row, compiled, subject, facts, supposed, result, plain, current, turns } = found;
  const catalogue = packs.catalogue();
  return {
    subjectName: row.name,
    asOf: on,
    packTitle: `${compiled.pack.title} 第 ${compiled.pack.version} 版`,
    scoreThousandths: result.scoreThousandths,
    ...viewWhy({
      compiled,
      input: { subject, facts: supposed },
      result,
      catalogue,
      repairFrom: await repairTermsOf(db, packs, subjectId, today),
      today,
    }),
    plain,
    current,
    turns,
    facts: facts
      .filter(
        (fact) =>
          fact.state === 'active' &&
          fact.origin?.adoptedOn !== null &&
          findItem(catalogue, fact.itemCode)?.nature === 'negative',
      )
      .map((fact) => ({
        factId: fact.id,
        itemName: findItem(catalogue, fact.itemCode)?.name ?? fact.itemCode,
        occurredOn: fact.occurredOn,
        source: [fact.via?.name, fact.sourceOrg, fact.sourceNo].filter(Boolean).join('　'),
        rectifiable: curedField(catalogue, fact.itemCode) !== undefined,
      })),
  };
}
