import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { utf8 } from '#shared/kernel/sha256';
import { sm3Hex } from '#shared/kernel/sm3';
import { attachmentPath } from '../../../electron/db/verify';
import { expectAudited } from '../../support/engine';
import { createSubject, finishedInspection, type Office, openOffice, startInspection } from '../../support/office';
import { pngWithExif, smallJpeg, smallPng, withBrokenExif, withExif } from '../../support/pictures';

type Owner = { table: 'inspection' | 'rectification'; id: string };
const CAMERA = { takenAt: '2026:09:21 09:40:07', offset: '+08:00', make: 'HUAWEI', model: 'HUAWEI P60' };
const HERE = { latitude: 30.2741, longitude: 120.1551 };

async function desk() {
  const office = await openOffice();
  const { id } = await startInspection(office, { startedAt: '2026-09-21T09:30', place: '云州市示例路1号' });
  const owner: Owner = { table: 'inspection', id };
  return { office, owner };
}

const add = (office: Office, owner: Owner, files: Record<string, string | Uint8Array>) =>
  office.call('evidence.add', {
    owner,
    files: Object.entries(files).map(([name, content]) => office.choose(name, content)),
  });
const list = async (office: Office, owner: Owner) => office.call('evidence.list', { owner });
const warningsOf = async (office: Office, owner: Owner) =>
  (await list(office, owner)).items.map((item) => item.warnings.map((warning) => warning.message));

