import type { PackOrigin, PackSource } from '#shared/domain/rating/choose-pack';
import { type RatingPack, ratingPackSchema } from '#shared/domain/rating/pack';
import type { PackKey } from '#shared/domain/rating/pack-chain';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../db/dialect';
import type { Packs } from './packs';
import { hashText } from './rating-packs';

/** One version of a rating pack as the office has it, a draft or ready. */
export type LibraryPack = {
  /** Its row in the store; null of a shipped one. */
  readonly rowId: string | null;
  readonly packId: string;
  readonly version: number;
  readonly title: string;
  readonly sha256: string;
  readonly origin: PackOrigin;
  readonly state: 'draft' | 'ready';
  /** The exact text that the hash names. */
  readonly text: () => string;
  /** Null only of a draft that is no pack yet. */
  readonly pack: RatingPack | null;
};

export type PackLibrary = readonly LibraryPack[];

/** Every version at hand, drafts too: by id, the newest first. */
export async function loadLibrary(db: ReadDb, packs: Packs): Promise<PackLibrary> {
  const shipped = packs.ratingPacks();
  const known = new Set(shipped.map(({ sha256 }) => sha256));
  const rows = await db
    .selectFrom('rule_pack')
    .selectAll()
    .where('kind', '=', 'rating')
    .where('state', '<>', 'discarded')
    .orderBy('id')
    .execute();
  const stored = rows.filter(
    ({ state, sha256, content }) => state === 'draft' || (!known.has(sha256) && hashText(content) === sha256),
  );
  return [
    ...stored.map(
      (row): LibraryPack => ({
        rowId: row.id,
        packId: row.pack_id,
        version: row.version,
        title: row.title,
        sha256: row.sha256,
        origin: row.origin,
        state: row.state === 'draft' ? 'draft' : 'ready',
        text: () => row.content,
        pack: row.state === 'draft' ? draftPack(row.content) : packs.parseRating(row.content, row.sha256),
      }),
    ),
    ...shipped.map(
      ({ sha256, value }): LibraryPack => ({
        rowId: null,
        packId: value.id,
        version: value.version,
        title: value.title,
        sha256,
        origin: 'shipped',
        state: 'ready',
        text: () => packs.shippedText(sha256),
        pack: value,
      }),
    ),
  ].sort((a, b) => (a.packId < b.packId ? -1 : a.packId > b.packId ? 1 : b.version - a.version));
}

/** A draft is kept with all its mistakes; as long as its shape is right it can be looked at as a pack. */
function draftPack(text: string): RatingPack | null {
  const parsed = ratingPackSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

type Key = Pick<LibraryPack, 'packId' | 'version'>;

/** A version that came into the office first keeps its name, should a later program ship another content under it. */
export const findInLibrary = (library: PackLibrary, { packId, version }: Key): LibraryPack | undefined =>
  library.find((one) => one.packId === packId && one.version === version);

/** @throws AppError `not_found` */
export function getFromLibrary(library: PackLibrary, key: Key): LibraryPack {
  const found = findInLibrary(library, key);
  if (!found) throw new AppError('not_found', `没有找到规则包“${key.packId}”第 ${key.version} 版，请刷新列表后重试。`);
  return found;
}

/** For following the bases of a pack. */
export const packFinder =
  (library: PackLibrary) =>
  ({ id, version }: PackKey): RatingPack | undefined =>
    findInLibrary(library, { packId: id, version })?.pack ?? undefined;

/** @throws AppError `bad_state` for a draft: drafts never rate, travel or stand for decision */
export function readySource(one: LibraryPack, toDo: string): PackSource {
  if (one.state !== 'ready' || one.pack === null)
    throw new AppError('bad_state', `“${one.title}”第 ${one.version} 版还是草稿，不能${toDo}。请先定稿。`);
  return { sha256: one.sha256, value: one.pack, origin: one.origin };
}
