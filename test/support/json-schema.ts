type Schema = Readonly<Record<string, unknown>>;
type Check = (value: unknown, limit: never, root: Schema, at: string) => string[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
};

const fails = (broken: boolean, at: string, what: string): string[] => (broken ? [`${at}: ${what}`] : []);
const size = (value: unknown): number => (typeof value === 'string' || Array.isArray(value) ? value.length : 0);

const CHECKS: Readonly<Record<string, Check>> = {
  type: (value, types: string | readonly string[], _root, at) =>
    fails(![types].flat().some((type) => TYPES[type]?.(value)), at, `no ${types}`),
  const: (value, wanted: unknown, _root, at) => fails(value !== wanted, at, `not ${wanted}`),
  enum: (value, list: readonly unknown[], _root, at) => fails(!list.includes(value), at, `not among ${list}`),
  pattern: (value, text: string, _root, at) =>
    fails(typeof value === 'string' && !new RegExp(text, 'u').test(value), at, `not like ${text}`),
  minLength: (value, limit: number, _root, at) => fails(typeof value === 'string' && size(value) < limit, at, 'short'),
  maxLength: (value, limit: number, _root, at) => fails(typeof value === 'string' && size(value) > limit, at, 'long'),
  minItems: (value, limit: number, _root, at) => fails(Array.isArray(value) && size(value) < limit, at, 'few items'),
  minimum: (value, limit: number, _root, at) => fails(typeof value === 'number' && value < limit, at, 'too small'),
  maximum: (value, limit: number, _root, at) => fails(typeof value === 'number' && value > limit, at, 'too big'),
  exclusiveMinimum: (value, limit: number, _root, at) =>
    fails(typeof value === 'number' && value <= limit, at, 'too small'),
  required: (value, keys: readonly string[], _root, at) =>
    isObject(value) ? keys.flatMap((key) => fails(!(key in value), at, `no ${key}`)) : [],
  items: (value, schema: Schema, root, at) =>
    Array.isArray(value) ? value.flatMap((item, i) => schemaProblems(item, schema, root, `${at}/${i}`)) : [],
  $ref: (value, ref: string, root, at) => {
    const target = ref
      .split('/')
      .slice(1)
      .reduce<unknown>((where, key) => (isObject(where) ? where[key] : undefined), root);
    if (!isObject(target)) throw new Error(`no ${ref} in the schema`);
    return schemaProblems(value, target, root, at);
  },
  anyOf: (value, list: readonly Schema[], root, at) =>
    fails(!list.some((one) => schemaProblems(value, one, root, at).length === 0), at, 'none of the forms'),
  oneOf: (value, list: readonly Schema[], root, at) =>
    fails(list.filter((one) => schemaProblems(value, one, root, at).length === 0).length !== 1, at, 'not one form'),
};

const ANNOTATIONS = new Set(['$schema', '$id', '$defs', 'id', 'title', 'description', 'default', 'format']);
const OBJECT_KEYWORDS = new Set(['properties', 'additionalProperties', 'propertyNames']);

/** The part of JSON Schema that our own schemas use; a keyword it does not know stops the test. */
export function schemaProblems(value: unknown, schema: Schema, root: Schema = schema, at = ''): string[] {
  const problems = Object.entries(schema).flatMap(([keyword, limit]) => {
    if (ANNOTATIONS.has(keyword) || OBJECT_KEYWORDS.has(keyword)) return [];
    const check = CHECKS[keyword];
    if (check === undefined) throw new Error(`the schema uses ${keyword}, which this check does not know`);
    return check(value, limit as never, root, at);
  });
  if (!isObject(value)) return problems;
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  const rest = schema['additionalProperties'];
  const ofMembers = Object.entries(value).flatMap(([key, item]) => {
    const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (own !== undefined) return schemaProblems(item, own, root, `${at}/${key}`);
    if (rest === false) return [`${at}: unknown ${key}`];
    return isObject(rest) ? schemaProblems(item, rest, root, `${at}/${key}`) : [];
  });
  return [...problems, ...ofMembers];
}
