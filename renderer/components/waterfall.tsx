import { formatPoints, type Thousandths } from '#shared/kernel/decimal';
import { PointsText } from './text';
import css from './waterfall.module.css';

export type WaterfallLine = {
  readonly id: string;
  readonly label: string;
  /** Thousandths of a point; negative is a deduction. */
  readonly delta: Thousandths;
  readonly onOpen?: (() => void) | undefined;
};

type WaterfallProps = {
  readonly base: { readonly label: string; readonly value: Thousandths };
  readonly lines: readonly WaterfallLine[];
  readonly total: { readonly label: string; readonly value: Thousandths };
  /** Where the grades begin; `side` puts the label beside the line on which that grade lies. */
  readonly thresholds?: readonly {
    readonly label: string;
    readonly at: Thousandths;
    readonly side?: 'below' | 'above';
  }[];
};

type Bar = { readonly from: number; readonly to: number };

/** From the base to the score, one bar a line; the lines add up, and each opens its source record. */
export function Waterfall({ base, lines, total, thresholds = [] }: WaterfallProps) {
  let running = base.value;
  const bars = lines.map((line): Bar => {
    const from = running;
    running += line.delta;
    return { from, to: running };
  });
  const edges = [base.value, total.value, ...bars.flatMap((bar) => [bar.from, bar.to]), ...thresholds.map((t) => t.at)];
  const highest = Math.max(...edges, 1);
  // The part below the lowest edge tells nothing: cut it off at a whole ten, so that small deductions are seen.
  const least = Math.min(0, Math.min(...edges)) || Math.max(0, Math.floor(Math.min(...edges) / 10_000 - 1) * 10_000);
  // the name of an edge at the far end stands to its right: room for it
  const beyond = thresholds.some((mark) => mark.side === 'above' && mark.at === highest) ? 0.2 : 0;
  const most = highest + (highest - least) * beyond;
  const at = (value: number): string => `${(((value - least) / (most - least)) * 100).toFixed(3)}%`;
  const place = ({ from, to }: Bar) => ({
    left: at(Math.min(from, to)),
    width: `${((Math.abs(to - from) / (most - least)) * 100).toFixed(3)}%`,
  });
  const marks = thresholds.map((mark) => <span key={mark.label} className={css.mark} style={{ left: at(mark.at) }} />);

  return (
    <div className={css.waterfall}>
      <div className={`${css.row} ${css.head}`}>
        <span className={css.label}>
          计分项{least > 0 ? <span className={css.start}>图自 {formatPoints(least)} 分起</span> : null}
        </span>
        <span className={css.track}>
          {thresholds.map((mark) => (
            <span
              key={mark.label}
              className={`${css.markLabel} ${mark.side ? css[mark.side] : ''}`}
              style={{ left: at(mark.at) }}
            >
              {mark.label}
            </span>
          ))}
        </span>
        <span className={css.number}>加减分</span>
        <span className={css.number}>得分</span>
      </div>
      <div className={css.row}>
        <span className={css.label}>{base.label}</span>
        <span className={css.track}>
          {marks}
          <span className={`${css.bar} ${css.base}`} style={place({ from: least, to: base.value })} />
        </span>
        <span />
        <span className={css.number}>{formatPoints(base.value)}</span>
      </div>
      {lines.map((line, index) => {
        const bar = bars[index] ?? { from: 0, to: 0 };
        return (
          <div key={line.id} className={css.row}>
            <span className={css.label}>
              {line.onOpen ? (
                <button type="button" className={css.open} onClick={line.onOpen}>
                  {line.label}
                </button>
              ) : (
                line.label
              )}
            </span>
            <span className={css.track}>
              {marks}
              <span
                className={`${css.bar} ${line.delta < 0 ? css.down : line.delta > 0 ? css.up : css.still}`}
                style={place(bar)}
              />
            </span>
            <span className={css.number}>
              <PointsText value={line.delta} signed />
            </span>
            <span className={css.number}>{formatPoints(bar.to)}</span>
          </div>
        );
      })}
      <div className={`${css.row} ${css.sum}`}>
        <span className={css.label}>{total.label}</span>
        <span className={css.track}>
          {marks}
          <span className={`${css.bar} ${css.total}`} style={place({ from: least, to: total.value })} />
        </span>
        <span />
        <span className={css.number}>{formatPoints(total.value)}</span>
      </div>
    </div>
  );
}
