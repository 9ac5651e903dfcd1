import { Link } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { useBands } from '../../components/grade-bands';
import { DateText } from '../../components/text';
import { standingOf } from './rating-standing';
import type { RatingRow, Why } from './rating-words';
import css from './why.module.css';

/** Whether this rating holds now; if not, which one does, and what is under way. */
export function WhyStanding({ why }: { readonly why: Why }) {
  const { rating, batch } = why;
  const { nameOf } = useBands();
  const history = useRoute('rating.history', { subjectId: rating.subjectId }).data?.rows;
  if (!history) return null;
  const { kind, holding, waiting } = standingOf(rating, history);
  const run = batch && batch.mode !== 'single' && batch.state === 'proposed' ? batch : null;
  return (
    <>
      {kind === 'waiting' ? (
        <p className={css.bar} role="status">
          <span>
            这次评价尚未审定，不作为依据；
            {holding ? <Holding rating={holding} /> : '审定以前，该主体没有生效的评价。'}
          </span>
          {holding ? <Link to={`/ratings/${holding.id}`}>查看现行评价</Link> : null}
          {run ? <Link to={`/ratings/runs/${run.id}`}>审定这批评价</Link> : null}
        </p>
      ) : null}
      {kind === 'past' || kind === 'refused' || kind === 'replaced' ? (
        <p className={css.bar} role="status">
          <span>
            {kind === 'past'
              ? '这是以前的一次评价；'
              : kind === 'refused'
                ? `这次评价已退回，没有生效${batch?.reason ? `（理由：${batch.reason}）` : ''}；`
                : '这次评价审定以前已有更新的评价，没有生效；'}
            {holding ? <Holding rating={holding} /> : '该主体现在没有生效的评价。'}
          </span>
          {holding ? <Link to={`/ratings/${holding.id}`}>查看现行评价</Link> : null}
        </p>
      ) : null}
      {waiting && kind !== 'waiting' ? (
        <p className={css.bar} role="status">
          <span>
            有一次新的评价待审定：基准日
            <DateText date={waiting.asOf} long />
            ，拟评为 {nameOf(waiting.gradeCode, waiting.packId)}。
          </span>
          <Link to={`/ratings/${waiting.id}`}>查看待审定的评价</Link>
        </p>
      ) : null}
    </>
  );
}

function Holding({ rating }: { readonly rating: RatingRow }) {
  const { nameOf } = useBands();
  return (
    <>
      现行评价的基准日是
      <DateText date={rating.asOf} long />
      ，为 {nameOf(rating.gradeCode, rating.packId)}。
    </>
  );
}
