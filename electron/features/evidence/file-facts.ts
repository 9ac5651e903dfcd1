import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import exifr from 'exifr';
import type { MetadataState, PreviewState } from '#shared/domain/evidence/codes';
import { type FileType, fileTypeOf } from '#shared/domain/evidence/file-type';
import { imageFacts } from '#shared/domain/evidence/image-facts';
import { AppError } from '#shared/kernel/errors';
import { bytesToHex } from '#shared/kernel/sha256';
import { createSm3 } from '#shared/kernel/sm3';

const STEP = 1 << 20;
/** Pictures up to this size are looked at whole; of larger ones only the head, where cameras write their data. */
const WHOLE_BYTES = 128 << 20;
const HEAD_BYTES = 8 << 20;

export type CameraFacts = {
  readonly metadata: MetadataState;
  readonly takenAt: string | null;
  readonly takenOffset: string | null;
  readonly latitudeE6: number | null;
  readonly longitudeE6: number | null;
  readonly deviceMake: string | null;
  readonly deviceModel: string | null;
  readonly software: string | null;
};

export type FileFacts = CameraFacts & {
  readonly type: FileType;
  readonly preview: PreviewState;
  readonly width: number | null;
  readonly height: number | null;
};

export type Digests = { readonly sha256: string; readonly sm3: string };

/** Both digests in one reading; `seen` is called after each megabyte. */
export async function fileDigests(path: string, seen: (bytes: number) => void = () => undefined): Promise<Digests> {
  const sha = createHash('sha256');
  const sm3 = createSm3();
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(STEP);
    for (let done = 0; ; ) {
      const { bytesRead } = await file.read(buffer, 0, STEP, null);
      if (bytesRead === 0) break;
      const part = buffer.subarray(0, bytesRead);
      sha.update(part);
      sm3.update(part);
      done += bytesRead;
      seen(done);
    }
  } finally {
    await file.close();
  }
  return { sha256: sha.digest('hex'), sm3: bytesToHex(sm3.digest()) };
}

/** What a stored file is and what its camera wrote into it. Never fails on what the file holds. */
export async function readFileFacts(path: string, fileName: string): Promise<FileFacts> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = await readHead(file, Math.min(size, 1024));
    const type = fileTypeOf(head, fileName);
    if (type.kind !== 'photo') return { ...NO_CAMERA, type, preview: type.preview, width: null, height: null };
    const whole = size <= WHOLE_BYTES;
    const bytes = await readHead(file, whole ? size : HEAD_BYTES);
    const { width, height, complete } = imageFacts(type.code, bytes);
    const preview = whole && !complete ? 'damaged' : type.preview;
    return { ...(await readCamera(bytes)), type, preview, width, height };
  } finally {
    await file.close();
  }
}

async function readHead(file: FileHandle, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let at = 0;
  while (at < length) {
    const { bytesRead } = await file.read(buffer, at, length - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return buffer.subarray(0, at);
}

const EMPTY = {
  takenAt: null,
  takenOffset: null,
  latitudeE6: null,
  longitudeE6: null,
  deviceMake: null,
  deviceModel: null,
  software: null,
};
const NO_CAMERA: CameraFacts = { metadata: 'unsupported', ...EMPTY };

const PARTS = {
  tiff: true,
  ifd0: {},
  exif: true,
  gps: true,
  xmp: false,
  icc: false,
  iptc: false,
  jfif: false,
  reviveValues: false,
  translateValues: false,
  mergeOutput: false,
};

type Block = Readonly<Record<string, unknown>>;
type Parsed = {
  readonly ifd0?: Block;
  readonly exif?: Block;
  readonly gps?: Block;
  readonly errors?: readonly unknown[];
};

async function readCamera(bytes: Uint8Array): Promise<CameraFacts> {
  let parsed: Parsed | undefined;
  try {
    parsed = (await exifr.parse(bytes, PARTS)) as Parsed | undefined;
  } catch {
    // exifr has no errors of its own kind: whatever it throws means that the data could not be read
    return { ...EMPTY, metadata: 'broken' };
  }
  const { ifd0 = {}, exif = {}, gps = {} } = parsed ?? {};
  const facts = {
    takenAt: cameraTime(exif['DateTimeOriginal'] ?? exif['CreateDate'] ?? exif['DateTimeDigitized']),
    takenOffset: cameraOffset(exif['OffsetTimeOriginal'] ?? exif['OffsetTimeDigitized'] ?? exif['OffsetTime']),
    ...position(gps['latitude'], gps['longitude']),
    deviceMake: words(ifd0['Make']),
    deviceModel: words(ifd0['Model']),
    software: editor(words(ifd0['Software'])),
  };
  if (Object.values(facts).some((value) => value !== null)) return { ...facts, metadata: 'read' };
  return { ...EMPTY, metadata: (parsed?.errors?.length ?? 0) > 0 ? 'broken' : 'none' };
}

/** `2026:11:20 09:08:07` of the camera; null for the zeros of a camera whose clock was never set. */
function cameraTime(value: unknown): string | null {
  const found = /^(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}):(\d{2}):(\d{2})/.exec(String(value ?? ''));
  if (!found) return null;
  const [, year, month, day, hour, minute, second] = found;
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const at = new Date(`${text}Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 19) !== text || year === '0000' ? null : text;
}

function cameraOffset(value: unknown): string | null {
  const found = /^([+-]\d{2}):?(\d{2})/.exec(String(value ?? '').trim());
  return found ? `${found[1]}:${found[2]}` : null;
}

/** 0°, 0° lies in the sea off Africa: it is what phones write that know no place. */
function position(latitude: unknown, longitude: unknown): Pick<CameraFacts, 'latitudeE6' | 'longitudeE6'> {
  const none = { latitudeE6: null, longitudeE6: null };
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return none;
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) || (latitude === 0 && longitude === 0)) return none;
  return { latitudeE6: Math.round(latitude * 1e6), longitudeE6: Math.round(longitude * 1e6) };
}

function words(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const printable = [...value].filter((letter) => letter >= ' ' && letter !== '\u007f').join('');
  return printable.trim().slice(0, 100) || null;
}

/** Programs that change pictures; what phones write there is the version of their own system. */
function editor(software: string | null): string | null {
  return software !== null &&
    /photoshop|lightroom|gimp|snapseed|meitu|美图|pixelmator|paint|picsart|acdsee|faceu|canva|affinity|画图/i.test(
      software,
    )
    ? software
    : null;
}

/** @throws AppError `store_damaged` when the bytes in the store are not those that were stored */
export async function digestsOfStored(
  path: string,
  expected: string,
  name: string,
  seen: (bytes: number) => void,
): Promise<Digests> {
  const digests = await fileDigests(path, seen);
  if (digests.sha256 !== expected)
    throw new AppError('store_damaged', `存入“${name}”后核对不一致，磁盘可能有损坏。请先在“设置—存储”中核对存储。`);
  return digests;
}
