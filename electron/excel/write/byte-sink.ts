/** Large enough that handing a piece over costs nothing, small enough that a cancellation is noticed at once. */
const pieceBytes = 256 * 1024;

/**
 * Text gathered as UTF-8 bytes. Two buffers take turns, as one is still being compressed while the other fills.
 * `bytes` and `used` are open to the row encoder, which writes most bytes itself: putting texts together first and
 * encoding them afterwards takes V8 twice as long.
 */
export class ByteSink {
  bytes = Buffer.allocUnsafeSlow(2 * pieceBytes);
  used = 0;
  private other = Buffer.allocUnsafeSlow(2 * pieceBytes);

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

  /** What was gathered; valid until the next but one call. */
  take(): Buffer {
    const bytes = this.bytes.subarray(0, this.used);
    [this.bytes, this.other] = [this.other, this.bytes];
    this.used = 0;
    return bytes;
  }
}
