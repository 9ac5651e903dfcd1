import { parsePack } from '#shared/domain/basis/parse-pack';
import type { CataloguePack } from '#shared/domain/catalogue/catalogue';
import { comparePacks } from '#shared/domain/rating/compare-packs';
import { unverifiedRules } from '#shared/domain/rating/explain';
import { type RatingPack, ratingPackSchema } from '#shared/domain/rating/pack';
import { packChain } from '#shared/domain/rating/pack-chain';
import { packProblems } from '#shared/domain/rating/pack-check';
import { MAX_PACK_BYTES, PACK_TITLE, packText } from '#shared/domain/rating/pack-text';
import { runPackCases } from '#shared/domain/rating/run-cases';
import { AppError, type FieldProblem } from '#shared/kernel/errors';
import { type PackLibrary, packFinder } from './pack-library';
import { tooBigText } from './read-pack-file';

export type PackCheck = {
  /** Null when not even its shape is right. */
  readonly pack: RatingPack | null;
  readonly problems: readonly FieldProblem[];
  readonly warnings: readonly FieldProblem[];
  readonly cases: readonly { readonly name: string; readonly passed: boolean; readonly sentence: string }[];
  readonly bytes: number;
  readonly unverified: number;
};

type Known = {
  readonly catalogue: CataloguePack;
  readonly library: PackLibrary;
  /** Is it being edited in this office? */
  readonly draft: boolean;
};

/** What a copy says of its changes until its editor says better. */
export const untouched = ({ title, version }: { readonly title: string; readonly version: number }): string =>
  `由《${title}》第 ${version} 版复制，${UNTOUCHED}`;
const UNTOUCHED = '尚未改动';

/**
 * Everything that can be said of a content before it may be put in force. Its cases run once nothing else is wrong.
 *
 * @throws AppError `bad_pack` only for what is nested so deep that it cannot be looked at
 */
export function checkPack(content: unknown, known: Known): PackCheck {
  const bytes = Buffer.byteLength(packText(content));
  const size = bytes > MAX_PACK_BYTES ? [{ path: '', message: `内容${tooBigText(bytes)}` }] : [];
  const { pack, problems } = parse(content);
  if (pack === null) return { pack, problems: [...size, ...problems], warnings: [], cases: [], bytes, unverified: 0 };
  const own = packProblems(pack, known.catalogue);
  const chain = packChain(pack, packFinder(known.library));
  const run = own.length === 0 ? runCases(pack) : { cases: [], problems: [] };
  return {
    pack,
    problems: [...size, ...own, ...chain.problems, ...(known.draft ? draftProblems(pack, known) : []), ...run.problems],
    warnings: chain.warnings,
    cases: run.cases.map(({ name, passed, sentence }) => ({ name, passed, sentence })),
    bytes,
    unverified: unverifiedRules(pack).length,
  };
}

function parse(content: unknown): { readonly pack: RatingPack | null; readonly problems: readonly FieldProblem[] } {
  try {
    return { pack: parsePack(ratingPackSchema, content, PACK_TITLE), problems: [] };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { pack: null, problems: error.details };
  }
}

function runCases(pack: RatingPack) {
  try {
    return { cases: runPackCases(pack), problems: [] };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { cases: [], problems: [{ path: 'cases', message: `验证用例无法计算：${error.message}` }] };
  }
}

/** What an office may not say of rules it edits itself. */
function draftProblems(pack: RatingPack, { library, catalogue }: Known): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (pack.status === 'official')
    problems.push({ path: 'status', message: '本局编辑的规则包不是官方规则，性质应当为本局规则或样例规则' });
  const base = pack.extends && packFinder(library)(pack.extends);
  const silent = pack.extends?.changes.findIndex((text) => text.endsWith(UNTOUCHED)) ?? -1;
  if (base && silent >= 0 && comparePacks(base, pack, catalogue).some(({ part }) => part !== 'head' && part !== 'case'))
    problems.push({
      path: `extends.changes.${silent}`,
      message: `规则已有改动，此处仍写“${UNTOUCHED}”，请写明作了哪些改动`,
    });
  return problems;
}

/** Problems and failing cases, each with its path in the file. */
export const hindrances = ({ problems, cases }: PackCheck): FieldProblem[] => [
  ...problems,
  ...cases.flatMap(({ passed, sentence }, i) => (passed ? [] : [{ path: `cases.${i}.expect`, message: sentence }])),
];

/** @throws AppError `bad_pack` that says what hinders the step and where it stands */
export function requireSound(check: PackCheck, name: string, toDo: string): RatingPack {
  const found = hindrances(check);
  const [first] = found;
  if (check.pack !== null && first === undefined) return check.pack;
  const where = first?.path ? `${first.path}：` : '';
  throw new AppError(
    'bad_pack',
    `${name}有 ${found.length} 处问题，不能${toDo}：${where}${first?.message ?? '内容有误'}。请改正后重试。`,
    found,
  );
}
