import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import {
  createSubject,
  finishedInspection,
  type Office,
  openOffice,
  planVisit,
  startInspection,
} from '../../support/office';

const DAY = '2026-11-25';
const outing = (office: Office, change: Record<string, unknown> = {}) =>
  office.call('inspection.list-outing', { from: DAY, to: DAY, ...change });

/** Three visits of one day, in other places. */
async function threeVisits() {
  const office = await openOffice({ today: DAY });
  const made: string[] = [];
  for (const [name, address] of [
    ['丙事务所', '云州市乙路10号'],
    ['乙事务所', '云州市乙路2号'],
    ['甲事务所', '云州市甲路1号'],
  ] as const) {
    const subjectId = await createSubject(office, name, { address, phone: '0990-1234567' });
    const { id } = await planVisit({ ...office, subjectId }, { date: DAY });
    made.push(id);
  }
  return { office, made };
}
const names = (list: Awaited<ReturnType<typeof outing>>) => list.stops.map(({ subjectName }) => subjectName);

describe('the outing of a day', () => {
  it('lists the visits still to be made by their way, with what was found the last time', async () => {
    const { office } = await threeVisits();
    await finishedInspection(office);
    await planVisit(office, { date: DAY });
    await planVisit(office, { date: DAY, state: 'cancelled' });
    await planVisit(office, { date: '2026-11-26' });
    const list = await outing(office);
    expect([...names(list)].sort()).toEqual(['丙事务所', '乙事务所', '云州示例专利代理事务所', '甲事务所'].sort());
    const before = list.stops.find(({ subjectName }) => subjectName === '云州示例专利代理事务所');
    expect(before).toMatchObject({
      ...{ lastVisitOn: '2026-09-21', checklistTitle: '专利代理机构检查表', takenAt: null },
      lastProblems: [{ itemCode: 'PA-01', rectified: null }],
    });
    expect(before?.bring).toContain('行政检查通知书');
    const at = (name: string) => names(list).indexOf(name);
    expect(at('乙事务所')).toBeLessThan(at('丙事务所'));
    expect(names(await outing(office, { officerId: office.wang }))).toEqual([]);
    await office.fails('inspection.list-outing', { from: DAY, to: '2026-11-01' }, 'bad_input');
  });

  it('keeps the order that the officers made, and who took what out when', async () => {
    const { office, made } = await threeVisits();
    const [first = '', second = '', third = ''] = made;
    await office.call('inspection.save-route', { visitIds: [third, first, second] });
    expect((await outing(office)).stops.map(({ visitId }) => visitId)).toEqual([third, first, second]);
    await office.call('inspection.save-route', { visitIds: [second, third, first] });
    await office.call('inspection.take-out', { visitIds: [first, third], out: true });
    const { stops } = await outing(office);
    expect(stops.map(({ visitId, takenBy }) => [visitId, takenBy])).toEqual([
      [second, null],
      [third, '张示例'],
      [first, '张示例'],
    ]);
    await office.call('inspection.take-out', { visitIds: [third], out: false });
    expect((await outing(office)).stops[1]).toMatchObject({ takenAt: null, takenBy: null, position: 2 });
    await office.fails('inspection.save-route', { visitIds: [first, first] }, 'bad_input');
    await office.fails('inspection.take-out', { visitIds: ['nothing'], out: true }, 'not_found');
    const cancelled = await planVisit(office, { date: DAY, state: 'cancelled' });
    await office.fails('inspection.take-out', { visitIds: [cancelled.id], out: true }, 'bad_state');
    expect(await office.call('store.verify', {})).toMatchObject({ ok: true });
  });

  it('leads to the inspection that was opened from it', async () => {
    const office = await openOffice({ today: DAY });
    const visit = await planVisit(office, { date: DAY });
    const { id } = await startInspection(office, { visitId: visit.id, startedAt: `${DAY}T09:00` });
    expect((await outing(office)).stops).toMatchObject([{ visitId: visit.id, inspectionId: id }]);
  });

  it('goes along as one sheet', async () => {
    const { office } = await threeVisits();
    const path = join(office.dir, '日程单.xlsx');
    office.engine.grants.add('day-sheet', { path, mode: 'write' });
    const job = await office.call('report.export', { report: 'day-sheet', params: { date: DAY }, target: 'day-sheet' });
    expect(job.rows).toBe(3);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const text = JSON.stringify(book.worksheets[0]?.getSheetValues());
    for (const words of ['甲事务所', '0990-1234567', '云州市乙路10号', '没有检查记录', '□执法证'])
      expect(text).toContain(words);
  });
});
