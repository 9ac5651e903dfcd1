import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packText } from '#shared/domain/rating/pack-text';
import { openTestEngine, type TestEngine } from '../../support/engine';
import { openOffice } from '../../support/office';
import { officePack, packFile, packRows, type RawPack, shippedText } from '../../support/packs';

const { nodes, grades, cases, bases } = officePack();
const withNodes = (change: (list: RawPack[]) => unknown): RawPack => {
  const copy = structuredClone(nodes) as RawPack[];
  change(copy);
  return { nodes: copy };
};
const withGrades = (change: (list: RawPack[]) => unknown): RawPack => {
  const copy = structuredClone(grades) as RawPack[];
  change(copy);
  return { grades: copy };
};
const firstLeaf = (list: RawPack[], path: string): { leaf: RawPack; path: string } => {
  const [first] = list;
  if (!first) throw new Error('the pack has no nodes');
  return first['leaf']
    ? { leaf: first['leaf'], path: `${path}.0.leaf` }
    : firstLeaf(first['children'], `${path}.0.children`);
};
const leafPath = firstLeaf(nodes, 'nodes').path;

const refused: [string, RawPack, string, string][] = [
  ['a field nobody knows', { script: 'score * 2' }, 'script', '没有名为“script”的栏目'],
  ['a missing field', { issuer: undefined }, 'issuer', '缺少这一项，请补上'],
  ['a list where words belong', { title: ['x'] }, 'title', '此处应当是文字'],
  ['a kind of subject nobody knows', { subjectKinds: ['patent_agency', 'martian'] }, 'subjectKinds.1', '“martian”'],
  [
    'a name of an object for a kind',
    { subjectKinds: ['patent_agency', 'constructor'] },
    'subjectKinds.1',
    '“constructor”',
  ],
  ['a title that turns the writing round', { title: '\u202e云州' }, 'title', '控制字符'],
  ['a pack from a newer program', { format: 2 }, 'format', '由更新版本的程序制作，请先升级本程序'],
  ['bands with a gap', withGrades((list) => Object.assign(list[1] ?? {}, { from: 61 })), 'grades.1', '空档'],
  ['bands that overlap', withGrades((list) => Object.assign(list[1] ?? {}, { from: 1 })), 'grades.1', '重叠'],
  [
    'weights that do not add up',
    { model: 'weighted', nodes: (nodes as RawPack[]).map((node, i) => ({ ...node, weight: i === 0 ? 50 : 1 })) },
    'nodes',
    '同级权重合计应为 100',
  ],
  ['no case', { cases: [] }, 'cases', '没有验证用例'],
  [
    'a code that the catalogue does not have',
    withNodes((list) => Object.assign(firstLeaf(list, 'nodes').leaf['facts'] ?? {}, { items: ['no_such_item'] })),
    `${leafPath}.facts.items.0`,
    '目录中没有信息项“no_such_item”',
  ],
  ['dates in the wrong order', { effectiveTo: '2000-01-01' }, 'effectiveTo', '失效日期早于生效日期'],
  [
    'dates of a basis in the wrong order',
    { bases: [{ ...bases[0], to: '1999-01-01' }, ...bases.slice(1)] },
    'bases.0.to',
    '依据的失效日期早于生效日期',
  ],
  ['itself as its base', { extends: { id: 'yunzhou-agency', version: 1, changes: ['x'] } }, 'extends', '以自己'],
  [
    'a case that comes out otherwise',
    { cases: [{ ...cases[0], expect: { ...cases[0].expect, score: 12.5 } }, ...cases.slice(1)] },
    'cases.0.expect',
    '未通过：应为 12.5 分',
  ],
  [
    'code in place of a rule',
    withNodes((list) => Object.assign(list[0] ?? {}, { leaf: 'return 100', children: undefined })),
    'nodes.0.leaf',
    '',
  ],
];

async function refuses(test: TestEngine, file: string, code: 'bad_pack' | 'bad_file' | 'conflict') {
  const before = packRows(test);
  const { auditEntries } = await test.call('store.status', {});
  const error = await test.fails('pack.import', { file }, code);
  expect(packRows(test)).toEqual(before);
  expect((await test.call('store.status', {})).auditEntries).toBe(auditEntries);
  return error;
}

