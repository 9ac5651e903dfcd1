import { badFile } from './table';

/** The longest thing that must be seen whole: one cell, one shared string, one record of a .csv. */
const maxPending = 8 * 1024 * 1024;

/**
 * The bytes that a scanner has not finished with. Scanners take only whole elements from it, so no character is ever
 * cut at the border of two pieces. The byte at `end` is always 0: no valid text holds it, so scanning loops stop there
 * without comparing positions.
 */
export class ByteWindow {
  bytes: Buffer = Buffer.allocUnsafeSlow(512 * 1024);
  start = 0;
  end = 0;

  append(piece: Uint8Array): void {
    const kept = this.end - this.start;
    if (kept > maxPending) throw badFile('文件中有一个超长的单元格（超过 8 MB），不像正常的表格，已停止读取。');
    const needed = kept + piece.length + 1;
    if (needed > this.bytes.length) {
      const larger = Buffer.allocUnsafeSlow(needed * 2);
      this.bytes.copy(larger, 0, this.start, this.end);
      this.bytes = larger;
    } else if (this.start > 0) {
      this.bytes.copyWithin(0, this.start, this.end);
    }
    this.bytes.set(piece, kept);
    this.start = 0;
    this.end = kept + piece.length;
    this.bytes[this.end] = 0;
  }
}
