import { Section } from '../../components/section';
import type { WhyView } from './rating-words';
import css from './why.module.css';

/** The way to the neighbouring grades. */
export function WhyNear({ up, down }: Pick<WhyView, 'up' | 'down'>) {
  return (
    <Section title="距上下一级">
      <ul className={css.near}>
        <li className={css.spaced}>{up?.sentence ?? '已是最高等级'}</li>
        <li className={css.spaced}>{down?.sentence ?? '已是最低等级'}</li>
      </ul>
    </Section>
  );
}
