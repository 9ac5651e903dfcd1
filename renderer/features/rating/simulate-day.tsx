import { Slider } from '@mantine/core';
import { addDays, addMonths, daysBetween, type IsoDate } from '#shared/kernel/dates';
import { formatPoints } from '#shared/kernel/decimal';
import { useToday } from '../../api/today';
import { DateField } from '../../components/fields';
import { useBands } from '../../components/grade-bands';
import { Section } from '../../components/section';
import type { Simulation } from './rating-words';
import css from './simulate.module.css';
import { lastDay } from './suppositions';

type SimulateDayProps = {
  readonly asOf: IsoDate;
  readonly turns: Simulation['turns'];
  readonly onChange: (asOf: IsoDate) => void;
};

/** The day in view: by the slider, by the field, or at once to a day on which something changes by itself. */
export function SimulateDay({ asOf, turns, onChange }: SimulateDayProps) {
  const today = useToday();
  const last = lastDay(today);
  const { nameOf } = useBands();
  const years = [1, 2, 3, 4, 5].map((year) => {
    const day = addMonths(today, year * 12);
    return { value: daysBetween(today, day), label: day.slice(0, 7) };
  });
  return (
    <Section title="模拟日期" hint="左右方向键每次一天">
      <div className={css.day}>
        <DateField
          label="日期"
          value={asOf}
          min={today}
          max={last}
          onChange={(next) => {
            if (next !== null) onChange(next);
          }}
        />
        <Slider
          className={css.slider ?? ''}
          thumbLabel="模拟日期"
          min={0}
          max={daysBetween(today, last)}
          value={daysBetween(today, asOf)}
          onChange={(days) => onChange(addDays(today, days))}
          label={(days) => addDays(today, days)}
          marks={[{ value: 0, label: '今天' }, ...years]}
          restrictToMarks={false}
        />
      </div>
      <div className={css.turns}>
        <span className={css.label}>两年内自行变化的日子</span>
        {turns.length === 0 ? <span className={css.note}>{asOf} 以后两年内，得分不会自行变化。</span> : null}
        {turns.map((turn) => (
          <button
            key={turn.on}
            type="button"
            className={css.turn}
            disabled={turn.on > last}
            onClick={() => onChange(turn.on)}
          >
            {turn.on}
            <span className={css.note}>
              {nameOf(turn.gradeCode)} {formatPoints(turn.scoreThousandths)} 分
            </span>
          </button>
        ))}
        {asOf === today ? null : (
          <button type="button" className={css.turn} onClick={() => onChange(today)}>
            回到今天
          </button>
        )}
      </div>
    </Section>
  );
}
