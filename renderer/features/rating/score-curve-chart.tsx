import { Link } from 'react-router-dom';
import type { IsoDate } from '#shared/kernel/dates';
import { formatPoints } from '#shared/kernel/decimal';
import { useBands } from '../../components/grade-bands';
import css from './curve.module.css';
import type { RatingRow } from './rating-words';
import { curveOf, type Scale } from './score-curve';

type ScoreCurveProps = {
  readonly ratings: readonly RatingRow[];
  readonly scale: Scale;
  readonly until: IsoDate;
  readonly current: string;
};

const SIZE = { width: 240, height: 132 };
const [LEFT, TOP, RIGHT, FOOT] = [34, 10, 12, 24];
const [WIDTH, HEIGHT] = [LEFT + SIZE.width + RIGHT, TOP + SIZE.height + FOOT];
const percent = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(2)}%`;

/** One point a rating, in steps, over the grades as bands; a point opens its rating. */
export function ScoreCurve({ ratings, scale, until, current }: ScoreCurveProps) {
  const { nameOf } = useBands();
  const curve = curveOf(ratings, scale, until, SIZE);
  const first = curve.points[0];
  const last = curve.points.at(-1);
  if (!first || !last) return null;
  const waiting = new Set(ratings.filter(({ state }) => state === 'proposed').map((row) => row.id));
  return (
    <figure className={css.figure}>
      <div className={css.drawing}>
        <svg className={css.svg} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
          <g transform={`translate(${LEFT} ${TOP})`}>
            {curve.bands.map((band) => (
              <g key={band.gradeCode}>
                <rect
                  className={`${css.band} ${css[band.colour] ?? ''}`}
                  x={0}
                  y={band.y}
                  width={SIZE.width}
                  height={band.height}
                />
                {band.height >= 14 ? (
                  <text className={css.bandLabel} x={4} y={band.y + 11}>
                    {nameOf(band.gradeCode)}
                  </text>
                ) : null}
              </g>
            ))}
            {curve.ticks.map(({ y, value }) => (
              <text key={value} className={css.tick} x={-6} y={y + 4}>
                {formatPoints(value)}
              </text>
            ))}
            <path className={css.line} d={curve.path} />
            <text className={css.tick} x={SIZE.width} y={SIZE.height + 18}>
              {until > last.asOf ? until : last.asOf}
            </text>
            <text className={css.day} x={0} y={SIZE.height + 18}>
              {first.asOf}
            </text>
          </g>
        </svg>
        {curve.points.map((point) => {
          const words = [
            point.asOf,
            nameOf(point.gradeCode),
            `${formatPoints(point.scoreThousandths)} 分`,
            ...(waiting.has(point.id) ? ['待审定'] : []),
          ].join('　');
          return (
            <Link
              key={point.id}
              to={`/ratings/${point.id}`}
              className={css.point}
              style={{ left: percent(LEFT + point.x, WIDTH), top: percent(TOP + point.y, HEIGHT) }}
              title={words}
              aria-label={words}
              aria-current={point.id === current ? 'page' : undefined}
              data-waiting={waiting.has(point.id) || undefined}
            />
          );
        })}
      </div>
      <figcaption className={css.caption}>
        {first.asOf} 以来评价 {curve.points.length} 次，最近 {nameOf(last.gradeCode)}{' '}
        {formatPoints(last.scoreThousandths)} 分{waiting.size > 0 ? '；空心点待审定' : ''}
      </figcaption>
    </figure>
  );
}
