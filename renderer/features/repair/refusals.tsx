import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { RouteOutput } from '#shared/ipc/contract';
import { Unverified } from '../../components/law-side';
import { Section } from '../../components/section';
import css from './repair.module.css';

type Preview = RouteOutput<'repair.preview'>;
type RefusalsProps = Pick<Preview, 'refusals' | 'nextOn'> & { readonly title?: string };

/** What stands in the way today, all of it at once, and when it falls away. */
export function Refusals({ refusals, nextOn, title = '现在能否准予修复' }: RefusalsProps) {
  return (
    <Section title={title} {...(refusals.length > 0 ? { count: refusals.length } : {})}>
      {refusals.length === 0 ? (
        <p className={css.clear}>
          <IconCircleCheck size={16} stroke={1.5} aria-hidden />
          条件齐备，没有不予修复的情形。
        </p>
      ) : (
        <ul className={css.refusals}>
          {refusals.map((refusal) => (
            <li key={`${refusal.code} ${refusal.message}`} className={css.refusal}>
              <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
              <span>
                {refusal.message}
                {refusal.verified ? null : <Unverified />}
              </span>
            </li>
          ))}
        </ul>
      )}
      {nextOn ? <p className={css.nextOn}>最早可以在 {nextOn} 申请。</p> : null}
    </Section>
  );
}
