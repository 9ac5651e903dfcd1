import { TimePicker } from '@mantine/dates';
import type { ReactNode } from 'react';
import { DateField } from './fields';
import css from './fields.module.css';

type MomentFieldProps = {
  /** 检查开始: the fields are named 检查开始日期 and 检查开始时间. */
  readonly label: string;
  /** `2026-11-23T14:05`, or '' while incomplete. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: ReactNode;
  readonly max?: string;
};

/** A moment on the office's clock: a day and a time, both typed. */
export function MomentField({ label, value, onChange, error, max }: MomentFieldProps) {
  const [date = '', time = ''] = value.split('T');
  const join = (nextDate: string, nextTime: string) =>
    onChange(nextDate === '' && nextTime === '' ? '' : `${nextDate}T${nextTime}`);
  return (
    <div className={css.pair}>
      <DateField
        label={`${label}日期`}
        required
        value={date === '' ? null : date}
        error={error}
        onChange={(next) => join(next ?? '', time)}
        {...(max ? { max } : {})}
      />
      <TimePicker
        label={`${label}时间`}
        required
        format="24h"
        value={time}
        hoursInputLabel={`${label}时`}
        minutesInputLabel={`${label}分`}
        error={Boolean(error)}
        onChange={(next) => join(date, next.slice(0, 5))}
      />
    </div>
  );
}
