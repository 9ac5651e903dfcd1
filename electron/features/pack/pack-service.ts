import { badPack } from '#shared/domain/basis/parse-pack';
import { packId as packIdSchema } from '#shared/domain/catalogue/catalogue';
import type { RatingPack } from '#shared/domain/rating/pack';
import { MAX_PACK_BYTES, PACK_TITLE, packText } from '#shared/domain/rating/pack-text';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { canonicalJson } from '#shared/kernel/canonical-json';
import { AppError } from '#shared/kernel/errors';
import { readSetting } from '../../db/setting';
import type { WriteTx } from '../../db/write-tx';
import { writeWhole } from '../../excel/write/output-file';
import { checkPack, hindrances, type PackCheck, requireSound, untouched } from '../../packs/check-pack';
import {
  findInLibrary,
  getFromLibrary,
  type LibraryPack,
  loadLibrary,
  type PackLibrary,
  readySource,
} from '../../packs/pack-library';
import type { Packs } from '../../packs/packs';
import { hashText } from '../../packs/rating-packs';
import { type readPackFile, tooBigText } from '../../packs/read-pack-file';

export const nameOf = ({ title, version }: { readonly title: string; readonly version: number }): string =>
  `“${title}”第 ${version} 版`;

type NewRow = Pick<LibraryPack, 'packId' | 'version' | 'title' | 'origin' | 'state'> & { readonly text: string };

function insertPack(tx: WriteTx, { packId, version, title, origin, state, text }: NewRow): void {
  tx.insert('rule_pack', {
    id: tx.newId(),
    kind: 'rating',
    pack_id: packId,
    version,
    title,
    sha256: hashText(text),
    content: text,
    origin,
    state,
    officer_id: tx.actor.id,
    created_at: tx.now,
    changed_at: tx.now,
  });
}

/** Takes in a file of another office, whole or not at all. Its text is kept to the byte, so its hash stays the same. */
export async function importPack(tx: WriteTx, file: ReturnType<typeof readPackFile>, packs: Packs) {
  const library = await loadLibrary(tx.db, packs);
  const check = checkPack(file.content, { catalogue: packs.catalogue(), library, draft: false });
  const found = hindrances(check);
  const { pack } = check;
  if (pack === null || found.length > 0) throw badPack(PACK_TITLE, found);
  const key = { packId: pack.id, version: pack.version, title: pack.title };
  const known = findInLibrary(library, key);
  if (known) {
    requireSame(known, file.content);
    return { ...key, alreadyThere: true };
  }
  insertPack(tx, { ...key, origin: 'imported', state: 'ready', text: file.text });
  return { ...key, alreadyThere: false };
}

function requireSame(known: LibraryPack, content: unknown): void {
  const same = canonicalJson(JSON.parse(known.text())) === canonicalJson(content);
  if (known.state === 'ready' && same) return;
  const what =
    known.state === 'draft'
      ? '本局正在编辑同编号、同版本的草稿，请先定稿或废弃它'
      : '本机已有同编号、同版本但内容不同的规则包，请与提供文件的单位核对；内容有改动的应当使用新的版本号';
  throw new AppError('conflict', `没有导入${nameOf(known)}：${what}。`, [{ path: 'version', message: what }]);
}

/** A new draft out of a version that is ready. */
export async function copyPack(tx: WriteTx, input: ParsedInput<'pack.copy'>, packs: Packs) {
  const library = await loadLibrary(tx.db, packs);
  const one = getFromLibrary(library, input);
  const { value: source } = readySource(one, '复制');
  const key = input.as === 'new_version' ? nextVersion(one, source, library) : ownKey(input.newPackId, library);
  const office = await readSetting<{ readonly name: string; readonly district: string }>(tx.db, 'office');
  const { id, version, extends: _base, ...rest } = JSON.parse(one.text()) as RatingPack;
  const content = {
    ...rest,
    id: key.packId,
    version: key.version,
    ...(input.as === 'own_pack' && office ? { issuer: office.name, place: office.district || source.place } : {}),
    status: source.status === 'official' ? 'office' : source.status,
    effectiveFrom: tx.today,
    effectiveTo: source.effectiveTo !== null && source.effectiveTo < tx.today ? null : source.effectiveTo,
    extends: { id, version, changes: [untouched(source)] },
  };
  insertPack(tx, { ...key, title: source.title, origin: 'office', state: 'draft', text: packText(content) });
  return { ...key, title: source.title, source };
}

