import { formatZh } from '#shared/kernel/dates';
import { ratingPacks } from '../../packs/rating-packs';
import { iterateRatings } from './data/list-repository';
import { kindText } from './data/subject-repository';
import type { ReportContext, ReportDefinition } from './definition';
import { fileNameOf } from './params';
import { column, identity, score, value, writeRegister } from './register';

export const ratingList: ReportDefinition = {
  id: 'rating-list',
  title: '信用评价结果表',
  group: 'list',
  description: '每个监管对象最近一次评价的得分、等级和上次等级。',
  params: [],
  gather: async (context) => {
    const grades = await gradeNames(context);
    return {
      fileName: fileNameOf('信用评价结果表', context.today),
      owner: { table: 'rating', id: 'all' },
      numbering: { kind: 'none' },
      write: (path, issue) =>
        writeRegister(
          path,
          {
            sheetName: '信用评价结果表',
            title: `信用评价结果表（${formatZh(context.today)}）`,
            columns: [
              column('名称', 40, 'text', true),
              column('主体类型', 16),
              column('统一社会信用代码／证件号', 26),
              column('机构代码', 12),
              column('得分', 10, 'decimal'),
              column('信用等级', 14),
              column('上次等级', 10),
              column('变化', 10),
              column('评价基准日', 12, 'date'),
              column('评价规则', 40, 'text', true),
            ],
            rows: () => iterateRatings(context.reader),
            cells: (row) => {
              const pack = grades.get(`${row['pack_id']}|${row['pack_version']}`);
              const code = String(row['grade_code']);
              return [
                value(row, 'name'),
                kindText(String(row['kind'])),
                identity(row),
                value(row, 'agency_code'),
                score(row),
                pack?.names.get(code) ?? code,
                value(row, 'previous'),
                movement(pack?.order ?? [], row['previous'], code),
                value(row, 'as_of'),
                `${pack?.title ?? String(row['pack_id'])}（第 ${row['pack_version']} 版）`,
              ];
            },
          },
          context,
          issue,
        ),
    };
  },
};

/** Grades from worst to best with symbol and name, of every pack version on this machine. */
async function gradeNames({ db, packs }: ReportContext) {
  return new Map(
    (await ratingPacks(db, packs)).map(({ value: pack }) => {
      const order = pack.grades.map(({ code }) => code);
      const names = new Map(pack.grades.map(({ code, symbol, name }) => [code, `${symbol} ${name}`]));
      return [
        `${pack.id}|${pack.version}`,
        { title: pack.title, order: pack.better === 'higher' ? order : order.reverse(), names },
      ];
    }),
  );
}

function movement(order: readonly string[], previous: string | number | null | undefined, now: string): string {
  if (typeof previous !== 'string') return '首次评价';
  const [before, after] = [order.indexOf(previous), order.indexOf(now)];
  if (previous === now) return '不变';
  if (before < 0 || after < 0) return '改用规则';
  return after > before ? '↑ 上升' : '↓ 下降';
}
