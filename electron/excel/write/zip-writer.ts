import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, type ZlibOptions } from 'node:zlib';
import { AppError } from '#shared/kernel/errors';
import { ByteSink } from './byte-sink';
import type { OutputFile } from './output-file';

export type CompressionLevel = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Puts the text of one entry into `sink` and awaits `flush()` whenever the sink is full. */
export type ProduceEntry = (sink: ByteSink, flush: () => Promise<void>) => Promise<void>;

const deflatePiece = promisify<Buffer, ZlibOptions, Buffer>(deflateRaw);

/** An empty block with the mark of the last one. */
const lastBlock = Buffer.from([0x03, 0x00]);
/** As many pieces as the thread pool has threads. */
const maxWaiting = 4;
const maxSize = 0xffffffff;
/** 1980-01-01 00:00, the beginning of time in a zip: the same rows give the same bytes. */
const fixedDate = 0x0021;

/** Writes a zip of deflated UTF-8 texts, one after the other. Sizes are patched in, as some readers need them there. */
export class ZipWriter {
  private readonly directory: Buffer[] = [];
  constructor(
    private readonly file: OutputFile,
    private readonly level: CompressionLevel,
  ) {}

  async add(name: string, produce: ProduceEntry): Promise<void> {
    const { file } = this;
    const at = file.position();
    const nameBytes = Buffer.from(name, 'utf8');
    file.write(Buffer.concat([localHeader(nameBytes.length), nameBytes]));
    const dataAt = file.position();
    const { size, crc } = await this.deflate(produce);
    const packedSize = checkSize(file.position()) - dataAt;
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc, 0);
    sizes.writeUInt32LE(packedSize, 4);
    sizes.writeUInt32LE(size, 8);
    file.patch(sizes, at + 14);
    this.directory.push(Buffer.concat([directoryHeader(sizes, nameBytes.length, at), nameBytes]));
  }

  finish(): void {
    const at = this.file.position();
    const directory = Buffer.concat(this.directory);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.directory.length, 8);
    end.writeUInt16LE(this.directory.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(checkSize(at), 16);
    this.file.write(Buffer.concat([directory, end]));
  }

  /**
   * Pieces are compressed by themselves in threads of the pool while the next rows are put together here, and written
   * in order. Each ends on a byte border without the mark of a last block, so joined they are one deflate stream.
   */
  private async deflate(produce: ProduceEntry): Promise<{ size: number; crc: number }> {
    const sink = new ByteSink();
    const settings = { level: this.level, finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 256 * 1024 };
    const waiting: { readonly bytes: Buffer; readonly packed: Promise<Buffer> }[] = [];
    let size = 0;
    let crc = 0;
    const writeOldest = async () => {
      const oldest = waiting.shift();
      if (!oldest) return;
      this.file.write(await oldest.packed);
      sink.giveBack(oldest.bytes);
    };
    const flush = async () => {
      const bytes = sink.take();
      size = checkSize(size + bytes.length);
      crc = crc32(bytes, crc);
      waiting.push({ bytes, packed: deflatePiece(bytes, settings) });
      if (waiting.length >= maxWaiting) await writeOldest();
    };
    try {
      await produce(sink, flush);
      await flush();
      while (waiting.length > 0) await writeOldest();
    } finally {
      // After a failure nobody needs the rest, but the threads must be done with their buffers.
      await Promise.allSettled(waiting.map(({ packed }) => packed));
    }
    this.file.write(lastBlock);
    return { size, crc };
  }
}

function checkSize(size: number): number {
  if (size > maxSize) throw new AppError('bad_input', '导出内容超过 4 GB，一个文件放不下，请缩小范围后分几次导出。');
  return size;
}

function localHeader(nameLength: number): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt16LE(fixedDate, 12);
  header.writeUInt16LE(nameLength, 26);
  return header;
}

function directoryHeader(sizes: Buffer, nameLength: number, at: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(8, 10);
  header.writeUInt16LE(fixedDate, 14);
  sizes.copy(header, 16);
  header.writeUInt16LE(nameLength, 28);
  header.writeUInt32LE(checkSize(at), 42);
  return header;
}
