import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { createInflateRaw } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { peakBytes } from './peak.mjs';
import { packedSheet } from './zip-entry.mjs';

/** The limit of an import in JavaScript: unpack the sheet and parse its XML, do nothing with it but count cells. */
export async function parseOnly(path) {
  const packed = packedSheet(path);
  const started = performance.now();
  const parser = new SaxesParser();
  let cells = 0;
  parser.on('opentag', (tag) => {
    if (tag.name === 'c') cells++;
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const inflate = createInflateRaw({ chunkSize: 128 * 1024, readableHighWaterMark: 512 * 1024 });
  Readable.from(pieces(packed)).pipe(inflate);
  for await (const piece of inflate) parser.write(decoder.decode(piece, { stream: true }));
  parser.close();
  return { ms: performance.now() - started, rss: peakBytes(), cells };
}

function* pieces(bytes, size = 128 * 1024) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(JSON.stringify(await parseOnly(process.argv[2])));
}
