import { describe, expect, it } from 'vitest';
import { qrMatrix, writeRecordCode } from '#shared/domain/document/qr';
import { readCodes } from '../../../electron/features/scan/read-code';
import { jpegOf } from '../../support/jpeg';
import { pngOf } from '../../support/pictures';

const CODE = writeRecordCode({ noun: 'inspection', id: '0197abcdef0123456789abcdef', paper: 'inspection-record' });
const [WIDTH, HEIGHT] = [620, 877];

/** A page at 75 dots an inch with the code at the upper right, turned and skewed as scanners and phones do. */
function pageOf(text: string, { turn = 0, skew = 0, dark = 20, light = 250, noise = 0 } = {}) {
  const { size, dark: modules } = qrMatrix(text);
  const [scale, left, top] = [3, 440, 40];
  const angle = ((turn + skew) * Math.PI) / 180;
  const edge = Math.ceil(Math.hypot(WIDTH, HEIGHT));
  return {
    edge,
    grey: (x: number, y: number): number => {
      const [dx, dy] = [x - edge / 2, y - edge / 2];
      const px = Math.cos(angle) * dx + Math.sin(angle) * dy + WIDTH / 2;
      const py = -Math.sin(angle) * dx + Math.cos(angle) * dy + HEIGHT / 2;
      const speckle = noise === 0 ? 0 : ((x * 7919 + y * 104_729) % 97) * noise;
      if (px < 0 || py < 0 || px >= WIDTH || py >= HEIGHT) return 90;
      const [column, row] = [Math.floor((px - left) / scale), Math.floor((py - top) / scale)];
      const isModule = column >= 0 && row >= 0 && column < size && row < size && modules[row]?.[column];
      const line = py > 300 && Math.floor(py / 14) % 2 === 0 && (Math.floor(px / 5) * 31) % 7 < 3;
      return (isModule || line ? dark : light) - speckle;
    },
  };
}

describe('reading the code of a scanned paper', () => {
  it.each([
    ['upright', {}],
    ['lying', { turn: 90 }],
    ['upside down', { turn: 180 }],
    ['lying the other way', { turn: 270 }],
    ['a little skewed', { skew: 4 }],
    ['skewed and lying', { turn: 90, skew: -7 }],
    ['grey and pale', { dark: 110, light: 190 }],
    ['speckled', { noise: 0.6 }],
  ])('%s, as PNG and as JPEG', async (_name, how) => {
    const { edge, grey } = pageOf(CODE, how);
    expect(await readCodes(pngOf(edge, edge, grey))).toEqual([CODE]);
    expect(await readCodes(jpegOf(edge, edge, grey))).toEqual([CODE]);
  });

  it('finds none on a page without one and in a file that is no picture', async () => {
    expect(await readCodes(pngOf(300, 300, () => 250))).toEqual([]);
    expect(await readCodes(Buffer.from('no picture'))).toEqual([]);
    expect(await readCodes(jpegOf(64, 64, () => 200).subarray(0, 40))).toEqual([]);
  });
});
