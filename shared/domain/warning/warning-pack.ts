import * as z from 'zod';
import { basis, packDate, packHead } from '../basis/basis';
import { badPack, parsePack } from '../basis/parse-pack';
import { type CataloguePack, findItem, repeats } from '../catalogue/catalogue';
import { decisionKinds, handlings } from '../filing/codes';
import { normaliseMark } from './normalise-mark';

const text = z.string().min(1).max(500);
const count = z.int().min(1).max(1_000_000);
const days = z.int().min(1).max(3660);

/** Each citation says for itself whether its text was checked; `verified` of the rule speaks of its figures. */
export const ruleBasis = basis.extend({ verified: z.boolean() });

const common = {
  id: z.string().regex(/^[a-z][a-z0-9-]{1,63}$/, '规则编号只能用小写字母、数字和连字符'),
  name: text,
  /** The side of the chain it watches, e.g. 商标资源囤积; leads are filtered by it. */
  dimension: text,
  /** The catalogue item that a confirmed lead becomes. */
  itemCode: z.string().min(1),
  bases: z.array(ruleBasis).min(1),
  verified: z.boolean(),
  note: text.optional(),
};

const rule = z.discriminatedUnion('kind', [
  /** At least `count` filings of one applicant (or through one agency) within `days` days. */
  z.strictObject({
    ...common,
    kind: z.literal('count_in_days'),
    list: z.enum(['abnormal_patent', 'trademark']),
    of: z.enum(['applicant', 'agency']),
    by: z.enum(['filedOn', 'notifiedOn']),
    count,
    days,
  }),
  /** At least `count` trademark filings of one applicant within `days` days over at least `classes` classes. */
  z.strictObject({ ...common, kind: z.literal('hoarding'), count, days, classes: z.int().min(1).max(45) }),
  /** A mark that contains a name of others or of a public resource; `owner` may file it. */
  z.strictObject({
    ...common,
    kind: z.literal('name_match'),
    terms: z
      .array(z.strictObject({ text: z.string().min(1).max(100), owner: text.optional() }))
      .min(1)
      .max(5000),
  }),
  /** At least `count` trademarks of one applicant assigned within `days` days to at least `assignees` others. */
  z.strictObject({ ...common, kind: z.literal('assignment'), count, days, assignees: count }),
  /** A decision of one of these kinds that is in force. */
  z.strictObject({
    ...common,
    kind: z.literal('effective_decision'),
    decisions: z.array(z.enum(decisionKinds)).min(1),
  }),
]);

const caseFiling = z.strictObject({
  list: z.enum(['abnormal_patent', 'trademark']),
  number: z.string().min(1),
  /** That many more with running numbers, so that a case of thirty filings is one line. */
  times: z.int().min(1).max(2000).default(1),
  /** Days between one and the next of them. */
  everyDays: z.int().min(0).max(400).default(0),
  title: z.string().default(''),
  applicant: z.string().min(1),
  code: z.string().optional(),
  agency: z.string().optional(),
  filedOn: packDate.optional(),
  notifiedOn: packDate.optional(),
  handling: z.enum(handlings).optional(),
  classes: z.array(z.int().min(1).max(45)).default([]),
  assignee: z.string().optional(),
  assignedOn: packDate.optional(),
  decisionKind: z.enum(decisionKinds).optional(),
  decisionNo: z.string().optional(),
  decidedOn: packDate.optional(),
});

const packCase = z.strictObject({
  name: text,
  filings: z.array(caseFiling).min(1),
  /** Every lead that must come out, and no other. */
  leads: z.array(z.strictObject({ rule: z.string(), party: z.string(), filings: count })),
});

export const warningPackSchema = packHead.extend({
  format: z.literal(1),
  place: text,
  issuer: text,
  rules: z.array(rule).min(1),
  cases: z.array(packCase).min(1),
});

/** Rules that turn filing lists into leads; dated, with their bases and cases. */
export type WarningPack = Readonly<z.output<typeof warningPackSchema>>;
export type WarningRule = Readonly<z.output<typeof rule>>;
export type WarningCase = Readonly<z.output<typeof packCase>>;
export type RuleOf<Kind extends WarningRule['kind']> = Extract<WarningRule, { kind: Kind }>;

/**
 * Reads a warning pack and checks what a schema cannot: unique rule ids and terms, items of the catalogue, dates.
 *
 * @throws AppError `bad_pack` with the path of each problem
 */
export function parseWarningPack(json: unknown, catalogue: CataloguePack, title = '预警规则包'): WarningPack {
  const pack = parsePack(warningPackSchema, json, title);
  const ids = new Set(pack.rules.map(({ id }) => id));
  const problems = [
    ...repeats(pack.rules.map(({ id }) => id)).map((index) => ({
      path: `rules.${index}.id`,
      message: `规则编号“${pack.rules[index]?.id}”重复`,
    })),
    ...pack.rules.flatMap((entry, index) =>
      findItem(catalogue, entry.itemCode)
        ? []
        : [{ path: `rules.${index}.itemCode`, message: `信用信息目录中没有信息项“${entry.itemCode}”` }],
    ),
    ...pack.rules.flatMap((entry, index) => {
      if (entry.kind !== 'name_match') return [];
      const terms = entry.terms.map((term) => normaliseMark(term.text));
      return [
        ...repeats(terms).map((at) => ({ path: `rules.${index}.terms.${at}.text`, message: `名称“${terms[at]}”重复` })),
        ...terms.flatMap((term, at) =>
          term === '' ? [{ path: `rules.${index}.terms.${at}.text`, message: '名称不能只有空格' }] : [],
        ),
      ];
    }),
    ...pack.cases.flatMap((entry, index) =>
      entry.leads.flatMap((lead, at) =>
        ids.has(lead.rule) ? [] : [{ path: `cases.${index}.leads.${at}.rule`, message: `没有规则“${lead.rule}”` }],
      ),
    ),
  ];
  if (pack.effectiveTo !== null && pack.effectiveTo < pack.effectiveFrom)
    problems.push({ path: 'effectiveTo', message: '失效日期早于生效日期' });
  if (problems.length > 0) throw badPack(title, problems);
  return pack;
}