describe('taking evidence in', () => {
  it('keeps the bytes, both digests and what the camera wrote', async () => {
    const { office, owner } = await desk();
    const bytes = withExif(smallJpeg(), { ...CAMERA, ...HERE });
    const { added, refused } = await add(office, owner, { '店招.jpg': bytes });
    expect(refused).toEqual([]);
    expect(added).toMatchObject([{ no: 1, fileName: '店招.jpg', warnings: [] }]);
    const [item] = (await list(office, owner)).items;
    expect(item).toMatchObject({
      kind: 'photo',
      title: '现场照片',
      takenAt: '2026-09-21T09:40:07',
      takenOffset: '+08:00',
      latitude: 30.2741,
      longitude: 120.1551,
      device: 'HUAWEI P60',
      width: 48,
      height: 32,
      obtainedAt: '2026-09-21T09:40',
      obtainedPlace: '云州市示例路1号',
      obtainedBy: '张示例、李示例',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sm3: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(readFileSync(attachmentPath(office.dir, item?.sha256 ?? ''))).toEqual(bytes);
    await expectAudited(office, [['evidence.add', `inspection:${owner.id}`]]);
  });

  it('writes the SM3 that the standard gives for these bytes', async () => {
    const { office, owner } = await desk();
    await add(office, owner, { '说明.txt': utf8('abc') });
    expect((await list(office, owner)).items[0]?.sm3).toBe(sm3Hex('abc'));
  });

  it('keeps the other files when one is refused, and says which and why', async () => {
    const { office, owner } = await desk();
    const { added, refused } = await office.call('evidence.add', {
      owner,
      files: [
        office.choose('a.jpg', smallJpeg(1)),
        office.choose('空.jpg', ''),
        office.choose('没有.jpg'),
        office.choose('a2.jpg', smallJpeg(1)),
        office.choose('b.jpg', smallJpeg(2)),
      ],
    });
    expect(added.map(({ no, fileName }) => [no, fileName])).toEqual([
      [1, 'a.jpg'],
      [2, 'b.jpg'],
    ]);
    expect(refused.map(({ message }) => message)).toEqual([
      '文件“空.jpg”是空的，请核对后重新选择。',
      '找不到文件“没有.jpg”，可能已被移动或删除。请重新选择。',
      '这个文件已经作为附件“a.jpg”上传过，无需重复上传。',
    ]);
    expect(readdirSync(join(office.dir, 'attachments')).filter((name) => name.startsWith('incoming-'))).toEqual([]);
  });

  it('says what is remarkable: time, missing and broken camera data, a renamed file, a broken-off picture', async () => {
    const { office, owner } = await desk();
    await add(office, owner, {
      '早.jpg': withExif(smallJpeg(1), { ...CAMERA, takenAt: '2026:09:18 09:00:00' }),
      '微信.jpg': smallJpeg(2),
      '坏.jpg': withBrokenExif(smallJpeg(3)),
      '改名.jpg': pngWithExif(smallPng(4), CAMERA),
      '断.jpg': withExif(smallJpeg(5), CAMERA).subarray(0, 400),
      '修.jpg': withExif(smallJpeg(6), { ...CAMERA, software: 'Adobe Photoshop 25.0' }),
    });
    const [early, none, broken, renamed, cut, edited] = await warningsOf(office, owner);
    expect(early).toEqual(['拍摄于检查开始前 3 天']);
    expect(none).toEqual(['文件中没有拍摄信息（微信等软件转发、截图都会去掉），时间和地点以填写的为准']);
    expect(broken).toEqual(['拍摄信息已损坏，无法读取；原件已按原样保存，时间和地点以填写的为准']);
    expect(renamed).toEqual(['文件名是 .jpg，内容是 PNG 图片']);
    expect(cut?.[0]).toContain('图像已损坏');
    expect(edited).toEqual(['照片经 Adobe Photoshop 25.0 处理过，请向提供人要原图']);
  });

  it('keeps HEIC as it is, reads its camera data and says that it cannot be shown', async () => {
    const { office, owner } = await desk();
    await add(office, owner, { 'IMG_1.HEIC': Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1') });
    const [item] = (await list(office, owner)).items;
    expect(item).toMatchObject({ kind: 'photo', preview: 'heic' });
    expect(item?.warnings.at(-1)?.message).toContain('无法预览（HEIC）');
  });

  it('reports the same bytes in another case on both sides, and far-off places', async () => {
    const { office, owner } = await desk();
    const bytes = withExif(smallJpeg(), { ...CAMERA, ...HERE });
    await add(office, owner, { '店招.jpg': bytes });
    const subjectId = await createSubject(office, '另一家专利代理事务所');
    const other = await startInspection(office, { subjectId, startedAt: '2026-09-22T09:00' });
    const there: Owner = { table: 'inspection', id: other.id };
    const { added } = await add(office, there, { '门头.jpg': bytes });
    expect(added[0]?.warnings.map(({ code }) => code)).toContain('elsewhere');
    expect((await warningsOf(office, owner))[0]?.join()).toContain(`检查 ${other.no}（另一家专利代理事务所） 证据 1`);
    expect((await warningsOf(office, there))[0]?.join()).toContain('云州示例专利代理事务所');
    await add(office, owner, { '远.jpg': withExif(smallJpeg(9), { ...CAMERA, latitude: 30.2741, longitude: 120.28 }) });
    expect((await warningsOf(office, owner)).at(-1)?.join()).toContain('相距约 12 公里');
  });

  it('takes 80 MB in piece by piece and does not look for camera data in a film', { timeout: 120_000 }, async () => {
    const { office, owner } = await desk();
    const token = office.choose('录像.mp4', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42', 'latin1'));
    truncateSync(join(office.dir, '录像.mp4'), 80 << 20);
    const { added } = await office.call('evidence.add', { owner, files: [token] });
    expect(added).toMatchObject([{ no: 1 }]);
    expect((await list(office, owner)).items[0]).toMatchObject({
      kind: 'video',
      size: 80 << 20,
      metadata: 'unsupported',
    });
  });

  it('enters what was attached before, and says that it came after the end', async () => {
    const office = await openOffice();
    const { id } = await finishedInspection(office);
    await office.call('inspection.attach', { id, file: office.choose('签字件.pdf', '%PDF-1.4'), note: '签字的笔录' });
    const owner: Owner = { table: 'inspection', id };
    expect((await list(office, owner)).unregistered).toHaveLength(1);
    expect((await office.call('evidence.register', { owner })).added).toMatchObject([
      { no: 1, fileName: '签字件.pdf' },
    ]);
    const { unregistered, items } = await list(office, owner);
    expect(unregistered).toEqual([]);
    expect(items[0]).toMatchObject({ kind: 'document', title: '签字件', proves: '签字的笔录' });
    expect(items[0]?.warnings.map(({ code }) => code)).toEqual(['after_end']);
  });
});

describe('working with evidence', () => {
  it('keeps numbers when the order changes or one is withdrawn, and refuses a stale order', async () => {
    const { office, owner } = await desk();
    await add(office, owner, { 'a.jpg': smallJpeg(1), 'b.jpg': smallJpeg(2), 'c.jpg': smallJpeg(3) });
    const ids = (await list(office, owner)).items.map(({ id }) => id);
    const [a = '', b = '', c = ''] = ids;
    expect(await office.call('evidence.reorder', { owner, ids: [c, a, b] })).toEqual({ moved: 3 });
    expect((await list(office, owner)).items.map(({ no }) => no)).toEqual([3, 1, 2]);
    await office.fails('evidence.reorder', { owner, ids: [a, b] }, 'conflict');
    await office.fails('evidence.reorder', { owner, ids: [a, a, b] }, 'conflict');
    await office.call('evidence.withdraw', { id: b, reason: '与本案无关' });
    const { message } = await office.fails('evidence.update', { id: b, title: '改' }, 'bad_state');
    expect(message).toContain('证据 2 已撤下');
    await add(office, owner, { 'd.jpg': smallJpeg(4) });
    expect((await list(office, owner)).items.map(({ no }) => no)).toEqual([3, 1, 2, 4]);
  });

  it('ties evidence to an item of the checklist only when there is one, and computes what has no photo', async () => {
    const { office, owner } = await desk();
    const { record } = await list(office, owner);
    const code = record.items[0]?.code ?? '';
    await office.call('inspection.answer', { id: owner.id, itemCode: code, answer: 'problem' });
    expect((await list(office, owner)).missing).toMatchObject([{ itemCode: code }]);
    await add(office, owner, { 'a.jpg': smallJpeg(1) });
    const [item] = (await list(office, owner)).items;
    await office.fails('evidence.update', { id: item?.id ?? '', itemCode: 'XX-99' }, 'bad_input');
    await office.call('evidence.update', { id: item?.id ?? '', itemCode: code, proves: '门头无备案编号' });
    expect((await list(office, owner)).missing).toEqual([]);
    await office.call('evidence.withdraw', { id: item?.id ?? '', reason: '模糊' });
    expect((await list(office, owner)).missing).toHaveLength(1);
  });

  it('stores copies beside the original and leaves its bytes alone', async () => {
    const { office, owner } = await desk();
    await add(office, owner, { 'a.jpg': smallJpeg(1) });
    const [item] = (await list(office, owner)).items;
    const id = item?.id ?? '';
    const content = smallPng(7).toString('base64');
    await office.call('evidence.add-copy', { id, kind: 'rotate', how: { degrees: 90 }, content });
    await office.fails('evidence.add-copy', { id, kind: 'rotate', how: {}, content }, 'bad_input');
    await office.fails('evidence.add-copy', { id, kind: 'blur', how: {}, content }, 'bad_input');
    const script = Buffer.from('<svg onload="x"/>').toString('base64');
    await office.fails('evidence.add-copy', { id, kind: 'rotate', how: { degrees: 90 }, content: script }, 'bad_file');
    const [after] = (await list(office, owner)).items;
    expect(after).toMatchObject({ sha256: item?.sha256, sm3: item?.sm3, no: 1 });
    expect(after?.copies).toMatchObject([{ kind: 'rotate', how: { degrees: 90 }, fileName: '证据1_旋转副本1.png' }]);
    expect((await office.call('inspection.get', { id: owner.id })).attachments).toHaveLength(1);
    expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
  });

  it('keeps one preview, and marks what the window cannot decode as damaged', async () => {
    const { office, owner } = await desk();
    await add(office, owner, { 'a.jpg': smallJpeg(1), 'b.jpg': smallJpeg(2) });
    const [a, b] = (await list(office, owner)).items;
    const preview = smallPng(1);
    await office.call('evidence.set-preview', { id: a?.id ?? '', content: preview.toString('base64') });
    await office.call('evidence.set-preview', { id: a?.id ?? '', content: smallPng(2).toString('base64') });
    await office.call('evidence.set-preview', { id: b?.id ?? '', content: null });
    const [first, second] = (await list(office, owner)).items;
    expect(first?.previewSha256).toBe(createHash('sha256').update(preview).digest('hex'));
    expect(second).toMatchObject({ preview: 'damaged', previewSha256: null });
  });

  it('takes a pasted picture, and refuses what is none', async () => {
    const { office, owner } = await desk();
    const content = smallPng(3).toString('base64');
    await office.call('evidence.paste', { owner, fileName: '剪贴板 2026/11/25.png', content });
    expect((await list(office, owner)).items[0]).toMatchObject({ fileName: '剪贴板 2026_11_25.png', fileType: 'png' });
    await office.fails('evidence.paste', { owner, fileName: 'x.png', content: 'aGVsbG8=' }, 'bad_file');
    await office.fails('evidence.paste', { owner, fileName: 'x.png', content: '<b>' }, 'bad_input');
  });

  it('names the first file that is not what was stored, down to one bit', async () => {
    const { office, owner } = await desk();
    await add(office, owner, { 'a.jpg': smallJpeg(1), 'b.jpg': smallJpeg(2), 'c.jpg': smallJpeg(3) });
    expect(await office.call('evidence.verify', { owner })).toEqual({ checked: 3, problems: [] });
    const path = attachmentPath(office.dir, (await list(office, owner)).items[1]?.sha256 ?? '');
    const bytes = readFileSync(path);
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const { problems } = await office.call('evidence.verify', { owner });
    expect(problems).toMatchObject([{ no: 2, fileName: 'b.jpg' }]);
    expect(problems[0]?.message).toContain('内容与存入时不一致');
    expect(existsSync(path)).toBe(true);
  });

  it('holds a file against both digests: bytes made to fit one of them would still be found by the other', async () => {
    const { office, owner } = await desk();
    await add(office, owner, { 'a.jpg': smallJpeg(1) });
    const [item] = (await list(office, owner)).items;
    await office.write((tx) => tx.update('evidence', item?.id ?? '', { sm3: '0'.repeat(64) }));
    expect((await office.call('evidence.verify', { owner })).problems).toMatchObject([{ no: 1, fileName: 'a.jpg' }]);
  });
});

describe('saved pages', () => {
  const HTML = `<!DOCTYPE html><html><head><meta charset="gbk"><title>店铺 &amp; 商品</title>
    <script>document.write('执行了')</script></head><body><h1>专利产品</h1><p onclick="x()">价格&nbsp;100&#20803;</p></body></html>`;

  it('keep address and time, and are read as text without being run', async () => {
    const { office, owner } = await desk();
    const page = { url: 'https://shop.example.cn/item?id=1', capturedAt: '2026-09-21T10:02' };
    const { added } = await office.call('evidence.add', {
      owner,
      page,
      files: [office.choose('页面.html', HTML.replace('gbk', 'utf-8')), office.choose('截图.png', smallPng(1))],
    });
    const { items } = await list(office, owner);
    expect(items[0]).toMatchObject({ kind: 'page', ...page, title: '网页截存', obtainedAt: page.capturedAt });
    const { title, text } = await office.call('evidence.read-page', { id: added[0]?.id ?? '' });
    expect(title).toBe('店铺 & 商品');
    expect(text).toBe('专利产品\n价格 100元');
    await office.fails('evidence.read-page', { id: added[1]?.id ?? '' }, 'bad_input');
  });

  it('come out of an archive of the browser in their own encoding', async () => {
    const { office, owner } = await desk();
    const mhtml = [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://shop.example.cn/',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="--B7"',
      '',
      '----B7',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<html><head><title>=E5=BA=97</title></head><body>=E4=B8=93=\r\n=E5=88=A9</body></html>',
      '----B7--',
    ].join('\r\n');
    const { added } = await add(office, owner, { '页面.mhtml': mhtml });
    const { title, text } = await office.call('evidence.read-page', { id: added[0]?.id ?? '' });
    expect([title, text]).toEqual(['店', '专利']);
  });

  it('are refused when the file is no page or the address is none', async () => {
    const { office, owner } = await desk();
    const page = { url: 'https://a.cn/', capturedAt: '2026-09-21T10:02' };
    const { refused } = await office.call('evidence.add', {
      owner,
      page,
      files: [office.choose('a.wav', 'RIFF\0\0\0\0WAVE')],
    });
    expect(refused[0]?.message).toContain('不是网页、PDF 或截图');
    await office.fails(
      'evidence.add',
      { owner, page: { ...page, url: 'javascript:alert(1)' }, files: [office.choose('b.html', '<html>')] },
      'bad_input',
    );
  });
});
