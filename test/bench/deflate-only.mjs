import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { createDeflateRaw, inflateRawSync } from 'node:zlib';
import { peakBytes } from './peak.mjs';
import { packedSheet } from './zip-entry.mjs';

/** The limit of an export: compress the XML of one sheet once more, at the same level, and throw it away. */
export async function deflateOnly(path, level = 6, sheet = undefined) {
  const xml = inflateRawSync(packedSheet(path, sheet));
  const hash = createHash('sha256').update(xml).digest('hex');
  const started = performance.now();
  const deflate = createDeflateRaw({ level, chunkSize: 128 * 1024 });
  const size = 256 * 1024;
  let packed = 0;
  const drained = (async () => {
    for await (const piece of deflate) packed += piece.length;
  })();
  for (let at = 0; at < xml.length; at += size) {
    if (!deflate.write(xml.subarray(at, at + size))) await new Promise((resume) => deflate.once('drain', resume));
  }
  deflate.end();
  await drained;
  return {
    ms: performance.now() - started,
    rss: peakBytes(),
    hash,
    bytes: xml.length,
    packed,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(JSON.stringify(await deflateOnly(process.argv[2], Number(process.argv[3] ?? 6))));
}
