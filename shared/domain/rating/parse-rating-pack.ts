import { badPack, parsePack } from '../basis/parse-pack';
import type { CataloguePack } from '../catalogue/catalogue';
import { type RatingPack, ratingPackSchema } from './pack';
import { packProblems } from './pack-check';
import { PACK_TITLE } from './pack-text';

/**
 * Reads a rating pack; only a pack without any problem comes out.
 *
 * @param json what `JSON.parse` gave
 * @param catalogue when given, every code and field the pack reads must exist in it
 * @throws AppError `bad_pack`; `details` carry the path of each problem in the file
 * @example const pack = parseRatingPack(JSON.parse(text), catalogue)
 */
export function parseRatingPack(json: unknown, catalogue: CataloguePack | null = null): RatingPack {
  const pack: RatingPack = parsePack(ratingPackSchema, json, PACK_TITLE);
  const problems = packProblems(pack, catalogue);
  if (problems.length > 0) throw badPack(PACK_TITLE, problems);
  return pack;
}
