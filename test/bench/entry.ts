/** What the benchmarks use of the program, bundled once so that they measure built code. */
export { seedHmac } from '#shared/domain/plan/draw';
export { drawFrozen } from '#shared/domain/plan/draw-frozen';
export { freezePopulation } from '#shared/domain/plan/population';
export { openStore } from '../../electron/db/open-store';
export { createWriter } from '../../electron/db/write';
export { createEngine, systemClock, systemRandom } from '../../electron/engine/engine';
export { writeList } from '../../electron/excel/write/list-writer';
export { createPacks } from '../../electron/packs/packs';
export { loadPackChoice } from '../../electron/packs/rating-packs';
export { preparePacks } from '../../electron/rating-run/prepare-packs';
export {
  gatherFacts,
  streamFacts,
  streamSubjects,
  toRatingSubject,
} from '../../electron/rating-run/rating-run-repository';
