import { Button } from '@mantine/core';
import { Link, useNavigate } from 'react-router-dom';
import type { RouteOutput } from '#shared/ipc/contract';
import { useRoute } from '../../api/queries';
import { GradePill } from '../../components/pill';
import { Section } from '../../components/section';
import { EmptyState } from '../../components/state-panels';
import { thousands } from '../../components/words';
import css from './grade-panel.module.css';
import type { Today } from './work-words';

type Pack = RouteOutput<'rating.list-packs'>['packs'][number];
type GradePanelProps = { readonly grades: Today['grades']; readonly subjects: number };

/** How the grades are distributed; the picture is its own table, and each row opens its subjects. */
export function GradePanel({ grades, subjects }: GradePanelProps) {
  const packs = useRoute('rating.list-packs', {}).data?.packs ?? [];
  const used = [...new Set(grades.map(({ packId }) => packId))];
  const rated = grades.reduce((sum, { count }) => sum + count, 0);
  return (
    <Section title="信用等级" hint={rated > 0 ? `已评价 ${thousands(rated)} 户` : undefined}>
      {rated === 0 ? (
        <EmptyState
          compact
          sentence="还没有评价结果。"
          action={
            <Button component={Link} to="/ratings" variant="default" size="xs">
              开展评价
            </Button>
          }
        />
      ) : (
        used.map((packId) => (
          <Distribution
            key={packId}
            pack={packs.find(({ id }) => id === packId)}
            grades={grades.filter((grade) => grade.packId === packId)}
            titled={used.length > 1}
          />
        ))
      )}
      {rated > 0 && subjects > rated ? (
        <p className={css.unrated}>另有 {thousands(subjects - rated)} 户没有评价。</p>
      ) : null}
    </Section>
  );
}

type DistributionProps = {
  readonly pack: Pack | undefined;
  readonly grades: Today['grades'];
  readonly titled: boolean;
};

function Distribution({ pack, grades, titled }: DistributionProps) {
  const navigate = useNavigate();
  const countOf = (code: string) => grades.find((grade) => grade.gradeCode === code)?.count ?? 0;
  const codes = pack?.grades.map(({ code }) => code).toReversed() ?? grades.map(({ gradeCode }) => gradeCode);
  const total = grades.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(1, ...grades.map(({ count }) => count));
  return (
    <table className={css.table} aria-label={pack?.title ?? '信用等级分布'}>
      {titled && pack ? <caption className={css.caption}>{pack.title}</caption> : null}
      <tbody>
        {codes.map((code) => {
          const band = pack?.grades.find((grade) => grade.code === code);
          const count = countOf(code);
          const share = ((count / Math.max(1, total)) * 100).toFixed(1);
          return (
            <tr key={code}>
              <th scope="row">
                <GradePill
                  code={code}
                  band={band ? { name: band.name, symbol: band.symbol, color: band.colour } : undefined}
                />
              </th>
              <td className={css.picture}>
                <span
                  className={css.bar}
                  style={{ width: `${(count / most) * 100}%` }}
                  data-none={count === 0 || undefined}
                />
              </td>
              <td className={css.number}>
                <button
                  type="button"
                  className={css.open}
                  aria-label={`查看 ${band?.name ?? code} ${count} 户`}
                  onClick={() => navigate(`/subjects?grade=${encodeURIComponent(code)}`)}
                >
                  {thousands(count)}
                </button>
              </td>
              <td className={css.share}>{share}%</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
