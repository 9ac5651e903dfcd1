import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, runCli } from '../../support/cli';
import { temporaryFolder } from '../../support/store';

test.each([
  ['a mistyped option', ['verify', '--sotre', 'x']],
  ['an option without its value', ['verify', '--store']],
  ['a switch with a value', ['verify', '--json=1']],
  ['a second file where one is taken', ['import', 'subjects', 'a.csv', 'b.csv']],
  ['an argument nobody asked for', ['backup', 'here']],
])('%s is refused in one sentence, instead of quietly working on the default store', (_what, args) => {
  const home = temporaryFolder();
  const env = { ...process.env, ZHIXIN_ROOT: root, HOME: home, XDG_CONFIG_HOME: join(home, 'config'), APPDATA: home };
  const run = spawnSync(process.execPath, [join(root, 'out/main/cli.js'), ...args], { encoding: 'utf8', env });
  expect(run.status).toBe(1);
  expect(run.stderr.trim()).toMatch(/^[^\n]*没有执行。[^\n]*$/);
  expect(readdirSync(home)).toEqual([]);
});

test('errors in the arguments come in the envelope when it was asked for', () => {
  const run = runCli('verify', '--sotre', 'x', '--json');
  expect(JSON.parse(run.stderr)).toMatchObject({ ok: false, error: { code: 'bad_input' } });
});

test('a reader that stops reading does not crash the command', () => {
  const run = spawnSync('sh', ['-c', `"${process.execPath}" out/main/cli.js routes | head -c 20`], {
    encoding: 'utf8',
    cwd: root,
    env: { ...process.env, ZHIXIN_ROOT: root },
  });
  expect(run.stdout).toHaveLength(20);
  expect(run.stderr).toBe('');
});

test('paths with blanks and Chinese letters, relative to where the command runs, are taken as they are', () => {
  const folder = join(temporaryFolder(), '办案 资料');
  mkdirSync(folder);
  const cli = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'out/main/cli.js'), ...args], {
      encoding: 'utf8',
      cwd: folder,
      env: { ...process.env, ZHIXIN_ROOT: root },
    });
  const office = { name: '云州市知识产权局', code: '云知', district: '云州市', address: '', phone: '' };
  const officers = join(root, 'resources/samples/执法人员名单.xlsx');
  expect(cli('import', 'officers', officers, '--store', '我的 库').stderr).not.toContain('出错');
  const list = JSON.parse(cli('call', 'officer.list', '--store', '我的 库').stdout) as { officers: { name: string }[] };
  const user = ['--user', list.officers[0]?.name ?? '', '--store', '我的 库'];
  expect(cli('call', 'office.save', JSON.stringify(office), ...user).stderr).toBe('');
  const agencies = join(root, 'resources/samples/代理机构名录.xlsx');
  expect(cli('import', 'subjects', agencies, '--errors', '错误 行.xlsx', ...user).status).toBe(0);
  expect(cli('export', 'subject-list', '--out', '监管 对象.xlsx', ...user).status).toBe(0);
  expect(existsSync(join(folder, '监管 对象.xlsx'))).toBe(true);
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('text that begins like a file in call is stored as it was written', () => {
  const store = join(temporaryFolder(), 'store');
  const officer = {
    name: '@张示例',
    certificateNo: '>1',
    certificateUntil: null,
    station: '',
    position: '',
    skills: ['@商标'],
    leaves: [],
    active: true,
  };
  expect(runCli('call', 'officer.save', JSON.stringify(officer), '--store', store).stderr).toBe('');
  const { officers } = JSON.parse(runCli('call', 'officer.list', '--store', store).stdout) as { officers: unknown[] };
  expect(officers[0]).toMatchObject({ name: '@张示例', certificateNo: '>1', skills: ['@商标'] });
});
