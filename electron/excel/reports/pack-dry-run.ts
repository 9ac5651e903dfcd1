import type { PackSource } from '#shared/domain/rating/choose-pack';
import { parseRatingPack } from '#shared/domain/rating/parse-rating-pack';
import { subjectKindText } from '#shared/domain/rating/rule-text';
import { formatZh } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import { getFromLibrary, loadLibrary } from '../../packs/pack-library';
import { ratingPacks } from '../../packs/rating-packs';
import { dryRun, type Mover } from '../../rating-run/dry-run';
import { subjectIdentities } from './data/list-repository';
import { kindText } from './data/subject-repository';
import type { Issue, ReportContext, ReportDefinition, ReportParams } from './definition';
import { fileNameOf, requireParam } from './params';
import { column, identity, type Row, value, writeRegister } from './register';

/** Whom a pack would move, computed anew at the moment of the export. */
export const packDryRun: ReportDefinition = {
  id: 'pack-dry-run',
  title: '规则包试算名单',
  group: 'list',
  description: '启用一个规则包后信用等级会变动的监管对象，附现等级、新等级和原因；只试算，不改变等级。',
  params: [
    { key: 'packId', label: '规则包编号', type: 'text' },
    { key: 'version', label: '规则包版本', type: 'text' },
    { key: 'kinds', label: '主体类型代码（以逗号分隔）', type: 'text' },
  ],
  gather: async (context, params) => {
    const { source, kinds } = await readParams(context, params);
    const { title, version, id } = source.value;
    return {
      fileName: fileNameOf('规则包试算名单', `${title}第${version}版`, context.today),
      owner: { table: 'rule_pack', id: `${id}.v${version}` },
      numbering: { kind: 'none' },
      write: (path, issue) => writeMovers(path, { source, kinds }, context, issue),
    };
  },
};

type Request = { readonly source: PackSource; readonly kinds: readonly string[] };

async function readParams({ db, packs }: ReportContext, params: ReportParams): Promise<Request> {
  const packId = requireParam(params, 'packId', '规则包编号');
  const version = Number(requireParam(params, 'version', '规则包版本'));
  const one = getFromLibrary(await loadLibrary(db, packs), { packId, version });
  const source = { sha256: one.sha256, value: parseRatingPack(JSON.parse(one.text()), packs.catalogue()) };
  const kinds = requireParam(params, 'kinds', '主体类型')
    .split(/[,，、\s]+/)
    .filter((kind) => kind !== '');
  const foreign = kinds.find((kind) => !source.value.subjectKinds.includes(kind));
  if (foreign !== undefined)
    throw new AppError(
      'bad_input',
      `“${one.title}”第 ${version} 版不适用于${subjectKindText(foreign)}，请改选主体类型。`,
      [{ path: 'kinds', message: `不适用于${subjectKindText(foreign)}` }],
    );
  return { source, kinds };
}

async function writeMovers(
  path: string,
  { source, kinds }: Request,
  context: ReportContext,
  issue: Issue,
): Promise<number> {
  const { db, reader, packs, today } = context;
  const sources = await ratingPacks(db, packs);
  const found = await dryRun({ store: { db, reader }, source, kinds, asOf: today, sources, progress: issue.progress });
  const { title, version, grades } = source.value;
  const names = new Map(grades.map(({ code, symbol, name }) => [code, `${symbol} ${name}`]));
  const identities = subjectIdentities(reader);
  return writeRegister(
    path,
    {
      sheetName: '规则包试算名单',
      title: `《${title}》第 ${version} 版试算：${found.rated} 个中 ${found.moved.length} 个等级变动（基准日 ${formatZh(today)}）`,
      expected: found.moved.length,
      columns: [
        column('主体', 40, 'text', true),
        column('代码', 26),
        column('类型', 16),
        column('现等级', 10),
        column('新等级', 16),
        column('现得分', 10, 'decimal'),
        column('新得分', 10, 'decimal'),
        column('原因', 60, 'text', true),
      ],
      rows: () => moverRows(found.moved, identities),
      cells: (row) => [
        value(row, 'name'),
        identity(row),
        kindText(String(row['kind'])),
        value(row, 'from'),
        names.get(String(row['to'])) ?? value(row, 'to'),
        points(row['from_score']),
        points(row['to_score']),
        value(row, 'causes'),
      ],
    },
    context,
    issue,
  );
}

const points = (thousandths: Row[string] | undefined) => (typeof thousandths === 'number' ? thousandths / 1000 : null);

function* moverRows(moved: readonly Mover[], identities: (id: string) => Row): Generator<Row> {
  for (const mover of moved)
    yield {
      ...identities(mover.subjectId),
      name: mover.subjectName,
      kind: mover.subjectKind,
      from: mover.from,
      to: mover.to,
      from_score: mover.fromScoreThousandths,
      to_score: mover.scoreThousandths,
      causes: mover.causes.map(({ sentence }) => sentence).join('；'),
    };
}