test.each(refused)(
  'a file with %s is refused with its place; nothing is kept, nothing changes',
  async (_what, change, path, message) => {
    const office = await openOffice();
    const before = await office.call('pack.list', {});
    const error = await refuses(office, packFile(office, officePack(change)), 'bad_pack');
    const problem = error.details.find((one) => one.path === path);
    expect(problem, JSON.stringify(error.details)).toBeDefined();
    expect(problem?.message).toContain(message);
    expect(error.message).toMatch(/^评价规则包不能使用，.*请改正后重新导入$/);
    expect(await office.call('pack.list', {})).toEqual(before);
  },
);

test('a file that is no JSON is refused with line and column, one in another encoding with what to do', async () => {
  const office = await openOffice();
  const text = packText(officePack());
  const broken = await refuses(office, packFile(office, text.replace('"version": 1,', '"version": 1;')), 'bad_pack');
  expect(broken.details[0]?.message).toBe('不是有效的 JSON：第 4 行第 15 列不应出现“;”');
  const twice = await refuses(
    office,
    packFile(office, text.replace('"version": 1,', '"version": 1,\n"version": 2,')),
    'bad_pack',
  );
  expect(twice.details[0]?.message).toContain('第 5 行第 1 列的栏目“version”在同一处写了两次');
  const gbk = office.choose('gbk.json', Uint8Array.of(0x7b, 0x22, 0xd4, 0xc6, 0x22, 0x7d));
  expect((await refuses(office, gbk, 'bad_pack')).message).toContain('不是 UTF-8 编码');
  expect((await refuses(office, packFile(office, '[]'), 'bad_pack')).code).toBe('bad_pack');
  await refuses(office, office.choose('gone.json'), 'bad_file');
});

test('a pack of 5 MB is refused by its size before it is read', async () => {
  const office = await openOffice();
  const file = office.choose('big.json', '');
  writeFileSync(join(office.dir, 'big.json'), Buffer.alloc(5 * 1024 * 1024, 0x20));
  const error = await refuses(office, file, 'bad_file');
  expect(error.message).toContain('大小为 5.0 MB，超过上限 2 MB');
  // the same limit for what is edited here: otherwise the office could not carry its own pack anywhere
  const content = officePack({ notice: 'x'.repeat(2 * 1024 * 1024 + 1) });
  const { problems } = await office.call('pack.check', { content });
  expect(problems[0]).toMatchObject({ path: '', message: expect.stringContaining('超过上限 2 MB') });
});

test('another content under a name and version that is taken is refused; the same again is no second pack', async () => {
  const office = await openOffice();
  const shipped: RawPack = JSON.parse(shippedText('patent-agency-credit.v2'));
  const error = await refuses(office, packFile(office, { ...shipped, title: '冒名' }), 'conflict');
  expect(error.details[0]).toMatchObject({ path: 'version' });
  expect(error.message).toContain('内容不同');
  expect(await office.call('pack.import', { file: packFile(office, shippedText('patent-agency-credit.v2')) })).toEqual({
    packId: 'patent-agency-credit',
    version: 2,
    title: shipped['title'],
    alreadyThere: true,
  });
  await office.call('pack.import', { file: packFile(office, officePack()) });
  await refuses(office, packFile(office, officePack({ title: '改过' })), 'conflict');
  // only the blanks differ: it is the same pack
  expect(await office.call('pack.import', { file: packFile(office, JSON.stringify(officePack())) })).toMatchObject({
    alreadyThere: true,
  });
  expect(packRows(office).packs).toBe(1);
});

test('packs that name each other as base are refused with the circle; a base that is not there is only a warning', async () => {
  const office = await openOffice();
  const base = (id: string) => ({ id, version: 1, changes: ['x'] });
  const a = officePack({ id: 'pack-a', title: '甲', extends: base('pack-b') });
  await office.call('pack.import', { file: packFile(office, a) });
  const { check, differences } = await office.call('pack.get', { packId: 'pack-a', version: 1 });
  expect(check).toMatchObject({ problems: [], warnings: [{ path: 'extends' }] });
  expect(differences).toEqual([]);
  const b = officePack({ id: 'pack-b', title: '乙', extends: base('pack-a') });
  const error = await refuses(office, packFile(office, b), 'bad_pack');
  expect(error.details).toEqual([
    { path: 'extends', message: '规则包互为基础，形成循环：乙 第 1 版 → 甲 第 1 版 → 乙 第 1 版' },
  ]);
});

test('a content nested without end cannot bring the engine down, checked, saved or tried', async () => {
  const office = openTestEngine();
  let chain: RawPack = {};
  for (let i = 0; i < 5000; i++) chain = { children: [chain] };
  const error = await office.fails('pack.check', { content: officePack({ nodes: [chain] }) }, 'bad_pack');
  expect(error.message).toContain('层次超过');
});
