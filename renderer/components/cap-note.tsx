import { visitCauseLabels } from '#shared/domain/plan/visit-cause';
import type { RouteOutput } from '#shared/ipc/contract';
import css from './cap-note.module.css';

type Cap = RouteOutput<'plan.check-visit'>['cap'];

/** The yearly cap, what counts against it and the rule by which it counts; said aloud when one more is too many. */
export function CapNote({ cap, passed = false }: { readonly cap: Cap; readonly passed?: boolean }) {
  const causes = cap.exceptionCauses.map((code) => visitCauseLabels[code]).join('、');
  return (
    <section
      className={`${css.note} ${cap.over && !passed ? css.over : ''}`}
      aria-label="现场检查频次"
      aria-live="polite"
    >
      <p className={css.head}>
        {cap.over && !passed ? '⚠ ' : ''}
        {cap.year} 年现场检查 {cap.visits.length} 次，年度上限 {cap.cap} 次{passed ? '（超过上限，安排时已确认）' : ''}
      </p>
      {cap.over && !passed ? (
        <p>再去现场将超过上限。仅因{causes}确需检查的可以安排，须写明线索来源，并由另一人确认。</p>
      ) : null}
      {cap.visits.length > 0 ? (
        <ul>
          {cap.visits.map(({ on, label, done }) => (
            <li key={`${on} ${label}`}>
              {on}　{label}
              {done ? '' : '（待检查）'}
            </li>
          ))}
        </ul>
      ) : null}
      <p className={css.rule}>
        {cap.counting}　依据：{cap.basis}
        {cap.verified ? '' : '（次数未核实，请按本级公布的上限修改规则）'}
      </p>
    </section>
  );
}
