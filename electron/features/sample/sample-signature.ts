import { crc32, deflateSync } from 'node:zlib';

const [WIDTH, HEIGHT] = [360, 120];
const POINTS = 900;

/** Strokes that look as if somebody had signed; the same name gives the same strokes. */
export function sampleSignature(name: string): string {
  const seed = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1000, 7);
  const rows = Array.from({ length: HEIGHT }, () => Buffer.alloc(WIDTH + 1, 255));
  for (const row of rows) row[0] = 0;
  for (let at = 0; at < POINTS; at += 1) {
    const part = at / POINTS;
    const x = Math.round(30 + part * (WIDTH - 60) + 14 * Math.sin(part * 31 + seed));
    const y = Math.round(HEIGHT / 2 + 30 * Math.sin(part * (17 + (seed % 9)) + seed) * Math.cos(part * 5));
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const row = rows[y + dy];
      if (row) row[x + dx + 1] = 20;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  // eight bits of grey
  head[8] = 8;
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))];
  return `data:image/png;base64,${Buffer.concat([signature, ...parts]).toString('base64')}`;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
