import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { conditionSchema } from '#shared/domain/rating/condition';
import { leafSchema, selectionSchema } from '#shared/domain/rating/leaf';
import { nodeSchema, ratingPackSchema } from '#shared/domain/rating/pack';
import { schemaProblems } from '../../support/json-schema';
import { type RawPack, rawPack } from './build-pack';

const folder = join(import.meta.dirname, '../../../resources/packs/rating');
const file = join(folder, 'schema.json');
const files = readdirSync(folder).filter((name) => /\.v\d+\.json$/.test(name));
const read = (path: string): RawPack => JSON.parse(readFileSync(path, 'utf8'));

/** The published schema, for editors and for those who write packs with other tools. */
function publishedSchema(): string {
  const names = z
    .registry<{ id: string }>()
    .add(conditionSchema, { id: 'condition' })
    .add(selectionSchema, { id: 'selection' })
    .add(leafSchema, { id: 'leaf' })
    .add(nodeSchema, { id: 'node' });
  const { $schema, ...schema } = z.toJSONSchema(ratingPackSchema, { io: 'input', metadata: names });
  const head = {
    $schema,
    title: '评价规则包',
    description:
      '由程序的校验规则生成。编号不重复、引用存在、同级权重合计 100、分数区间不重叠不留空档、用例得出所写的结果等，由程序在导入时另行检查。文件不得超过 2 MB。',
  };
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
}

describe('the published schema of rating packs', () => {
  it('is the one the program checks by (UPDATE_SCHEMA=1 writes it anew)', () => {
    if (process.env['UPDATE_SCHEMA'] === '1') writeFileSync(file, publishedSchema());
    expect(readFileSync(file, 'utf8')).toBe(publishedSchema());
  });

  it.each(files)('accepts the shipped %s', (name) => {
    expect(schemaProblems(read(join(folder, name)), read(file))).toEqual([]);
  });

  it.each<[string, RawPack]>([
    ['an unknown field', { colour: 'red' }],
    ['a missing field', { title: undefined }],
    ['a wrong type', { version: '1' }],
    ['a node with a formula in place of a leaf', { nodes: [{ ...rawPack()['nodes'][0], leaf: 'score * 2' }] }],
    [
      'a condition outside the vocabulary',
      {
        vetoes: [
          { id: 'V', name: 'v', basis: ['B'], verified: true, ceiling: 'D', subject: { if: 'script', code: '1' } },
        ],
      },
    ],
    ['no cases', { cases: [] }],
  ])('refuses %s', (_what, over) => {
    expect(schemaProblems(JSON.parse(JSON.stringify(rawPack())), read(file))).toEqual([]);
    expect(schemaProblems(JSON.parse(JSON.stringify(rawPack(over))), read(file))).not.toEqual([]);
  });
});
