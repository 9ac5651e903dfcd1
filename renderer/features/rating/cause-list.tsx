import type { Bands } from '../../components/grade-bands';
import { PointsText } from '../../components/text';
import { GradeChange } from './grade-change';
import type { MoveCause } from './rating-words';
import css from './run.module.css';

type CauseListProps = { readonly causes: readonly MoveCause[]; readonly bands: Bands; readonly packId?: string };

/** Why the score is another than before, part by part; the parts add up. */
export function CauseList({ causes, bands, packId }: CauseListProps) {
  const sum = causes.reduce((total, { deltaThousandths }) => total + deltaThousandths, 0);
  const pack = packId === undefined ? {} : { packId };
  return (
    <ol className={css.causes}>
      {causes.map((cause) => (
        <li key={`${cause.kind} ${cause.sentence}`} className={css.cause}>
          <span className={css.sentence}>{cause.sentence}</span>
          <span className={css.number}>
            <PointsText value={cause.deltaThousandths} signed />
          </span>
          {cause.fromGrade === cause.toGrade ? null : (
            <GradeChange from={cause.fromGrade} to={cause.toGrade} bands={bands} {...pack} />
          )}
        </li>
      ))}
      {causes.length > 1 ? (
        <li className={`${css.cause} ${css.total}`}>
          <span>合计</span>
          <span className={css.number}>
            <PointsText value={sum} signed />
          </span>
        </li>
      ) : null}
    </ol>
  );
}
