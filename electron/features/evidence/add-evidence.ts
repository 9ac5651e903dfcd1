import { type EvidenceKind, evidenceKindLabels } from '#shared/domain/evidence/codes';
import { officeTime } from '#shared/domain/evidence/photo-warnings';
import type { ParsedInput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import { insertAttachment, type StoredFile, storeAttachment } from '../../db/attachment';
import type { ReadDb } from '../../db/dialect';
import { localMinute } from '../../db/local-minute';
import type { EvidenceTable } from '../../db/schema-evidence';
import { attachmentPath } from '../../db/verify';
import type { WriteTx } from '../../db/write-tx';
import type { JobContext } from '../../ipc/context';
import { type EvidenceRecord, loadRecord } from './evidence-record';
import { findEvidence, lastNumber, listEvidence, listUnregistered, type Owner } from './evidence-repository';
import { type Digests, digestsOfStored, type FileFacts, readFileFacts } from './file-facts';
import { viewItems, type Warning } from './view-evidence';

type Input = ParsedInput<'evidence.add'>;
type About = Omit<Input, 'owner' | 'files'>;
/** Bytes in the store with everything that is known of them. */
export type Examined = { readonly file: StoredFile; readonly facts: FileFacts; readonly digests: Digests };
type Made = { readonly id: string; readonly no: number };
type Answer = {
  added: { id: string; no: number; fileName: string; warnings: Warning[] }[];
  refused: { fileName: string; message: string }[];
};

const MB = 1 << 20;

/** Takes files in one by one, each in a transaction of its own: what is in stays in when the next one is refused. */
export async function addFiles({ owner, files: tokens, ...about }: Input, context: JobContext): Promise<Answer> {
  const { files, store } = context;
  return takeIn(owner, tokens.length, context, async (index, progress) => {
    const source = files.read(tokens[index] ?? '');
    progress(`存入 ${source.name}`);
    const file = await storeAttachment(store.dir, source);
    const examined = await examine(store.dir, file, progress);
    return {
      fileName: file.fileName,
      enter: (tx, record) => {
        requirePage(examined, about);
        return insertNew(tx, record, examined, about);
      },
    };
  });
}

/** Enters files that were attached to the record before. */
export async function registerFiles(owner: Owner, context: JobContext): Promise<Answer> {
  const { store } = context;
  const rows = await listUnregistered(context.db, owner);
  return takeIn(owner, rows.length, context, async (index, progress) => {
    const row = rows[index];
    if (!row) throw new Error('the list of unregistered files became shorter');
    const file = { fileName: row.file_name, mediaType: row.media_type, size: row.size, sha256: row.sha256 };
    const examined = await examine(store.dir, file, progress);
    return {
      fileName: row.file_name,
      enter: (tx, record) => {
        const known = { ...examined, attachmentId: row.id };
        // an item can have left the checklist of a record since then
        const item = record.items.some(({ code }) => code === row.item_code) ? row.item_code : null;
        return row.scan_id === null
          ? insertEvidence(tx, record, known, { proves: row.note, itemCode: item })
          : insertEvidence(tx, record, known, { title: row.note, kind: 'scan' });
      },
    };
  });
}

type Taken = {
  readonly fileName: string;
  readonly enter: (tx: WriteTx, record: EvidenceRecord) => Promise<Made>;
};

async function takeIn(
  owner: Owner,
  count: number,
  { db, clock, write, progress }: JobContext,
  take: (index: number, progress: (label: string) => void) => Promise<Taken>,
): Promise<Answer> {
  const record = await loadRecord(db, owner);
  const answer: Answer = { added: [], refused: [] };
  for (let index = 0; index < count; index++) {
    let name = `第 ${index + 1} 个文件`;
    try {
      const taken = await take(index, (label) => progress(label, index, count));
      name = taken.fileName;
      const made = await write(
        { object: `${owner.table}:${owner.id}`, summary: `存入证据 ${name}` },
        async (tx, sharpen) => {
          const entered = await taken.enter(tx, record);
          sharpen({ summary: `${record.no} 存入证据 ${entered.no}：${name}` });
          return entered;
        },
      );
      answer.added.push({ ...made, fileName: name, warnings: [] });
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'cancelled' || error.code === 'disk_full') throw error;
      answer.refused.push({ fileName: nameOf(error, name), message: error.message });
    }
  }
  progress('存入证据', count, count);
  const items = await viewItems(db, record, await listEvidence(db, owner), clock.now());
  for (const added of answer.added) added.warnings = items.find((item) => item.id === added.id)?.warnings ?? [];
  return answer;
}

/** The sentences of refused files name the file themselves. */
const nameOf = (error: AppError, name: string): string => /“(.+?)”/.exec(error.message)?.[1] ?? name;

/** Reads stored bytes once for their digests and once for what they are; a large file tells how far it is. */
export async function examine(
  dir: string,
  file: StoredFile,
  progress: (label: string) => void = () => undefined,
): Promise<Examined> {
  const path = attachmentPath(dir, file.sha256);
  const digests = await digestsOfStored(path, file.sha256, file.fileName, (bytes) => {
    if (bytes % (8 * MB) === 0) progress(`核对 ${file.fileName}（${bytes / MB} MB）`);
  });
  return { file, digests, facts: await readFileFacts(path, file.fileName) };
}

