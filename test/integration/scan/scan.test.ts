import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { qrMatrix, writeRecordCode } from '#shared/domain/document/qr';
import { attachmentPath } from '../../../electron/db/verify';
import { jpegOf } from '../../support/jpeg';
import { type Office, openOffice, startInspection } from '../../support/office';
import { pngOf } from '../../support/pictures';

const SCALE = 4;
const MARGIN = 24;

function paper(text: string, turn = false) {
  const { size, dark } = qrMatrix(text);
  const edge = size * SCALE + 2 * MARGIN;
  const grey = (x: number, y: number) => {
    const [a, b] = turn ? [y, edge - 1 - x] : [x, y];
    return dark[Math.floor((b - MARGIN) / SCALE)]?.[Math.floor((a - MARGIN) / SCALE)] ? 10 : 245;
  };
  return { edge, grey };
}
const scanned = (text: string, turn = false): Buffer => {
  const { edge, grey } = paper(text, turn);
  return jpegOf(edge, edge, grey);
};
const pdfOf = (pages: readonly Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.4\n', 'latin1'),
    ...pages.flatMap((jpeg, index) => [
      Buffer.from(
        `${index + 1} 0 obj\n<</Type/XObject/Subtype/Image/Filter/DCTDecode/Length ${jpeg.length}>>\nstream\n`,
        'latin1',
      ),
      jpeg,
      Buffer.from('\nendstream\nendobj\n', 'latin1'),
    ]),
    Buffer.from('%%EOF', 'latin1'),
  ]);

const codeOf = (id: string, which = 'inspection-record') => writeRecordCode({ noun: 'inspection', id, paper: which });
const take = (office: Office, files: Record<string, string | Uint8Array>) =>
  office.call('scan.take', { files: Object.entries(files).map(([name, bytes]) => office.choose(name, bytes)) });

describe('scanned papers', () => {
  it('go to the record that their code names, as photo, as scan that lies and inside a PDF', async () => {
    const office = await openOffice();
    const { id, no } = await startInspection(office);
    const { bound, waiting } = await take(office, {
      '笔录.jpg': scanned(codeOf(id)),
      '结果.jpg': scanned(codeOf(id, 'result-record'), true),
      '检查表.pdf': pdfOf([scanned(codeOf(id, 'checklist'))]),
    });
    expect(waiting).toEqual([]);
    expect(bound.map((row) => [row.paper, row.record, row.boundHow])).toEqual([
      ['inspection-record', `${no}　云州示例专利代理事务所`, 'code'],
      ['result-record', `${no}　云州示例专利代理事务所`, 'code'],
      ['checklist', `${no}　云州示例专利代理事务所`, 'code'],
    ]);
    const { attachments } = await office.call('inspection.get', { id });
    expect(attachments.map(({ note }) => note)).toEqual([
      '现场检查笔录（签字扫描件）',
      '检查结果记录表（签字扫描件）',
      '检查表（现场填写）（签字扫描件）',
    ]);
    const owner = { table: 'inspection' as const, id };
    expect((await office.call('evidence.register', { owner })).added).toHaveLength(3);
    expect((await office.call('evidence.list', { owner })).items[0]).toMatchObject({
      kind: 'scan',
      title: '现场检查笔录（签字扫描件）',
    });
    expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
  });

  it('wait when the code is foreign, damaged, of another store or not there, and none is lost', async () => {
    const office = await openOffice();
    const { id } = await startInspection(office);
    const { waiting, bound } = await take(office, {
      '外来.jpg': scanned('https://example.cn/pay?x=1'),
      '坏码.jpg': scanned(codeOf(id).replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))),
      '别库.jpg': scanned(codeOf('0000000000000000000000000a')),
      '白纸.png': pngOf(200, 200, () => 240),
      '传真.pdf': '%PDF-1.4\n1 0 obj<</Filter/CCITTFaxDecode>>stream\nx\nendstream',
      '笔录.docx': 'PK\u0003\u0004',
    });
    expect(bound).toEqual([]);
    expect(waiting.map(({ problem }) => problem.slice(0, 12))).toEqual([
      '图上的二维码不是本程序文',
      '二维码内容不完整或有误，',
      '二维码所指的档案不在本库',
      '没有读到二维码：可能没有',
      '这份 PDF 里没有可以',
      '压缩包或 Office ',
    ]);
    const { rows, total } = await office.call('scan.list', { state: 'waiting' });
    expect(total).toBe(6);
    for (const row of rows) expect(existsSync(attachmentPath(office.dir, row.sha256))).toBe(true);
  });

  it('are bound by hand once, and say so when they come a second time', async () => {
    const office = await openOffice();
    const { id, no } = await startInspection(office);
    const blank = pngOf(200, 200, () => 230);
    const scanId = (await take(office, { '白纸.png': blank })).waiting[0]?.id ?? '';
    expect((await take(office, { '又一次.png': blank })).known[0]?.message).toContain('还在待归档清单里');
    const { records } = await office.call('scan.find-records', { paper: 'inspection-record', query: '示例专利' });
    expect(records).toMatchObject([{ id, label: no }]);
    await office.fails('scan.bind', { id: scanId, paper: 'inspection-record', ownerId: 'nobody' }, 'not_found');
    await office.call('scan.bind', { id: scanId, paper: 'inspection-record', ownerId: id });
    await office.fails('scan.bind', { id: scanId, paper: 'inspection-record', ownerId: id }, 'bad_state');
    await office.fails('scan.set-aside', { id: scanId, reason: '重复' }, 'bad_state');
    const { known } = await take(office, { '第三次.png': blank });
    expect(known[0]?.message).toContain(`归入 ${no}　云州示例专利代理事务所 的现场检查笔录`);
    expect((await office.call('scan.list', {})).total).toBe(1);
  });

  it('of several papers in one PDF each find their record', async () => {
    const office = await openOffice();
    const first = await startInspection(office);
    const second = await startInspection(office, { startedAt: '2026-09-22T09:00' });
    const { bound } = await take(office, {
      '一叠.pdf': pdfOf([
        scanned(codeOf(first.id)),
        jpegOf(400, 400, (x, y) => (x * y) % 251),
        scanned(codeOf(second.id)),
      ]),
    });
    expect(bound.map(({ page, ownerId }) => [page, ownerId])).toEqual([
      [1, first.id],
      [3, second.id],
    ]);
  });

  it('can be set aside with a reason and bound later all the same', async () => {
    const office = await openOffice();
    const { id } = await startInspection(office);
    const scanId = (await take(office, { '白纸.png': pngOf(150, 150, () => 240) })).waiting[0]?.id ?? '';
    await office.call('scan.set-aside', { id: scanId, reason: '空白页' });
    expect((await office.call('scan.list', { state: 'set_aside' })).rows).toMatchObject([{ reason: '空白页' }]);
    await office.call('scan.bind', { id: scanId, paper: 'result-record', ownerId: id });
    expect((await office.call('scan.list', { state: 'bound' })).rows).toMatchObject([{ boundHow: 'hand' }]);
  });
});
