import { evidenceOwnerLabels, previewAdvice, previewLabels } from '#shared/domain/evidence/codes';
import { fileTypeByCode, renamedSentence } from '#shared/domain/evidence/file-type';
import { missingPhotos } from '#shared/domain/evidence/missing-photos';
import { type PhotoFacts, photoWarnings } from '#shared/domain/evidence/photo-warnings';
import type { RouteOutput } from '#shared/ipc/contract';
import type { ReadDb } from '../../db/dialect';
import { localMinute } from '../../db/local-minute';
import { type EvidenceRecord, loadRecord } from './evidence-record';
import {
  type EvidenceRow,
  listElsewhere,
  listEvidence,
  listItemPhotos,
  listUnregistered,
  type Owner,
} from './evidence-repository';

type List = RouteOutput<'evidence.list'>;
export type EvidenceItem = List['items'][number];
export type Warning = EvidenceItem['warnings'][number];
type Elsewhere = Awaited<ReturnType<typeof listElsewhere>>[number];

export async function viewEvidence(db: ReadDb, owner: Owner, now: string): Promise<List> {
  const record = await loadRecord(db, owner);
  const rows = await listEvidence(db, owner);
  const items = await viewItems(db, record, rows, now);
  const unregistered = await listUnregistered(db, owner);
  const besideItems = await listItemPhotos(db, owner.id);
  const { officerNames: _names, answers, allFindings, finishedAt: _finishedAt, ...shown } = record;
  return {
    record: shown,
    items,
    unregistered: unregistered.map((row) => ({
      id: row.id,
      fileName: row.file_name,
      mediaType: row.media_type,
      size: row.size,
      sha256: row.sha256,
      note: row.note,
      createdAt: row.created_at,
    })),
    missing: [
      ...missingPhotos(answers, allFindings, [
        ...items.filter((item) => item.withdrawnAt === null),
        ...besideItems.map((photo) => ({ itemCode: photo.item_code, findingId: null })),
      ]),
    ],
  };
}

/** Originals with their copies and with what is remarkable about each. */
export async function viewItems(
  db: ReadDb,
  record: EvidenceRecord,
  rows: readonly EvidenceRow[],
  now: string,
): Promise<EvidenceItem[]> {
  const originals = rows.filter((row) => row.copy_of === null);
  const elsewhere = await listElsewhere(db, record, [...new Set(originals.map((row) => row.sha256))]);
  return originals.map((row) => {
    const others = originals.filter((other) => other.id !== row.id && other.withdrawn_at === null).map(photoFacts);
    return {
      ...storedView(row),
      no: row.no ?? 0,
      kind: row.kind,
      fileType: row.file_type,
      mediaType: fileTypeByCode(row.file_type).mediaType,
      preview: row.preview,
      previewSha256: row.preview_sha256,
      width: row.width,
      height: row.height,
      metadata: row.metadata,
      takenAt: row.taken_at,
      takenOffset: row.taken_offset,
      ...placeOf(row),
      device: deviceName(row.device_make, row.device_model),
      software: row.software,
      title: row.title,
      proves: row.proves,
      obtainedAt: row.obtained_at,
      obtainedPlace: row.obtained_place,
      obtainedBy: row.obtained_by,
      providedBy: row.provided_by,
      itemCode: row.item_code,
      findingId: row.finding_id,
      url: row.url,
      capturedAt: row.captured_at,
      copies: rows.filter((copy) => copy.copy_of === row.id).map(copyView),
      withdrawnAt: row.withdrawn_at,
      withdrawnReason: row.withdrawn_reason,
      warnings: [
        ...placeAndTime(row, record, others, localMinute(now)),
        ...sameElsewhere(elsewhere.filter((found) => found.sha256 === row.sha256)),
        ...aboutTheFile(row, record),
      ],
    };
  });
}

const storedView = (row: EvidenceRow) => ({
  id: row.id,
  fileName: row.file_name,
  size: row.size,
  sha256: row.sha256,
  sm3: row.sm3,
  createdAt: row.created_at,
  officerName: row.officer_name ?? '',
});

