import { deflateSync } from 'node:zlib';
import { jpegOf } from './jpeg';

const chunk = (name: string, body: Buffer): Buffer => {
  const head = Buffer.from(name, 'latin1');
  const out = Buffer.alloc(12 + body.length);
  out.writeUInt32BE(body.length, 0);
  head.copy(out, 4);
  body.copy(out, 8);
  out.writeUInt32BE(crc(Buffer.concat([head, body])), 8 + body.length);
  return out;
};

function crc(bytes: Buffer): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

/** A grey PNG. */
export function pngOf(width: number, height: number, grey: (x: number, y: number) => number): Buffer {
  const raw = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) raw[y * (width + 1) + 1 + x] = Math.max(0, Math.min(255, grey(x, y)));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export type CameraData = {
  readonly takenAt?: string;
  readonly offset?: string;
  readonly make?: string;
  readonly model?: string;
  readonly software?: string;
  readonly orientation?: number;
  readonly latitude?: number;
  readonly longitude?: number;
};

type Entry = { readonly tag: number; readonly type: number; readonly count: number; readonly value: Buffer };

const short = (tag: number, value: number): Entry => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return { tag, type: 3, count: 1, value: bytes };
};
const long = (tag: number, value: number): Entry => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return { tag, type: 4, count: 1, value: bytes };
};
const text = (tag: number, value: string): Entry => {
  const bytes = Buffer.from(`${value}\0`, 'latin1');
  return { tag, type: 2, count: bytes.length, value: bytes };
};
const degrees = (tag: number, value: number): Entry => {
  const bytes = Buffer.alloc(24);
  const seconds = Math.round(Math.abs(value) * 3600 * 10_000);
  const parts = [
    [Math.floor(seconds / 36_000_000), 1],
    [Math.floor(seconds / 600_000) % 60, 1],
    [seconds % 600_000, 10_000],
  ];
  parts.flat().forEach((part, index) => {
    bytes.writeUInt32LE(part, index * 4);
  });
  return { tag, type: 5, count: 3, value: bytes };
};

/** One directory of a TIFF at this place; values that do not fit stand behind it. */
function directory(entries: readonly Entry[], at: number): Buffer {
  const sorted = [...entries].sort((a, b) => a.tag - b.tag);
  const head = Buffer.alloc(2 + sorted.length * 12 + 4);
  head.writeUInt16LE(sorted.length, 0);
  const values: Buffer[] = [];
  let free = at + head.length;
  sorted.forEach(({ tag, type, count, value }, index) => {
    const place = 2 + index * 12;
    head.writeUInt16LE(tag, place);
    head.writeUInt16LE(type, place + 2);
    head.writeUInt32LE(count, place + 4);
    if (value.length <= 4) value.copy(head, place + 8);
    else {
      head.writeUInt32LE(free, place + 8);
      values.push(value);
      free += value.length;
    }
  });
  return Buffer.concat([head, ...values]);
}

/** The TIFF that a camera writes. */
export function tiffOf(data: CameraData): Buffer {
  const exif = [
    ...(data.takenAt ? [text(0x9003, data.takenAt)] : []),
    ...(data.offset ? [text(0x9011, data.offset)] : []),
  ];
  const place =
    data.latitude === undefined || data.longitude === undefined
      ? []
      : [
          text(1, data.latitude < 0 ? 'S' : 'N'),
          degrees(2, data.latitude),
          text(3, data.longitude < 0 ? 'W' : 'E'),
          degrees(4, data.longitude),
        ];
  const own = [
    ...(data.make ? [text(0x010f, data.make)] : []),
    ...(data.model ? [text(0x0110, data.model)] : []),
    ...(data.software ? [text(0x0131, data.software)] : []),
    ...(data.orientation ? [short(0x0112, data.orientation)] : []),
  ];
  const START = 8;
  const size = (list: readonly Entry[]) => directory(list, 0).length;
  const exifAt = START + size([...own, long(0x8769, 0), long(0x8825, 0)]);
  const placeAt = exifAt + size(exif);
  return Buffer.concat([
    Buffer.from([0x49, 0x49, 42, 0, START, 0, 0, 0]),
    directory([...own, long(0x8769, exifAt), long(0x8825, placeAt)], START),
    directory(exif, exifAt),
    directory(place, placeAt),
  ]);
}

const jpegSegment = (body: Buffer): Buffer => {
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

const EXIF = Buffer.from('Exif\0\0', 'latin1');

/** Puts camera data behind the first mark of a JPEG. */
export const withExif = (jpeg: Buffer, data: CameraData): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), jpegSegment(Buffer.concat([EXIF, tiffOf(data)])), jpeg.subarray(2)]);

/** Camera data whose directory points behind the end. */
export const withBrokenExif = (jpeg: Buffer): Buffer =>
  Buffer.concat([
    jpeg.subarray(0, 2),
    jpegSegment(Buffer.concat([EXIF, Buffer.from([0x49, 0x49, 42, 0, 0xf0, 0xff, 0, 0, 9, 9])])),
    jpeg.subarray(2),
  ]);

/** A PNG with camera data in its eXIf chunk. */
export const pngWithExif = (png: Buffer, data: CameraData): Buffer =>
  Buffer.concat([png.subarray(0, 33), chunk('eXIf', tiffOf(data)), png.subarray(33)]);

/** A small picture that differs by its seed. */
export const smallJpeg = (seed = 0): Buffer => jpegOf(48, 32, (x, y) => (x * 5 + y * 3 + seed * 17) % 256);
export const smallPng = (seed = 0): Buffer => pngOf(48, 32, (x, y) => (x * 5 + y * 3 + seed * 17) % 256);