function requirePage({ file, facts }: Examined, about: About): void {
  if (!about.page || ['page', 'photo', 'document'].includes(facts.type.kind)) return;
  throw new AppError('bad_file', `“${file.fileName}”不是网页、PDF 或截图，不能作为网页取证存入。请另选文件。`);
}

export async function insertNew(tx: WriteTx, record: EvidenceRecord, examined: Examined, about: About): Promise<Made> {
  const attachment = insertAttachment(tx, { table: record.table, id: record.id }, examined.file, '');
  return insertEvidence(tx, record, { ...examined, attachmentId: (await attachment).id }, about);
}

async function insertEvidence(
  tx: WriteTx,
  record: EvidenceRecord,
  { facts, digests, file, attachmentId }: Examined & { readonly attachmentId: string },
  about: About,
): Promise<Made> {
  const last = await lastNumber(tx.db, record);
  const kind = about.kind ?? (about.page ? 'page' : facts.type.kind);
  const made = { id: tx.newId(), no: last.no + 1 };
  requireTie(record, about);
  tx.insert('evidence', {
    ...baseRow(tx, record, { facts, digests }),
    ...made,
    attachment_id: attachmentId,
    position: last.position + 1,
    kind,
    title: about.title ?? titleOf(kind, file.fileName, record),
    proves: about.proves ?? '',
    obtained_at: about.obtainedAt ?? about.page?.capturedAt ?? takenMinute(facts) ?? localMinute(tx.now),
    obtained_place: about.obtainedPlace ?? (about.page ? '' : record.place),
    obtained_by: about.obtainedBy ?? (record.officerNames || tx.actor.name),
    provided_by: about.providedBy ?? '',
    item_code: about.itemCode ?? null,
    finding_id: about.findingId ?? null,
    url: about.page?.url ?? null,
    captured_at: about.page?.capturedAt ?? null,
  });
  return made;
}

/** What originals and copies have in common. */
export function baseRow(
  tx: WriteTx,
  owner: Owner,
  { facts, digests }: Pick<Examined, 'facts' | 'digests'>,
): Omit<EvidenceTable, 'id' | 'attachment_id' | 'position' | 'kind'> {
  return {
    owner_table: owner.table,
    owner_id: owner.id,
    no: null,
    sha256: digests.sha256,
    sm3: digests.sm3,
    file_type: facts.type.code,
    preview: facts.preview,
    width: facts.width,
    height: facts.height,
    metadata: facts.metadata,
    taken_at: facts.takenAt,
    taken_offset: facts.takenOffset,
    latitude_e6: facts.latitudeE6,
    longitude_e6: facts.longitudeE6,
    device_make: facts.deviceMake,
    device_model: facts.deviceModel,
    software: facts.software,
    title: '',
    proves: '',
    obtained_at: localMinute(tx.now),
    obtained_place: '',
    obtained_by: '',
    provided_by: '',
    item_code: null,
    finding_id: null,
    url: null,
    captured_at: null,
    copy_of: null,
    copy_kind: null,
    copy_how: null,
    preview_id: null,
    withdrawn_at: null,
    withdrawn_reason: null,
    officer_id: tx.actor.id,
    created_at: tx.now,
  };
}

/** @throws AppError `bad_input` when the item or the finding is not one of the record */
export function requireTie(record: EvidenceRecord, about: Pick<About, 'itemCode' | 'findingId'>): void {
  if (about.itemCode && !record.items.some((item) => item.code === about.itemCode))
    throw new AppError('bad_input', `检查表中没有项目 ${about.itemCode}，请重新选择。`, [
      { path: 'itemCode', message: '项目不存在' },
    ]);
  if (about.findingId && !record.findings.some((finding) => finding.id === about.findingId))
    throw new AppError('bad_input', '所选的问题不属于这次检查或已撤回，请重新选择。', [
      { path: 'findingId', message: '问题不存在' },
    ]);
}

function takenMinute({ takenAt, takenOffset }: FileFacts): string | null {
  return takenAt === null ? null : new Date(officeTime(takenAt, takenOffset) * 60_000).toISOString().slice(0, 16);
}

function titleOf(kind: EvidenceKind, fileName: string, record: EvidenceRecord): string {
  const stem = fileName.replace(/\.[^.]*$/, '').slice(0, 100) || fileName.slice(0, 100);
  if (kind === 'photo') return record.table === 'inspection' ? '现场照片' : '整改照片';
  if (kind === 'video' || kind === 'audio') return `现场${evidenceKindLabels[kind]}`;
  return kind === 'page' ? '网页截存' : stem;
}

/** @throws AppError `not_found`, `bad_state` when it was withdrawn or is a copy */
export async function getStanding(db: ReadDb, id: string) {
  const row = await findEvidence(db, id);
  if (!row) throw new AppError('not_found', '没有找到这份证据，请刷新后重试。');
  if (row.copy_of !== null) throw new AppError('bad_state', '这是副本，不能单独修改。请在原件上操作。');
  if (row.withdrawn_at !== null)
    throw new AppError('bad_state', `证据 ${row.no} 已撤下，不能再修改。确需使用的，请重新存入原件。`);
  return row;
}
