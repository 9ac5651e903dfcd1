import { type GradeBand, gradeWords, useBands } from './grade-bands';
import css from './pill.module.css';

export type Tone = 'green' | 'blue' | 'amber' | 'red' | 'grey';
type Shape = 'circle' | 'ring' | 'diamond' | 'triangle' | 'square' | 'star' | 'tick';

const PATHS: Record<Shape, string> = {
  circle: 'M5 1a4 4 0 1 0 0 8a4 4 0 0 0 0-8z',
  ring: 'M5 1.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7z',
  diamond: 'M5 .3 9.7 5 5 9.7.3 5z',
  triangle: 'M5 .9 9.7 9.2H.3z',
  square: 'M1.2 1.2h7.6v7.6H1.2z',
  star: 'M5 .2l1.5 3.1 3.4.5-2.5 2.4.6 3.4L5 8 2 9.6l.6-3.4L.1 3.8l3.4-.5z',
  tick: 'M1 5.3 3.9 8.2 9.2 1.9',
};

function Mark({ shape, size }: { readonly shape: Shape; readonly size: number }) {
  const hollow = shape === 'ring' || shape === 'tick';
  return (
    <svg className={hollow ? css.hollow : css.shape} width={size} height={size} viewBox="0 0 10 10" aria-hidden="true">
      <path d={PATHS[shape]} />
    </svg>
  );
}

const GRADES: Readonly<Record<string, readonly [Shape, Tone]>> = {
  'A+': ['star', 'green'],
  A: ['circle', 'green'],
  B: ['diamond', 'blue'],
  C: ['triangle', 'amber'],
  D: ['square', 'red'],
};
const SYMBOLS: Readonly<Record<string, Shape>> = {
  '★': 'star',
  '●': 'circle',
  '◆': 'diamond',
  '▲': 'triangle',
  '■': 'square',
};
const COLORS: Readonly<Record<string, Tone>> = {
  green: 'green',
  blue: 'blue',
  amber: 'amber',
  orange: 'amber',
  yellow: 'amber',
  red: 'red',
};

type GradePillProps = {
  /** null: not rated. */
  readonly code: string | null;
  /** As the pack that rated has it; without it the first pack that knows the code. */
  readonly band?: GradeBand | undefined;
  readonly size?: 'small' | 'large';
};

/** Symbol, word and colour together, never colour alone. */
export function GradePill({ code, band: given, size = 'small' }: GradePillProps) {
  const bands = useBands();
  const band = given ?? (code === null ? undefined : bands.bandOf(code));
  const known = code === null ? undefined : GRADES[code];
  const shape = (band && SYMBOLS[band.symbol]) ?? known?.[0] ?? 'ring';
  const tone = (band && COLORS[band.color]) ?? known?.[1] ?? 'grey';
  const label = code === null ? '未评价' : (band?.name ?? gradeWords(code));
  return (
    <span className={`${css.pill} ${css[tone]} ${size === 'large' ? css.large : ''}`}>
      <Mark shape={shape} size={size === 'large' ? 13 : 9} />
      {label}
    </span>
  );
}

/** waiting: nothing happened yet · going: in hand · done: finished well · warn: needs care · grave: legal weight · off: no longer counts */
export type StateTone = 'waiting' | 'going' | 'done' | 'warn' | 'grave' | 'off';

const STATES: Readonly<Record<StateTone, readonly [Shape, Tone]>> = {
  waiting: ['ring', 'grey'],
  going: ['diamond', 'blue'],
  done: ['tick', 'green'],
  warn: ['triangle', 'amber'],
  grave: ['square', 'red'],
  off: ['ring', 'grey'],
};

/** A state as a verb in the past: 已责令, 已复查, 已公示. The label comes from the domain's label table. */
export function StatePill({ label, tone }: { readonly label: string; readonly tone: StateTone }) {
  const [shape, color] = STATES[tone];
  return (
    <span className={`${css.pill} ${css[color]}`}>
      <Mark shape={shape} size={9} />
      {label}
    </span>
  );
}
