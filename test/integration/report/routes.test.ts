import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createEngine } from '../../../electron/engine/engine';
import { fixedClock, temporaryFolder } from '../../support/store';

test('through the router: the list, a proposed name, the export as a job, and the register of what was issued', async () => {
  const out = temporaryFolder();
  const engine = createEngine({
    storeDir: temporaryFolder(),
    resourcesDir: resolve(import.meta.dirname, '../../../resources'),
    nativeBinding: null,
    clock: fixedClock(),
    workerFile: null,
    checkOutput: true,
  });
  onTestFinished(() => engine.close());
  const call = async (route: string, input: unknown) => {
    const reply = await engine.invoke(route, input);
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value as never;
  };
  const office = { name: '云州市市场监督管理局', code: '云州市监', district: '', address: '', phone: '' };
  await call('office.save', office);
  const officer = {
    name: '钱办案一',
    certificateNo: '33010000',
    certificateUntil: null,
    station: '',
    position: '',
    skills: [],
    leaves: [],
    active: true,
  };
  const { id } = await call('officer.save', officer);
  await call('office.act-as', { officerId: id });

  const { reports } = (await call('report.list', {})) as { reports: { id: string; params: { noun?: string }[] }[] };
  expect(reports.find((report) => report.id === 'repair-report')?.params[0]?.noun).toBe('repair');
  const request = { report: 'rectification-ledger', params: { month: '2026-10' } };
  expect(await call('report.suggest-name', request)).toEqual({ fileName: '整改台账_2026-10.xlsx' });

  const path = join(out, '台账.xlsx');
  engine.grants.add('t1', { path, mode: 'write' });
  const result = await call('report.export', { ...request, target: 't1' });
  expect(result).toMatchObject({ fileName: '台账.xlsx', no: '云州市监整账〔2026〕1号', rows: 0 });
  expect(existsSync(path)).toBe(true);
  const { documents } = (await call('report.list-issued', {})) as { documents: unknown[] };
  expect(documents).toMatchObject([{ title: '整改月度台账', no: '云州市监整账〔2026〕1号', officerName: '钱办案一' }]);

  const refused = await engine.invoke('report.export', { ...request, target: 'never granted' });
  expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});
