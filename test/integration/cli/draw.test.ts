import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, runCli } from '../../support/cli';
import { temporaryFolder } from '../../support/store';

test('a draw on the command line takes two calls, so that the hash can be announced before the public value exists', () => {
  const store = ['--store', temporaryFolder()];
  const sample = (name: string) => join(root, 'resources/samples', name);
  runCli('import', 'officers', sample('执法人员名单.xlsx'), ...store);
  const list = JSON.parse(runCli('call', 'officer.list', ...store).stdout) as { officers: { name: string }[] };
  const user = ['--user', list.officers[0]?.name ?? '', ...store];
  expect(runCli('import', 'subjects', sample('代理机构名录.xlsx'), ...user).status).toBe(0);

  const hasty = runCli('draw', '2027', '3 5 1 6', ...user);
  expect([hasty.status, hasty.stdout]).toEqual([1, '']);
  expect(hasty.stderr).toContain('公开值要在名录冻结并公布之后才给');

  const frozen = runCli('draw', '2027', ...user).stdout;
  expect(frozen).toMatch(/SHA-256 [0-9a-f]{64}\nSM3 {5}[0-9a-f]{64}\n单位随机数承诺值 [0-9a-f]{64}\n/);
  const freezeId = /名录编号 (\S+)/.exec(frozen)?.[1] ?? '';
  const apart = runCli('draw', freezeId, '3 5 1 6', '3 5 1 7', '甲', '乙', '王见证', ...user);
  expect(apart.stderr).toContain('两人输入的公开随机值不一致');
  const drawn = runCli('draw', freezeId, '3 5 1 6', '3 5 1 6', '甲', '乙', '王见证', ...user);
  expect(drawn.stderr).toBe('');
  expect(drawn.stdout).toMatch(/抽取 \d+ 户次；复算一致：.*检查人员和跳过情况也一致/);
});
