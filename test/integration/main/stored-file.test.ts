import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyForViewing, storedPicture } from '../../../electron/main/stored-file';
import { smallJpeg, smallPng } from '../../support/pictures';
import { temporaryFolder } from '../../support/store';

function storeOf(content: string | Uint8Array): { dir: string; sha256: string } {
  const dir = temporaryFolder();
  const sha256 = createHash('sha256').update(content).digest('hex');
  mkdirSync(join(dir, 'attachments', sha256.slice(0, 2)), { recursive: true });
  writeFileSync(join(dir, 'attachments', sha256.slice(0, 2), sha256), content);
  return { dir, sha256 };
}

describe('pictures out of the store', () => {
  it('are given out as what their bytes are, and are not to be kept or run', async () => {
    const picture = smallPng();
    const { dir, sha256 } = storeOf(picture);
    const answer = await storedPicture(dir, sha256);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(picture);
  });

  it('never lead to a page, a script or a drawing with scripts', async () => {
    for (const content of [
      '<!DOCTYPE html><html>',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'alert(1)',
      'MZ\x90',
    ]) {
      const { dir, sha256 } = storeOf(content);
      expect((await storedPicture(dir, sha256)).status).toBe(415);
    }
  });

  it('never lead out of the store, whatever is asked for', async () => {
    const { dir } = storeOf(smallPng());
    writeFileSync(join(dir, 'secret.png'), smallPng());
    for (const name of ['../secret.png', '..%2Fsecret.png', 'secret.png', '', 'f'.repeat(64), `${'f'.repeat(63)}/`])
      expect((await storedPicture(dir, name)).status).toBe(404);
  });
});

describe('opening evidence with another program', () => {
  it('hands out a read-only copy under its own name and leaves the stored file alone', async () => {
    const { dir, sha256 } = storeOf(smallJpeg());
    const path = await copyForViewing(join(dir, 'viewing'), dir, { sha256, fileName: '店招.jpg' });
    expect(basename(path)).toBe('店招.jpg');
    expect(statSync(path).mode & 0o222).toBe(0);
    chmodSync(path, 0o644);
    writeFileSync(path, 'changed');
    expect(readFileSync(join(dir, 'attachments', sha256.slice(0, 2), sha256))).toEqual(smallJpeg());
  });

  it('gives a renamed file the ending of what it is, and keeps its folder', async () => {
    const { dir, sha256 } = storeOf(smallPng());
    const path = await copyForViewing(join(dir, 'viewing'), dir, { sha256, fileName: '../../店招.exe' });
    expect(basename(path)).toBe('.._.._店招.exe.png');
    expect(path.startsWith(join(dir, 'viewing'))).toBe(true);
  });

  it('does not open what it does not know, and says when the file is gone', async () => {
    const { dir, sha256 } = storeOf('MZ\x90\0 a program');
    const viewing = join(dir, 'viewing');
    await expect(copyForViewing(viewing, dir, { sha256, fileName: '店招.jpg' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(copyForViewing(viewing, dir, { sha256: 'a'.repeat(64), fileName: 'x.jpg' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