/** Versions of a shipped or an official pack are their issuer's to count: a second “第 2 版” would be two packs. */
function nextVersion(one: LibraryPack, source: RatingPack, library: PackLibrary) {
  if (one.origin === 'shipped' || source.status === 'official')
    throw new AppError(
      'bad_state',
      `${nameOf(one)}由${source.issuer}制定，其新版本由程序更新或上级下发。请改为复制成本局规则包，另设编号。`,
      [{ path: 'as', message: '只能复制为本局规则包' }],
    );
  const versions = library.filter(({ packId }) => packId === one.packId);
  const draft = versions.find(({ state }) => state === 'draft');
  if (draft) throw new AppError('conflict', `${nameOf(draft)}的草稿还没有定稿，请继续编辑它，或先废弃它再复制。`);
  return { packId: one.packId, version: Math.max(...versions.map(({ version }) => version)) + 1 };
}

function ownKey(newPackId: string | undefined, library: PackLibrary) {
  const parsed = packIdSchema.safeParse(newPackId?.trim());
  if (!parsed.success)
    throw new AppError('bad_input', '请为本局规则包填写编号：3 至 64 个小写字母、数字或连字符，以字母开头。', [
      { path: 'newPackId', message: '3 至 64 个小写字母、数字或连字符，以字母开头' },
    ]);
  const taken = library.find(({ packId }) => packId === parsed.data);
  if (taken)
    throw new AppError('conflict', `编号 ${parsed.data} 已用于“${taken.title}”，请换一个编号。`, [
      { path: 'newPackId', message: '编号已被使用' },
    ]);
  return { packId: parsed.data, version: 1 };
}

type Key = ParsedInput<'pack.get'>;

async function getDraft(tx: WriteTx, key: Key, packs: Packs) {
  const library = await loadLibrary(tx.db, packs);
  const one = getFromLibrary(library, key);
  if (one.state !== 'draft' || one.rowId === null)
    throw new AppError('bad_state', `${nameOf(one)}已经定稿，内容不能再改。需要改动时请复制出新的版本。`);
  return { library, one, rowId: one.rowId };
}

/** Keeps a draft as it stands. Only what would make it another pack is refused. */
export async function saveDraft(tx: WriteTx, input: ParsedInput<'pack.save-draft'>, packs: Packs) {
  const { library, one, rowId } = await getDraft(tx, input, packs);
  const { content } = input;
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new AppError('bad_input', '草稿内容不是一个规则包，没有保存。', [{ path: 'content', message: '内容无效' }]);
  const head = content as Readonly<Record<string, unknown>>;
  for (const [name, kept] of [
    ['id', one.packId],
    ['version', one.version],
  ] as const)
    if (head[name] !== kept)
      throw new AppError('bad_input', `草稿的编号和版本不能改（应为 ${one.packId} 第 ${one.version} 版），没有保存。`, [
        { path: `content.${name}`, message: `应为 ${kept}` },
      ]);
  const check = checkPack(content, { catalogue: packs.catalogue(), library, draft: true });
  if (check.bytes > MAX_PACK_BYTES)
    throw new AppError('bad_input', `草稿${tooBigText(check.bytes)}，没有保存。请删减后再保存。`, [
      { path: 'content', message: tooBigText(check.bytes) },
    ]);
  const text = packText(content);
  const title = typeof head['title'] === 'string' && head['title'] !== '' ? head['title'].slice(0, 2000) : one.title;
  tx.update('rule_pack', rowId, { title, content: text, sha256: hashText(text), changed_at: tx.now });
  return { check, title };
}

export async function finishDraft(tx: WriteTx, key: Key, packs: Packs): Promise<LibraryPack> {
  const { library, one, rowId } = await getDraft(tx, key, packs);
  const check: PackCheck = checkPack(JSON.parse(one.text()), { catalogue: packs.catalogue(), library, draft: true });
  requireSound(check, nameOf(one), '定稿');
  tx.update('rule_pack', rowId, { state: 'ready', changed_at: tx.now });
  return one;
}

export async function discardDraft(tx: WriteTx, key: Key, packs: Packs): Promise<LibraryPack> {
  const { one, rowId } = await getDraft(tx, key, packs);
  tx.update('rule_pack', rowId, { state: 'discarded', changed_at: tx.now });
  return one;
}

/** Writes the exact stored text, so that the file has the same hash everywhere. */
export async function exportPack(
  one: LibraryPack,
  target: { readonly path: string; readonly name: string },
): Promise<RouteOutput<'pack.export'>> {
  readySource(one, '导出');
  await writeWhole(target.path, async (file) => file.write(Buffer.from(one.text(), 'utf8')));
  return { fileName: target.name, sha256: one.sha256 };
}
