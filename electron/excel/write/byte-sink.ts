/** Large enough that starting a compression costs little, small enough that a cancellation is noticed at once. */
const pieceBytes = 1024 * 1024;

/** Room for the row that makes a piece full. */
const reserveBytes = 256 * 1024;

/**
 * Text gathered as UTF-8 bytes. Buffers that come back are filled again.
 * `bytes` and `used` are open to the row encoder, which writes most bytes itself: putting texts together first and
 * encoding them afterwards takes V8 twice as long.
 */
export class ByteSink {
  bytes: Buffer = Buffer.allocUnsafeSlow(pieceBytes + reserveBytes);
  used = 0;
  private readonly spare: Buffer[] = [];

  get full(): boolean {
    return this.used >= pieceBytes;
  }

  reserve(count: number): void {
    if (this.used + count <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(this.used + count + pieceBytes);
    this.bytes.copy(larger, 0, 0, this.used);
    this.bytes = larger;
  }

  put(text: string): void {
    this.reserve(text.length * 3);
    this.used += this.bytes.write(text, this.used, 'utf8');
  }

  /** What was gathered; the caller gives the bytes back when done with them. */
  take(): Buffer {
    const bytes = this.bytes.subarray(0, this.used);
    this.bytes = this.spare.pop() ?? Buffer.allocUnsafeSlow(pieceBytes + reserveBytes);
    this.used = 0;
    return bytes;
  }

  giveBack(bytes: Buffer): void {
    this.spare.push(Buffer.from(bytes.buffer));
  }
}
