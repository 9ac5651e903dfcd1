import type { RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import type { JobContext } from '../../ipc/context';
import { loadPackChoice } from '../../packs/rating-packs';
import { preparePacks } from '../../rating-run/prepare-packs';
import { countSubjects, gatherFacts, streamSubjects, toRatingSubject } from '../../rating-run/rating-run-repository';
import { storeRating } from './rating-service';

/** Rates every subject at one day, in one pass over subjects and facts and one transaction. */
export async function rateAll(asOf: IsoDate, context: JobContext): Promise<RouteOutput<'rating.rate-all'>> {
  const { db, store, packs, write, progress } = context;
  const total = await countSubjects(db);
  const packFor = preparePacks(await loadPackChoice(db, packs), asOf);
  return write({ object: 'rating:all', summary: `按 ${asOf} 评价全部主体` }, async (tx, sharpen) => {
    const batchId = tx.newId();
    const moved: RouteOutput<'rating.rate-all'>['moved'] = [];
    let [rated, unchanged, withoutPack, seen] = [0, 0, 0, 0];
    const factsFor = await gatherFacts(store);
    for (const row of streamSubjects(store)) {
      const own = factsFor(row.id);
      const prepared = packFor(row.kind);
      seen += 1;
      if (seen % 200 === 0) progress('信用评价', seen, total);
      if (!prepared) {
        withoutPack += 1;
        continue;
      }
      const input = { subject: toRatingSubject(row), facts: own };
      const result = prepared.rateOne(input.subject, input.facts);
      storeRating(tx, prepared, input, result, batchId);
      rated += 1;
      if (row.current_grade === result.gradeCode) unchanged += 1;
      else
        moved.push({
          subjectId: row.id,
          subjectName: row.name,
          from: row.current_grade,
          to: result.gradeCode,
          scoreThousandths: result.scoreThousandths,
        });
    }
    progress('信用评价', total, total);
    const changed = moved.filter(({ from }) => from !== null).length;
    sharpen({
      object: `rating:${batchId}`,
      summary: `按 ${asOf} 评价全部主体：${rated} 个，首次评价 ${moved.length - changed} 个，等级变动 ${changed} 个，无适用规则包 ${withoutPack} 个`,
    });
    return { batchId, rated, unchanged, moved, withoutPack };
  });
}
