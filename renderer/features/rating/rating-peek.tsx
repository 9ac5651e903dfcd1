import { Button } from '@mantine/core';
import { Link } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { Facts } from '../../components/facts';
import type { Bands } from '../../components/grade-bands';
import { PeekDrawer } from '../../components/peek-drawer';
import { Loading, QueryError } from '../../components/state-panels';
import { DateText } from '../../components/text';
import { GradeChange } from './grade-change';
import css from './rating.module.css';
import { kindWords, type RatingRow, type Why } from './rating-words';

type RatingPeekProps = { readonly row: RatingRow | null; readonly bands: Bands; readonly onClose: () => void };

/** Why the grade is what it is, in a few lines, beside the list. */
export function RatingPeek({ row, bands, onClose }: RatingPeekProps) {
  const why = useRoute('rating.explain', { ratingId: row?.id ?? '' }, { enabled: row !== null });
  if (!row) return null;
  return (
    <PeekDrawer
      open
      onClose={onClose}
      title={row.subjectName}
      badges={<GradeChange from={row.previousGradeCode} to={row.gradeCode} packId={row.packId} bands={bands} />}
      actions={
        <>
          <Button component={Link} to={`/subjects/${row.subjectId}`} variant="default">
            打开主体档案
          </Button>
          <Button component={Link} to={`/ratings/${row.id}`} variant="default">
            查看评价理由
          </Button>
        </>
      }
    >
      <Facts
        columns={2}
        items={[
          { label: '类型', value: kindWords(row.subjectKind) },
          { label: '基准日', value: <DateText date={row.asOf} /> },
          { label: '规则包', value: `${bands.titleOf(row.packId)} 第 ${row.packVersion} 版`, wide: true },
        ]}
      />
      {why.error ? <QueryError error={why.error} /> : null}
      {why.isPending ? <Loading /> : null}
      {why.data ? <Short why={why.data} /> : null}
    </PeekDrawer>
  );
}

function Short({ why }: { readonly why: Why }) {
  const near = [why.up, why.down].filter((step) => step !== null);
  return (
    <>
      <p className={css.headline}>{why.headline}</p>
      <section aria-label="影响最大的记录">
        <h3 className={css.small}>影响最大的记录</h3>
        {why.costliest.length === 0 ? (
          <p className={css.quiet}>没有扣分的记录。</p>
        ) : (
          <ol className={css.sentences}>
            {why.costliest.map((fact) => (
              <li key={fact.factId}>{fact.sentence}</li>
            ))}
          </ol>
        )}
      </section>
      {near.length > 0 ? (
        <section aria-label="距上下一级">
          <h3 className={css.small}>距上下一级</h3>
          <ul className={css.sentences}>
            {near.map((step) => (
              <li key={step.gradeCode}>{step.sentence}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
