import { Link } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { thousands } from '../../components/words';
import css from './why.module.css';

/** Runs that wait for a second officer; shows nothing when there are none. `note` says what that means here. */
export function WaitingBar({ note }: { readonly note: string }) {
  const waiting = useRoute('rating.list-batches', { states: ['proposed'], limit: 1 }).data;
  const [only] = waiting?.rows ?? [];
  if (!waiting || !only) return null;
  const to = waiting.total === 1 ? `/ratings/runs/${only.id}` : '/ratings/runs?state=proposed';
  return (
    <p className={css.bar} role="status">
      <span>
        {thousands(waiting.total)} 批评价待审定；{note}
      </span>
      <Link to={to}>{waiting.total === 1 ? '审定这批评价' : '查看待审定的评价'}</Link>
    </p>
  );
}
