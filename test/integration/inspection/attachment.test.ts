import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { storeAttachment } from '../../../electron/db/attachment';
import { attachmentPath } from '../../../electron/db/verify';
import { finishedInspection, type Office, openOffice, startInspection } from '../../support/office';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const leftovers = (dir: string) => readdirSync(join(dir, 'attachments')).filter((name) => name.startsWith('incoming-'));
const attach = (office: Office, id: string, file: string) =>
  office.call('inspection.attach', { id, file, note: '门头照片' });

describe('attachments', () => {
  it('are copied under their hash, shown with the record and covered by verification', async () => {
    const office = await openOffice();
    const { id } = await startInspection(office);
    const stored = await attach(office, id, office.choose('门头.JPG', 'picture'));
    expect(stored).toMatchObject({
      fileName: '门头.JPG',
      mediaType: 'image/jpeg',
      size: 7,
      sha256: sha256('picture'),
      note: '门头照片',
    });
    expect(readFileSync(attachmentPath(office.dir, stored.sha256), 'utf8')).toBe('picture');
    expect((await office.call('inspection.get', { id })).attachments).toEqual([stored]);
    expect(await office.call('store.verify', {})).toMatchObject({ ok: true, attachments: 1 });
    writeFileSync(attachmentPath(office.dir, stored.sha256), 'changed');
    const verified = await office.call('store.verify', {});
    expect(verified).toMatchObject({ ok: false, problem: { message: expect.stringContaining('门头.JPG') } });
  });

  it('may be added when the visit has ended: the signed record is scanned afterwards', async () => {
    const office = await openOffice();
    const { id } = await finishedInspection(office);
    await attach(office, id, office.choose('签字件.pdf', 'scan'));
    const { attachments, finishedAt } = await office.call('inspection.get', { id });
    expect((attachments[0]?.createdAt ?? '') > (finishedAt ?? '')).toBe(true);
  });

  it('share one file for the same bytes, but belong to a record only once', async () => {
    const office = await openOffice();
    const { id } = await startInspection(office);
    await attach(office, id, office.choose('a.txt', 'same'));
    const { message } = await office.fails(
      'inspection.attach',
      { id, file: office.choose('b.txt', 'same') },
      'conflict',
    );
    expect(message).toContain('a.txt');
    const other = await startInspection(office, { startedAt: '2026-09-22T09:00' });
    await attach(office, other.id, office.choose('c.bin', 'same'));
    expect(readdirSync(join(office.dir, 'attachments', sha256('same').slice(0, 2)))).toHaveLength(1);
    expect(leftovers(office.dir)).toEqual([]);
  });

  it('refuse a missing, an empty and an ungranted file and a folder in one sentence, and leave nothing', async () => {
    const office = await openOffice();
    const { id } = await startInspection(office);
    const missing = await office.fails('inspection.attach', { id, file: office.choose('不见了.pdf') }, 'bad_file');
    expect(missing.message).toBe('找不到文件“不见了.pdf”，可能已被移动或删除。请重新选择。');
    await office.fails('inspection.attach', { id, file: office.choose('空.pdf', '') }, 'bad_file');
    await office.fails('inspection.attach', { id, file: office.choose('attachments') }, 'bad_file');
    await office.fails('inspection.attach', { id, file: '/etc/passwd' }, 'forbidden');
    await office.fails('inspection.attach', { id: 'nothing', file: office.choose('a.txt', 'a') }, 'not_found');
    expect((await office.call('inspection.get', { id })).attachments).toEqual([]);
    expect(readdirSync(join(office.dir, 'attachments'))).toEqual([]);
  });

  it('refuse a file above the limit before and while it is read', async () => {
    const office = await openOffice();
    const path = join(office.dir, 'big.bin');
    writeFileSync(path, Buffer.alloc(3_000_000, 1));
    await expect(storeAttachment(office.dir, { path, name: 'big.bin' }, 2_999_999)).rejects.toMatchObject({
      code: 'bad_file',
    });
    const { size, sha256: hash } = await storeAttachment(office.dir, { path, name: 'big.bin' }, 3_000_000);
    expect([size, hash]).toEqual([3_000_000, createHash('sha256').update(readFileSync(path)).digest('hex')]);
    expect(leftovers(office.dir)).toEqual([]);
  });

  it('never overwrite: a damaged copy of the same bytes is reported and left as it is', async () => {
    const office = await openOffice();
    const { id } = await startInspection(office);
    const stored = await attach(office, id, office.choose('a.txt', 'evidence'));
    const path = attachmentPath(office.dir, stored.sha256);
    writeFileSync(path, 'rotten');
    const other = await startInspection(office, { startedAt: '2026-09-22T09:00' });
    await office.fails(
      'inspection.attach',
      { id: other.id, file: office.choose('a.txt', 'evidence') },
      'store_damaged',
    );
    expect(existsSync(path) && readFileSync(path, 'utf8')).toBe('rotten');
  });
});
