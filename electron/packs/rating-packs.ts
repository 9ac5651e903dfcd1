import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { PackChoice, PackSource } from '#shared/domain/rating/choose-pack';
import type { ReadDb } from '../db/dialect';
import type { WriteTx } from '../db/write-tx';
import type { Packs } from './packs';

export const hashText = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Every rating pack at hand: those shipped with the program and those kept in the store, each content once. */
export async function ratingPacks(db: ReadDb, packs: Packs): Promise<readonly PackSource[]> {
  const shipped = packs.ratingPacks();
  const known = new Set(shipped.map(({ sha256 }) => sha256));
  const stored = await db
    .selectFrom('rule_pack')
    .select(['sha256', 'content', 'origin'])
    .where('kind', '=', 'rating')
    .where('state', '=', 'ready')
    .orderBy('id')
    .execute();
  return [
    ...shipped,
    ...stored.flatMap(({ sha256, content, origin }) => {
      // a content that was altered in the store is not the pack its hash names: whoever needs that one is told so
      if (known.has(sha256) || hashText(content) !== sha256) return [];
      known.add(sha256);
      return [{ sha256, value: packs.parseRating(content, sha256), origin }];
    }),
  ];
}

const kindsColumn = z.array(z.string());

/** What decides which pack rates whom: the packs at hand and the office's approved activations. */
export async function loadPackChoice(db: ReadDb, packs: Packs): Promise<PackChoice> {
  const approved = await db
    .selectFrom('pack_activation')
    .selectAll()
    .where('kind', '=', 'rating')
    .where('state', '=', 'approved')
    .orderBy('from_date')
    .orderBy('id')
    .execute();
  return {
    packs: await ratingPacks(db, packs),
    defaults: packs.ratingDefaults(),
    activations: approved.map((row) => ({
      packId: row.pack_id,
      version: row.version,
      sha256: row.sha256,
      subjectKinds: kindsColumn.parse(JSON.parse(row.subject_kinds)),
      from: row.from_date,
      until: row.until_date,
    })),
  };
}

/** Keeps a copy of a shipped pack in the store once it has rated or was activated: its file may go one day. */
export async function keepPack(tx: WriteTx, packs: Packs, source: PackSource): Promise<void> {
  const kept = await tx.db
    .selectFrom('rule_pack')
    .select('id')
    .where('sha256', '=', source.sha256)
    .where('state', '=', 'ready')
    .executeTakeFirst();
  if (kept) return;
  tx.insert('rule_pack', {
    id: tx.newId(),
    kind: 'rating',
    pack_id: source.value.id,
    version: source.value.version,
    title: source.value.title,
    sha256: source.sha256,
    content: packs.shippedText(source.sha256),
    origin: 'shipped',
    state: 'ready',
    officer_id: tx.actor.id,
    created_at: tx.now,
    changed_at: tx.now,
  });
}
