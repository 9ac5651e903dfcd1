import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { hashList } from '#shared/domain/plan/frozen-list';
import { announce, officeWithAgencies, PLAN_INPUT, PUBLIC_VALUE, visitsOf } from '../../support/draw';
import { shippedResources } from '../../support/engine';
import { finishedInspection, openOffice } from '../../support/office';
import { temporaryFolder } from '../../support/store';

const RULES = 'packs/sampling/beijing-practice.v1.json';

/** The shipped resources with other rules of sampling. */
function resourcesWith(change: (text: string) => string): string {
  const dir = temporaryFolder();
  mkdirSync(join(dir, 'packs/sampling'), { recursive: true });
  for (const [folder, own] of [
    ['', 'packs'],
    ['packs', 'sampling'],
  ] as const)
    for (const name of readdirSync(join(shippedResources, folder)))
      if (name !== own) symlinkSync(join(shippedResources, folder, name), join(dir, folder, name));
  writeFileSync(join(dir, RULES), change(readFileSync(join(shippedResources, RULES), 'utf8')));
  return dir;
}

test('rules with a ratio over 100 % are refused by name and nothing can be frozen by them', async () => {
  const resourcesDir = resourcesWith((text) =>
    text.replace('"numerator": 24, "denominator": 100', '"numerator": 124, "denominator": 100'),
  );
  const office = await openOffice({ resourcesDir });
  const error = await office.fails('plan.preview', PLAN_INPUT, 'bad_pack');
  expect(error.message).toContain('抽查比例超过 100%');
  await office.fails('plan.freeze', { ...PLAN_INPUT, title: '年度抽查' }, 'bad_pack');
  expect((await office.call('plan.list-freezes', {})).freezes).toEqual([]);
});

test('a pool in which everybody was inspected is previewed with the reason and not frozen', async () => {
  const office = await officeWithAgencies(0);
  await finishedInspection(office);
  const preview = await office.call('plan.preview', PLAN_INPUT);
  expect(preview).toMatchObject({ total: 0 });
  expect(preview.problems.join()).toContain('候选名录为空');
  expect((await office.fails('plan.freeze', { ...PLAN_INPUT, title: '年度抽查' }, 'bad_input')).message).toContain(
    '候选名录为空',
  );
});

test('never more are picked than the pool holds, and a list that asks for more is not drawn from', async () => {
  const office = await officeWithAgencies(0);
  const { freezeId } = await announce(office);
  const handle = new Database(office.engine.store.file);
  const { list } = handle.prepare('select list from plan_freeze').get() as { list: string };
  const store = handle.prepare('update plan_freeze set list = ?, list_sha256 = ?, list_sm3 = ?, officers_sha256 = ?');
  const keep = (text: string) => {
    const { sha256, sm3, officersSha256 } = hashList(text);
    store.run(text, sha256, sm3, officersSha256);
  };
  const more = list.replace(/^(stratum\|good_patent(?:\|[^|\n]*){4}\|)1 /m, '$15 ');
  expect(more, 'the line of the stratum was found').not.toBe(list);
  keep(more);
  await office.fails('plan.draw', { freezeId, ...PUBLIC_VALUE }, 'bad_input');
  expect((await office.call('plan.list', {})).plans).toEqual([]);
  keep(list);
  handle.close();
  const { planId } = await office.call('plan.draw', { freezeId, ...PUBLIC_VALUE });
  expect(await visitsOf(office, planId)).toHaveLength(1);
});

test('the check of a draw names the visit that was exchanged afterwards', async () => {
  const office = await officeWithAgencies();
  const { planId } = await office.call('plan.draw', (await announce(office)).draw);
  const handle = new Database(office.engine.store.file);
  const [visit] = await visitsOf(office, planId);
  handle.prepare("update visit set code = '99999' where id = ?").run(visit?.id);
  handle.close();
  const { ok, message } = await office.call('plan.verify', { id: planId });
  expect(ok).toBe(false);
  expect(message).toContain(`应当检查 ${visit?.code}，检查安排中没有`);
});
