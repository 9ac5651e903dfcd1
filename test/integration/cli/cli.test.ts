import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packText } from '#shared/domain/rating/pack-text';
import { writeList } from '../../../electron/excel/write/list-writer';
import { root, runCli, startCli } from '../../support/cli';
import { csvOf, validUscc } from '../../support/import-files';
import { officePack } from '../../support/packs';
import { temporaryFolder } from '../../support/store';

const officer = {
  name: '示明',
  certificateNo: 'A1',
  certificateUntil: null,
  station: '',
  position: '',
  skills: [],
  leaves: [],
  active: true,
};

function storeWithOfficer(): string {
  const store = join(temporaryFolder(), 'store');
  const run = runCli('call', 'officer.save', JSON.stringify(officer), '--store', store);
  expect(run.stderr).toBe('');
  return store;
}

test('routes lists every route with its kind and a usable input schema', () => {
  const run = runCli('routes', '--json');
  const list = JSON.parse(run.stdout) as { route: string; kind: string; input: { type: string } }[];
  expect(run.status).toBe(0);
  expect(list.length).toBeGreaterThan(80);
  expect(list.every((entry) => entry.input.type === 'object')).toBe(true);
  expect(list.find((entry) => entry.route === 'subject.run-import')?.kind).toBe('job');
});

