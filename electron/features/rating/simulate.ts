import { findItem } from '#shared/domain/catalogue/catalogue';
import { ratingAt } from '#shared/domain/rating/rate';
import { curedField, lookAhead, suppose, turnsBetween } from '#shared/domain/rating/suppose';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import type { ReadContext } from '../../ipc/context';
import { loadPackChoice } from '../../packs/rating-packs';
import { preparePacks } from '../../rating-run/prepare-packs';
import { factsOf, findRatedSubject, toRatingSubject } from '../../rating-run/rating-run-repository';
import { repairTermsOf } from './explain-rating';
import { viewWhy } from './why-view';

/** What the rating would be on a day under suppositions, by the pack in force on that day. Stores nothing. */
export async function simulate(
  { subjectId, asOf, suppositions }: ParsedInput<'rating.simulate'>,
  { db, packs, clock }: Pick<ReadContext, 'db' | 'packs' | 'clock'>,
): Promise<RouteOutput<'rating.simulate'>> {
  const row = await findRatedSubject(db, subjectId);
  if (!row) throw new AppError('not_found', '没有找到这个监管对象，可能已随导入撤回。');
  const today = clock.today();
  const on = asOf ?? today;
  const prepared = preparePacks(await loadPackChoice(db, packs), on)(row.kind);
  if (!prepared) throw new AppError('bad_state', `${row.name} 这类主体在 ${on} 没有生效的评价规则包，无法模拟。`);
  const catalogue = packs.catalogue();
  const { compiled } = prepared;
  const subject = toRatingSubject(row);
  const facts = await factsOf(db, subjectId);
  const supposed = suppose(facts, suppositions, catalogue);
  const result = ratingAt(compiled, on)(subject, supposed);
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
    plain: compiled.at(on).score(subject, facts),
    current:
      row.current_grade === null || row.current_as_of === null
        ? null
        : { gradeCode: row.current_grade, scoreThousandths: row.current_score ?? 0, asOf: row.current_as_of },
    turns: turnsBetween(compiled, subject, supposed, on, lookAhead(on)),
    facts: facts
      .filter((fact) => fact.state === 'active' && findItem(catalogue, fact.itemCode)?.nature === 'negative')
      .map((fact) => ({
        factId: fact.id,
        itemName: findItem(catalogue, fact.itemCode)?.name ?? fact.itemCode,
        occurredOn: fact.occurredOn,
        source: [fact.via?.name, fact.sourceOrg, fact.sourceNo].filter(Boolean).join('　'),
        rectifiable: curedField(catalogue, fact.itemCode) !== undefined,
      })),
  };
}
