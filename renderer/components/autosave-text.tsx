import { Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { SaveMark, type SaveState } from './save-state';
import css from './save-state.module.css';

const PAUSE = 1500;

type AutosaveTextProps = {
  readonly id?: string;
  readonly label: string;
  readonly value: string;
  readonly onSave: (value: string) => void;
  readonly state: SaveState;
  readonly description?: ReactNode;
  readonly placeholder?: string;
  readonly required?: boolean;
  /** Lines; 1 is a single line, left by Enter. */
  readonly rows?: number;
  /** While typing, e.g. to check the words. */
  readonly onType?: (value: string) => void;
};

/** A text that is written when the officer pauses or leaves it; nothing waits for a button. */
export function AutosaveText({ value, onSave, state, rows = 1, onType, label, ...rest }: AutosaveTextProps) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const latest = useRef({ text, onSave });
  latest.current = { text, onSave };

  const composing = useRef(false);

  const flush = () => {
    const now = latest.current;
    // Half a word of pinyin is not worth keeping.
    if (now.text === sent.current || composing.current) return;
    sent.current = now.text;
    now.onSave(now.text);
  };
  const flushed = useRef(flush);
  flushed.current = flush;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the text starts the pause anew
  useEffect(() => {
    const timer = setTimeout(() => flushed.current(), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => () => flushed.current(), []);

  const shared = {
    ...rest,
    value: text,
    label: (
      <>
        {label}
        {rest.required ? (
          <span className={css.star} aria-hidden>
            *
          </span>
        ) : null}
        {state.phase === 'none' ? null : (
          <span className={css.beside}>
            <SaveMark state={state} onRetry={() => onSave(text)} />
          </span>
        )}
      </>
    ),
    withAsterisk: false,
    'aria-label': label,
    onBlur: flush,
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: () => {
      composing.current = false;
    },
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      setText(event.currentTarget.value);
      onType?.(event.currentTarget.value);
    },
  };
  return rows > 1 ? <Textarea {...shared} autosize minRows={rows} maxRows={18} /> : <TextInput {...shared} />;
}
