import type { Phrase, PhrasePack } from '#shared/domain/inspection/phrase';
import type { ParsedInput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import type { WriteTx } from '../../db/write-tx';
import { listPhraseRows } from './inspection-repository';

/** Shipped phrases, those of the office in their place; a retired one is left out. */
export async function listPhrases(db: ReadDb, packs: readonly PhrasePack[]): Promise<Phrase[]> {
  const rows = await listPhraseRows(db);
  const replaced = new Set(rows.map((row) => row.replaces));
  const shipped = packs
    .flatMap((pack) => pack.phrases)
    .filter((phrase) => !replaced.has(phrase.id))
    .map(({ id, itemCode, field, text }) => ({ id, own: false, itemCode: itemCode ?? null, field, text }));
  const own = rows
    .filter((row) => row.state === 'active')
    .map((row) => ({ id: row.id, own: true, itemCode: row.item_code, field: row.field, text: row.text }));
  return [...own, ...shipped];
}

export async function savePhrase(
  tx: WriteTx,
  { id, itemCode, field, text }: ParsedInput<'inspection.save-phrase'>,
  packs: readonly PhrasePack[],
): Promise<string> {
  const all = await listPhrases(tx.db, packs);
  const same = all.find((phrase) => phrase.text === text && phrase.itemCode === itemCode && phrase.id !== id);
  if (same)
    throw new AppError('conflict', '已有同样的常用语，无需再存。', [{ path: 'text', message: '已有同样的常用语' }]);
  const known = id === undefined ? undefined : getPhrase(all, id);
  if (known?.own) {
    tx.update('phrase', known.id, { text, field, item_code: itemCode });
    return known.id;
  }
  return insertOwn(tx, { replaces: known?.id ?? null, item_code: itemCode, field, text, state: 'active' });
}

/** Taken off the list; records that used it keep their words. */
export async function retirePhrase(tx: WriteTx, id: string, packs: readonly PhrasePack[]): Promise<string> {
  const known = getPhrase(await listPhrases(tx.db, packs), id);
  if (known.own) tx.update('phrase', id, { state: 'retired' });
  else {
    const { itemCode, field, text } = known;
    insertOwn(tx, { replaces: id, item_code: itemCode, field, text, state: 'retired' });
  }
  return known.text;
}

type OwnRow = {
  readonly replaces: string | null;
  readonly item_code: string | null;
  readonly field: Phrase['field'];
  readonly text: string;
  readonly state: 'active' | 'retired';
};

function insertOwn(tx: WriteTx, row: OwnRow): string {
  const id = tx.newId();
  tx.insert('phrase', { id, ...row, officer_id: tx.actor.id, created_at: tx.now });
  return id;
}

function getPhrase(all: readonly Phrase[], id: string): Phrase {
  const phrase = all.find((entry) => entry.id === id);
  if (!phrase) throw new AppError('not_found', '没有找到这条常用语，可能已停用，请刷新页面后重试。');
  return phrase;
}
