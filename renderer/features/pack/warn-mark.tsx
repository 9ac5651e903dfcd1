import type { Monitor } from '#shared/domain/rating/leaf';
import css from './pack.module.css';

type Colour = Monitor['thresholds'][number]['colour'];

export const warnLabels: Record<Colour, string> = {
  red: '红色预警',
  orange: '橙色预警',
  yellow: '黄色预警',
  blue: '蓝色预警',
};

const SHAPES: Record<Colour, string> = {
  red: 'M1.2 1.2h7.6v7.6H1.2z',
  orange: 'M5 .9 9.7 9.2H.3z',
  yellow: 'M5 9.1 .3.8h9.4z',
  blue: 'M5 .3 9.7 5 5 9.7.3 5z',
};

/** The sign of a warning colour: a shape of its own beside the word, never colour alone. */
export function WarnMark({ colour }: { readonly colour: Colour }) {
  return (
    <svg className={`${css.warn} ${css[`warn-${colour}`]}`} width={10} height={10} viewBox="0 0 10 10" aria-hidden>
      <path d={SHAPES[colour]} />
    </svg>
  );
}
