import * as z from 'zod';
import { isIsoDate } from '../../kernel/dates';
import { badPack, parsePack } from '../basis/parse-pack';

export const code = z.string().regex(/^[a-z][a-z0-9_]{1,63}$/, '代码只能用小写字母、数字和下划线，并以字母开头');
export const isoDate = z.string().refine(isIsoDate, '不是有效日期（应为 YYYY-MM-DD）');
export const packId = z.string().regex(/^[a-z][a-z0-9-]{2,63}$/, '编号只能用小写字母、数字和连字符');
export const packStatus = z.enum(['official', 'sample', 'office']);
export type PackStatus = z.output<typeof packStatus>;

const text = z.string().min(1).max(2000);
const basisSchema = z.strictObject({ document: text, article: z.string().max(200), text: text.optional() });

const fieldSchema = z
  .strictObject({
    key: z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/, '字段名只能用字母和数字，并以小写字母开头'),
    label: text,
    type: z.enum(['text', 'date', 'money', 'integer', 'decimal', 'choice']),
    required: z.boolean(),
    choices: z.array(z.strictObject({ code: z.string().min(1).max(64), label: text })).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    unit: z.string().max(20).optional(),
  })
  .refine((field) => (field.type === 'choice') === (field.choices !== undefined && field.choices.length > 0), {
    path: ['choices'],
    error: '选择型字段应当列出选项，其他类型不得列出选项',
  });

const itemSchema = z.strictObject({
  code,
  name: text,
  nature: z.enum(['negative', 'positive', 'neutral']),
  provider: text,
  frequency: z.enum(['realtime', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly', 'as_needed']),
  fields: z.array(fieldSchema).max(60),
  disclosure: z.enum(['open', 'shared', 'internal']),
  retentionMonths: z.int().positive().nullable(),
  validityMonths: z.int().positive().nullable(),
  subjectKinds: z.array(code).min(1),
  basis: basisSchema,
  verified: z.boolean(),
  note: text.optional(),
});

export const cataloguePackSchema = z.strictObject({
  format: z.literal(1),
  id: packId,
  version: z.int().positive(),
  title: text,
  place: text,
  issuer: text,
  status: packStatus,
  effectiveFrom: isoDate,
  effectiveTo: isoDate.nullable(),
  items: z.array(itemSchema).min(1),
});

/** The catalogue of credit information: which kinds of fact exist, what they carry and on what basis. */
export type CataloguePack = Readonly<z.output<typeof cataloguePackSchema>>;
export type CatalogueItem = Readonly<z.output<typeof itemSchema>>;
export type CatalogueField = Readonly<z.output<typeof fieldSchema>>;
export type Nature = CatalogueItem['nature'];
export type Disclosure = CatalogueItem['disclosure'];
export type Frequency = CatalogueItem['frequency'];
export type FieldType = CatalogueField['type'];

const TITLE = '信用信息目录';

/**
 * Reads a catalogue pack and checks what a schema cannot: unique codes and keys, dates in order.
 *
 * @throws AppError `bad_pack` with the path of each problem
 * @example const catalogue = parseCataloguePack(JSON.parse(text)); catalogue.items[0].code // 'penalty_patent'
 */
export function parseCataloguePack(json: unknown): CataloguePack {
  const pack = parsePack(cataloguePackSchema, json, TITLE);
  const problems = [
    ...repeats(pack.items.map((item) => item.code)).map((index) => ({
      path: `items.${index}.code`,
      message: `信息项代码“${pack.items[index]?.code}”重复`,
    })),
    ...pack.items.flatMap((item, i) =>
      repeats(item.fields.map((field) => field.key)).map((index) => ({
        path: `items.${i}.fields.${index}.key`,
        message: `字段“${item.fields[index]?.key}”重复`,
      })),
    ),
  ];
  if (pack.effectiveTo !== null && pack.effectiveTo < pack.effectiveFrom) {
    problems.push({ path: 'effectiveTo', message: '失效日期早于生效日期' });
  }
  if (problems.length > 0) throw badPack(TITLE, problems);
  return pack;
}

/** @example findItem(catalogue, 'serious_list')?.name // '列入严重违法失信名单' */
export function findItem(catalogue: CataloguePack, itemCode: string): CatalogueItem | undefined {
  return catalogue.items.find((item) => item.code === itemCode);
}

/** Which items record misconduct. @example negativeItems(catalogue)('serious_list') // true */
export const negativeItems =
  (catalogue: CataloguePack) =>
  (itemCode: string): boolean =>
    findItem(catalogue, itemCode)?.nature === 'negative';

/** Positions whose value stood earlier in the list already. */
export function repeats(values: readonly string[]): number[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    if (seen.has(value)) return [index];
    seen.add(value);
    return [];
  });
}
