import type * as z from 'zod';
import { zhCN } from 'zod/locales';
import { AppError, type FieldProblem } from '../../kernel/errors';

const MAX_DEPTH = 80;
const MAX_PROBLEMS = 50;
const localeError = zhCN().localeError;

/**
 * Parses a pack of any kind against its schema.
 *
 * @param json what `JSON.parse` gave
 * @param title what messages call it: the word for its kind, or the name of the file
 * @throws AppError `bad_pack`, with the path of each problem in the file
 * @example parsePack(cataloguePackSchema, JSON.parse(text), '信用信息目录')
 */
export function parsePack<S extends z.ZodType>(schema: S, json: unknown, title: string): z.output<S> {
  refuseTooDeep(json, title);
  refuseNewerFormat(json, title);
  const parsed = schema.safeParse(json, { error: localeError, reportInput: true });
  if (parsed.success) return parsed.data;
  throw badPack(title, parsed.error.issues.flatMap(toProblems));
}

/** The one wording of a refused pack: what is wrong first, where, and that nothing was put in force. */
export function badPack(title: string, problems: readonly FieldProblem[]): AppError {
  const first = problems[0];
  const where = first?.path ? `${first.path}：` : '';
  const more = problems.length > 1 ? `（共 ${problems.length} 处）` : '';
  return new AppError(
    'bad_pack',
    `${title}不能使用，${where}${first?.message ?? '内容有误'}${more}，请改正后重新导入`,
    problems.slice(0, MAX_PROBLEMS),
  );
}

function toProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: `没有名为“${key}”的栏目` }));
  }
  return [{ path: path.join('.'), message: issue.code === 'invalid_type' ? wrongType(issue) : issue.message }];
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数',
  int: '整数',
  boolean: 'true 或 false',
  object: '带花括号的一组栏目',
  record: '带花括号的一组栏目',
  array: '带方括号的列表',
};

/** The library's own sentence names types of JavaScript, which the editor of a pack need not know. */
function wrongType({ expected, input }: z.core.$ZodIssueInvalidType): string {
  if (input === undefined) return '缺少这一项，请补上';
  if (typeof input === 'number' && !Number.isFinite(input)) return '不是一个有限的数';
  return `此处应当是${TYPE_WORDS[expected] ?? expected}`;
}

// A file nested thousands deep would exhaust the stack of the schema; refuse it before, without recursion.
export function refuseTooDeep(json: unknown, title: string): void {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: json, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth > MAX_DEPTH) throw badPack(title, [{ path: '', message: `层次超过 ${MAX_DEPTH} 层` }]);
    for (const value of Object.values(next.value)) open.push({ value, depth: next.depth + 1 });
  }
}

function refuseNewerFormat(json: unknown, title: string): void {
  if (typeof json !== 'object' || json === null || !('format' in json)) return;
  if (typeof json.format === 'number' && json.format > 1) {
    throw badPack(title, [{ path: 'format', message: '由更新版本的程序制作，请先升级本程序' }]);
  }
}