const copyView = (row: EvidenceRow): EvidenceItem['copies'][number] => ({
  ...storedView(row),
  kind: row.copy_kind ?? 'rotate',
  how: JSON.parse(row.copy_how ?? '{}') as EvidenceItem['copies'][number]['how'],
  width: row.width,
  height: row.height,
});

const placeOf = (row: EvidenceRow) => ({
  latitude: row.latitude_e6 === null ? null : row.latitude_e6 / 1e6,
  longitude: row.longitude_e6 === null ? null : row.longitude_e6 / 1e6,
});

const photoFacts = (row: EvidenceRow): PhotoFacts => ({
  takenAt: row.taken_at,
  offset: row.taken_offset,
  ...placeOf(row),
});

/** `HUAWEI P60`; many cameras repeat the maker in the model. */
function deviceName(make: string | null, model: string | null): string {
  if (make && model?.toLowerCase().startsWith(make.toLowerCase())) return model;
  return [make, model].filter(Boolean).join(' ');
}

function placeAndTime(
  row: EvidenceRow,
  record: EvidenceRecord,
  others: readonly PhotoFacts[],
  now: string,
): readonly Warning[] {
  const visit = record.startedAt === null ? null : { startedAt: record.startedAt, endedAt: record.endedAt };
  return photoWarnings(photoFacts(row), visit, others, now).map((found) => ({ ...found, level: 'warn' }));
}

function sameElsewhere(found: readonly Elsewhere[]): readonly Warning[] {
  const [first] = found;
  if (!first) return [];
  const more = found.length > 1 ? ` 等 ${found.length} 处` : '';
  return [{ code: 'elsewhere', level: 'warn', message: `同一文件也在 ${caseName(first)}${more}` }];
}

function caseName({ owner_table, inspection_no, rectification_no, subject_name, no }: Elsewhere): string {
  const record = inspection_no ?? rectification_no;
  if (record === null) return '其他档案的附件中';
  const kind = owner_table === 'inspection' ? evidenceOwnerLabels.inspection : evidenceOwnerLabels.rectification;
  return `${kind} ${record}（${subject_name ?? ''}）${no === null ? '的附件' : ` 证据 ${no}`}`;
}

function aboutTheFile(row: EvidenceRow, record: EvidenceRecord): readonly Warning[] {
  const warnings: Warning[] = [];
  const renamed = renamedSentence(fileTypeByCode(row.file_type), row.file_name);
  if (renamed) warnings.push({ code: 'renamed', level: 'warn', message: renamed });
  if (row.preview === 'damaged')
    warnings.push({ code: 'damaged', level: 'warn', message: `${previewLabels.damaged}，${previewAdvice.damaged}` });
  if (row.software)
    warnings.push({ code: 'edited', level: 'warn', message: `照片经 ${row.software} 处理过，请向提供人要原图` });
  if (row.metadata === 'none')
    warnings.push({
      code: 'no_metadata',
      level: 'note',
      message: '文件中没有拍摄信息（微信等软件转发、截图都会去掉），时间和地点以填写的为准',
    });
  if (row.metadata === 'broken')
    warnings.push({
      code: 'broken_metadata',
      level: 'note',
      message: '拍摄信息已损坏，无法读取；原件已按原样保存，时间和地点以填写的为准',
    });
  if (row.metadata === 'read' && row.taken_at === null)
    warnings.push({ code: 'no_time', level: 'note', message: '拍摄信息中没有拍摄时间' });
  if (row.preview === 'heic' || row.preview === 'format')
    warnings.push({
      code: 'heic',
      level: 'note',
      message: `${previewLabels[row.preview]}：${previewAdvice[row.preview]}`,
    });
  if (record.finishedAt !== null && row.created_at > record.finishedAt)
    warnings.push({ code: 'after_end', level: 'note', message: '检查办结后补充存入' });
  return warnings;
}
