import { Link } from 'react-router-dom';
import type { IsoDate } from '#shared/kernel/dates';
import { useRoute } from '../../api/queries';
import { toBand } from '../../components/grade-bands';
import { PeekDrawer } from '../../components/peek-drawer';
import { GradePill } from '../../components/pill';
import { Loading, QueryError } from '../../components/state-panels';
import { thousands } from '../../components/words';
import css from './migration.module.css';
import type { MatrixCell, MigrationPack } from './migration-matrix';

type MigrationPeekProps = {
  readonly period: { readonly from: IsoDate; readonly to: IsoDate };
  readonly packId: string;
  readonly cell: MatrixCell;
  readonly grades: MigrationPack['grades'];
  readonly onClose: () => void;
};

/** Who stands behind one cell; each name opens why it has its grade. */
export function MigrationPeek({ period, packId, cell, grades, onClose }: MigrationPeekProps) {
  const list = useRoute('rating.list-moved-between', {
    ...period,
    packId,
    fromGrade: cell.from,
    toGrade: cell.to,
  });
  const pill = (code: string | null) => {
    const band = grades.find((grade) => grade.code === code);
    return <GradePill code={code} band={band && toBand(band)} />;
  };
  return (
    <PeekDrawer
      open
      onClose={onClose}
      title={`${thousands(cell.count)} 户`}
      badges={
        <span className={css.change}>
          {pill(cell.from)} → {pill(cell.to)}
        </span>
      }
    >
      {list.error ? <QueryError error={list.error} /> : null}
      {list.isPending ? <Loading /> : null}
      <ul className={css.names}>
        {(list.data?.rows ?? []).map((row) => (
          <li key={row.subjectId}>
            <Link to={`/ratings/${row.ratingId}`}>{row.subjectName}</Link>
          </li>
        ))}
      </ul>
    </PeekDrawer>
  );
}
