import { ActionIcon, Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { call, toApiError } from '../../api/client';
import { useAction } from '../../api/queries';
import { isComposing } from '../../components/ime';
import { SaveMark, type SaveState } from '../../components/save-state';
import css from './interview.module.css';
import type { InterviewFile } from './interview-page';

type Line = InterviewFile['interview']['lines'][number];
const PAUSE = 800;

type QuestionLineProps = {
  readonly interviewId: string;
  readonly line: Line;
  readonly number: number;
  readonly open: boolean;
  readonly phrases: readonly string[];
  readonly onNext: () => void;
  readonly onAnswer: () => void;
};

/** One question and its answer, written a moment after the last key and when it is left. */
export function QuestionLine({ interviewId, line, number, open, phrases, onNext, onAnswer }: QuestionLineProps) {
  const [text, setText] = useState({ question: line.question, answer: line.answer });
  const [state, setState] = useState<SaveState>({ phase: 'none' });
  const sent = useRef(text);
  const remove = useAction('interview.remove-line', { done: () => '已删去一问' });
  const save = async (now: typeof text) => {
    if (now.question === sent.current.question && now.answer === sent.current.answer) return;
    sent.current = now;
    setState({ phase: 'saving' });
    try {
      await call('interview.save-line', { id: interviewId, lineId: line.id, ...now });
      setState({ phase: 'saved', at: new Date().toISOString() });
    } catch (thrown) {
      sent.current = { question: line.question, answer: line.answer };
      setState({ phase: 'failed', message: toApiError(thrown).message });
    }
  };
  const latest = useRef({ text, save });
  latest.current = { text, save };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the text starts the pause anew
  useEffect(() => {
    const timer = setTimeout(() => void latest.current.save(latest.current.text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  // what was typed last is kept when the page is left
  useEffect(() => () => void latest.current.save(latest.current.text), []);

  const keys = (part: 'question' | 'answer') => (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const phrase = event.altKey && /^[1-9]$/.test(event.key) ? phrases[Number(event.key) - 1] : undefined;
    if (phrase !== undefined && part === 'question') {
      event.preventDefault();
      setText((before) => ({ ...before, question: phrase }));
      return;
    }
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    void save(text);
    if (part === 'question') onAnswer();
    else onNext();
  };
  const field = (part: 'question' | 'answer', label: string) => (
    <Textarea
      data-part={part}
      aria-label={`第 ${number} ${label}`}
      autosize
      minRows={1}
      maxRows={12}
      value={text[part]}
      onChange={(event) => {
        const value = event.currentTarget.value;
        setText((before) => ({ ...before, [part]: value }));
      }}
      onKeyDown={keys(part)}
      onBlur={() => void save(text)}
    />
  );
  if (!open)
    return (
      <li className={css.line} data-line={line.id}>
        <span className={css.number}>{number}</span>
        <div className={css.words}>
          <p className={css.asked}>问：{line.question}</p>
          <p className={css.told}>答：{line.answer}</p>
        </div>
      </li>
    );
  return (
    <li className={css.line} data-line={line.id}>
      <span className={css.number}>{number}</span>
      <div className={css.words}>
        <div className={css.part}>
          <span aria-hidden>问</span>
          {field('question', '问')}
        </div>
        <div className={css.part}>
          <span aria-hidden>答</span>
          {field('answer', '答')}
        </div>
      </div>
      <div className={css.tools}>
        <SaveMark state={state} onRetry={() => void save(text)} />
        {line.standard === null ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`删去第 ${number} 问`}
            onClick={() => void remove.run({ id: interviewId, lineId: line.id })}
          >
            <IconX size={15} stroke={1.5} />
          </ActionIcon>
        ) : (
          <span className={css.standard}>标准提问</span>
        )}
      </div>
    </li>
  );
}