test('call prints JSON, and errors are one Chinese sentence with exit code 1', () => {
  const store = storeWithOfficer();
  const list = runCli('call', 'officer.list', '--store', store);
  expect(JSON.parse(list.stdout)).toMatchObject({ officers: [{ name: '示明' }] });
  const wrong = runCli('call', 'officer.save', '{"name":""}', '--store', store);
  expect(wrong.status).toBe(1);
  expect(wrong.stderr.trim()).toMatch(/^填写有误：[^\n]+$/);
  const unknown = runCli('call', 'nobody.knows', '--store', store);
  expect(unknown.stderr.trim()).toContain('没有名为 nobody.knows 的功能');
  const envelope = runCli('call', 'nobody.knows', '--store', store, '--json');
  expect(JSON.parse(envelope.stderr)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  const broken = runCli('call', 'officer.list', '{oops', '--store', store);
  expect(broken.stderr).toContain('不是有效的 JSON');
});

test('packs lists, checks and imports rule packs; a bad file is told with its place and exit code 1', () => {
  const store = storeWithOfficer();
  const good = join(temporaryFolder(), 'good.json');
  writeFileSync(good, packText(officePack()));
  const checked = runCli('packs', 'check', good, '--store', store);
  expect([checked.status, checked.stdout]).toEqual([0, expect.stringContaining('问题 0 处')]);
  expect(runCli('packs', 'import', good, '--store', store).stdout).toContain('已导入 yunzhou-agency 第 1 版');
  expect(runCli('packs', 'import', good, '--store', store).stdout).toContain('本机已有');
  expect(runCli('packs', '--store', store).stdout).toMatch(/yunzhou-agency 第 1 版 .*（外来）/);
  const bad = join(temporaryFolder(), 'bad.json');
  writeFileSync(bad, packText(officePack({ cases: [] })));
  const refused = runCli('packs', 'check', bad, '--store', store);
  expect([refused.status, refused.stdout]).toEqual([1, expect.stringContaining('cases：没有验证用例')]);
  writeFileSync(bad, '{"format": 1,}');
  expect(runCli('packs', 'import', bad, '--store', store).stderr).toContain('第 1 行第 14 列之前多了一个逗号');
});

test('an unknown acting officer and an unknown command are refused in a sentence', () => {
  const store = storeWithOfficer();
  const who = runCli('call', 'officer.list', '--store', store, '--user', '无此人');
  expect(who.status).toBe(1);
  expect(who.stderr).toContain('没有找到执法人员“无此人”');
  expect(runCli('fly', '--store', store).stderr).toContain('没有名为 fly 的命令');
  expect(runCli('import', 'subjects', '--store', store).stderr).toContain('缺少参数');
});

test('import facts brings in a list under its item, source and day, and asks for all three', () => {
  const store = storeWithOfficer();
  const folder = temporaryFolder();
  const [subjects, classes] = [join(folder, 'a.csv'), join(folder, 'b.csv')];
  writeFileSync(
    subjects,
    csvOf([
      ['名称', '统一社会信用代码'],
      ['甲商贸有限公司', validUscc(1)],
    ]),
  );
  writeFileSync(
    classes,
    csvOf([
      ['名称', '统一社会信用代码', '风险等级'],
      ['甲商贸有限公司', validUscc(1), 'B'],
      ['乙公司', '', 'A'],
    ]),
  );
  expect(runCli('import', 'subjects', subjects, '--store', store).status).toBe(0);
  const list = ['import', 'facts', classes, '--store', store, '--item', 'general_risk_class', '--source', '省局'];
  const without = runCli(...list);
  expect([without.status, without.stderr]).toEqual([1, expect.stringContaining('--as-of')]);
  const run = runCli(...list, '--as-of', '2026-01-31', '--json');
  expect(JSON.parse(run.stdout)).toMatchObject({
    inserted: 1,
    failed: 1,
    problems: [{ rowNumber: 3, header: '名称' }],
  });
  const stored = JSON.parse(runCli('call', 'fact.list', '{}', '--store', store).stdout) as { rows: unknown[] };
  expect(stored.rows).toMatchObject([{ occurredOn: '2026-01-31', sourceOrg: '省局', fields: { class: 'B' } }]);
});

test('a second program on the same store is refused while the first runs', async () => {
  const store = storeWithOfficer();
  const file = join(temporaryFolder(), 'big.xlsx');
  await bigRegister(file, 30_000);
  const first = startCli('import', 'subjects', file, '--kind', 'enterprise', '--store', store);
  await once(first.stderr as NodeJS.ReadableStream, 'data');
  const second = runCli('verify', '--store', store);
  expect(second.status).toBe(1);
  expect(second.stderr).toContain('已在另一个知信办案台窗口或命令中打开');
  await once(first, 'exit');
});

test('an import killed half-way leaves nothing, and what was there before still verifies', async () => {
  const store = storeWithOfficer();
  const file = join(temporaryFolder(), 'big.xlsx');
  await bigRegister(file, 60_000);
  const child = startCli('import', 'subjects', file, '--kind', 'enterprise', '--store', store);
  await once(child.stderr as NodeJS.ReadableStream, 'data');
  child.kill('SIGKILL');
  const [code, signal] = await once(child, 'exit');
  expect([code, signal]).toEqual([null, 'SIGKILL']);
  const verified = runCli('verify', '--store', store);
  expect(verified.stderr).toBe('');
  expect(verified.stdout).toContain('全部相符');
  const list = JSON.parse(runCli('call', 'subject.list', '{"limit":1}', '--store', store).stdout) as { total: number };
  expect(list.total).toBe(0);
  const officers = JSON.parse(runCli('call', 'officer.list', '--store', store).stdout) as { officers: unknown[] };
  expect(officers.officers).toHaveLength(1);
});

test('backup and restore bring back what was there', () => {
  const store = storeWithOfficer();
  const backup = JSON.parse(runCli('backup', '--store', store, '--json').stdout) as { name: string };
  runCli('call', 'officer.save', JSON.stringify({ ...officer, certificateNo: 'A2' }), '--store', store);
  const restored = runCli('restore', backup.name, '--store', store);
  expect(restored.stdout).toContain('已恢复');
  const list = JSON.parse(runCli('call', 'officer.list', '--store', store).stdout) as { officers: unknown[] };
  expect(list.officers).toHaveLength(1);
  expect(runCli('verify', '--store', store).status).toBe(0);
});

test('files that are missing, damaged or of the wrong kind are refused by name', () => {
  const store = storeWithOfficer();
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'old.xls'), Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  for (const file of [join(folder, 'missing.xlsx'), join(folder, 'old.xls')]) {
    const run = runCli('import', 'subjects', file, '--store', store);
    expect(run.status).toBe(1);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).not.toContain('内部出错');
  }
});

test('a Node that is too old is told which one is needed instead of crashing', () => {
  // the same launcher, asking for a Node that does not exist yet, in a folder without a Node of its own
  const source = readFileSync(join(root, 'scripts/zhixin.mjs'), 'utf8');
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'zhixin.mjs'), source.replace('const NEEDED = 22;', 'const NEEDED = 99;'));
  const run = spawnSync(process.execPath, [join(folder, 'zhixin.mjs'), 'routes'], { encoding: 'utf8' });
  expect(run.status).toBe(1);
  expect(run.stderr.trim()).toMatch(/^需要 Node\.js 99[^\n]+当前是[^\n]+$/);
});

async function bigRegister(file: string, rows: number): Promise<void> {
  function* lines() {
    for (let i = 0; i < rows; i++) yield [`云州示例第${i}号企业`, '查无代码'];
  }
  await writeList(file, {
    sheetName: '名录',
    columns: [
      { header: '名称', width: 30, kind: 'text' },
      { header: '无代码原因', width: 20, kind: 'text' },
    ],
    rows: lines(),
    expectedRows: rows,
  });
}
