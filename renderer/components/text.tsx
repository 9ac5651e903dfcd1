import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { formatZh, type IsoDate } from '#shared/kernel/dates';
import { formatPoints } from '#shared/kernel/decimal';
import { copyText } from './clipboard';
import css from './text.module.css';
import { type DueTone, dueWords, groupsOfFour, moment } from './words';

const None = ({ words = '—' }: { readonly words?: string }) => <span className={css.none}>{words}</span>;

/** Points from thousandths; `signed` for deductions and bonuses. */
export function PointsText({ value, signed = false }: { readonly value: number | null; readonly signed?: boolean }) {
  if (value === null) return <None />;
  const words = `${signed && value > 0 ? '+' : ''}${formatPoints(value)}`.replace('-', '−');
  const tone = signed && value !== 0 ? (value > 0 ? css.plus : css.minus) : '';
  return <span className={`${css.number} ${tone}`}>{words}</span>;
}

/** `2026-11-23` in tables; `long` for running text: 2026年11月23日. */
export function DateText({ date, long = false }: { readonly date: IsoDate | null; readonly long?: boolean }) {
  if (date === null) return <None />;
  return (
    <time className={css.number} dateTime={date}>
      {long ? formatZh(date) : date}
    </time>
  );
}

/** An instant on the office's clock: 2026-11-23 14:03. */
export function MomentText({ at }: { readonly at: string | null }) {
  if (at === null) return <None />;
  return (
    <time className={css.number} dateTime={at}>
      {moment(at)}
    </time>
  );
}

type DueTextProps =
  /** `left`: whole units after today as the engine counted them, negative when overdue. */
  | { readonly dueOn: IsoDate | null; readonly left: number; readonly unit?: string }
  /** Words that the engine already made. */
  | { readonly words: string; readonly tone: DueTone };

/** 还剩 3 个工作日（12月1日）; overdue in seal red. */
export function DueText(props: DueTextProps) {
  if ('words' in props) return <span className={`${css.number} ${css[props.tone]}`}>{props.words}</span>;
  if (props.dueOn === null) return <None words="无期限" />;
  const { words, tone } = dueWords(props.dueOn, props.left, props.unit);
  return <span className={`${css.number} ${css[tone]}`}>{words}</span>;
}

/** Keys of a shortcut, e.g. `Ctrl+K`. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className={css.keys}>
      {keys.split('+').map((key) => (
        <kbd key={key} className={css.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}

/** A digest in groups of four; `large` to be read aloud. */
export function HashText({ hash, large = false }: { readonly hash: string; readonly large?: boolean }) {
  const groups = groupsOfFour(hash);
  return (
    <span className={`${css.hash} ${large ? css.hashLarge : ''}`}>
      {groups.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same group may stand twice, its place is what names it
        <span key={at}>{group}</span>
      ))}
      <CopyButton text={hash} label="复制校验值" />
    </span>
  );
}

export function CopyButton({ text, label = '复制' }: { readonly text: string; readonly label?: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <Tooltip label={copied ? '已复制' : label}>
      <ActionIcon
        size="sm"
        aria-label={label}
        onClick={() => {
          copyText(text);
          setCopied(true);
          setTimeout(() => setCopied(false), 1500);
        }}
      >
        {copied ? <IconCheck size={14} stroke={1.5} /> : <IconCopy size={14} stroke={1.5} />}
      </ActionIcon>
    </Tooltip>
  );
}
