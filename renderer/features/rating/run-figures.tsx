import { thousands } from '../../components/words';
import css from './run.module.css';
import { type Run, runFigures } from './run-words';

/** How many were looked at, rated anew, moved. */
export function RunFigures({ run }: { readonly run: Run }) {
  return (
    <dl className={css.figures}>
      {runFigures(run).map(({ label, count, note }) => (
        <div key={label} className={css.figure}>
          <dt>{label}</dt>
          <dd className={css.count}>{thousands(count)} 户</dd>
          <dd className={css.note}>{note}</dd>
        </div>
      ))}
    </dl>
  );
}
