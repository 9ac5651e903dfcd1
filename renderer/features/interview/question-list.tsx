import { useEffect, useRef } from 'react';
import { useAction } from '../../api/queries';
import css from './interview.module.css';
import type { InterviewFile } from './interview-page';
import { QuestionLine } from './question-line';

/** All questions in order; a new one opens behind the one that is left by Enter. */
export function QuestionList({ file }: { readonly file: InterviewFile }) {
  const { interview, phrases } = file;
  const open = interview.state === 'open';
  const box = useRef<HTMLOListElement>(null);
  /** The line that gets the focus once it is there. */
  const wanted = useRef<string | null>(null);
  const add = useAction('interview.save-line', { onDone: ({ id }) => (wanted.current = id) });
  const focus = (lineId: string, part: 'question' | 'answer') =>
    box.current?.querySelector<HTMLElement>(`[data-line="${lineId}"] [data-part="${part}"]`)?.focus();
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for whenever the lines have changed
  useEffect(() => {
    if (wanted.current === null) return;
    focus(wanted.current, 'question');
    wanted.current = null;
  }, [interview.lines]);
  const { lines } = interview;
  /** From an answer to the next question; behind the last one a new question. */
  const next = (index: number) => {
    const following = lines[index + 1];
    if (following) focus(following.id, following.standard === null ? 'question' : 'answer');
    else void add.run({ id: interview.id, question: '', answer: '' });
  };
  return (
    <>
      <ol ref={box} className={css.lines}>
        {lines.map((line, index) => (
          <QuestionLine
            key={line.id}
            interviewId={interview.id}
            line={line}
            number={index + 1}
            open={open}
            phrases={phrases}
            onNext={() => next(index)}
            onAnswer={() => focus(line.id, 'answer')}
          />
        ))}
      </ol>
      {open ? (
        <div className={css.more}>
          <button
            type="button"
            className={css.add}
            onClick={() => void add.run({ id: interview.id, question: '', answer: '' })}
          >
            ＋ 增加一问
          </button>
          {phrases.map((phrase, index) => (
            <button
              key={phrase}
              type="button"
              className={css.phrase}
              onClick={() => void add.run({ id: interview.id, question: phrase, answer: '' })}
            >
              <kbd>Alt+{index + 1}</kbd> {phrase}
            </button>
          ))}
        </div>
      ) : null}
    </>
  );
}
