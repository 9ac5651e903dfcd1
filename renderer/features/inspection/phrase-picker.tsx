import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import {
  type Phrase,
  type PhraseField,
  phraseFieldLabels,
  phrasesFor,
  placeholders,
} from '#shared/domain/inspection/phrase';
import { useAction, useRoute } from '../../api/queries';
import { KeyHint } from '../../components/text';
import css from './site.module.css';

type PhrasePickerProps = {
  readonly field: PhraseField;
  readonly itemCode: string | null;
  /** Text that was marked in the field: it may become a phrase. */
  readonly chosen: string;
  readonly preview: (text: string) => string;
  /** The phrase to be written, or null. */
  readonly onDone: (text: string | null) => void;
};

/** Phrases that fit the place, found by typing; the office adds, changes and retires its own right here. */
export function PhrasePicker({ field, itemCode, chosen, preview, onDone }: PhrasePickerProps) {
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(0);
  const [draft, setDraft] = useState<{ readonly id?: string; readonly text: string } | null>(
    chosen.trim().length >= 2 ? { text: chosen.trim() } : null,
  );
  const list = useRef<HTMLDivElement>(null);
  const all = useRoute('inspection.list-phrases', {}).data?.phrases ?? [];
  const fitting = phrasesFor(all, { itemCode, field }).filter((phrase) => phrase.text.includes(wanted.trim()));
  const current = Math.min(at, Math.max(0, fitting.length - 1));
  const retire = useAction('inspection.retire-phrase', { done: () => '已停用这条常用语，已写入的记录不变' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: keeps the chosen line in sight
  useEffect(
    () => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    [current],
  );

  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt((current + 1) % Math.max(1, fitting.length));
    else if (event.key === 'ArrowUp') setAt((current - 1 + fitting.length) % Math.max(1, fitting.length));
    else if (event.key === 'Enter') {
      const phrase = fitting[current];
      if (phrase) onDone(phrase.text);
      else if (wanted.trim().length >= 2) setDraft({ text: wanted.trim() });
    } else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={() => onDone(null)}
      title={`常用语：${phraseFieldLabels[field]}${itemCode ? `　${itemCode}` : ''}`}
      size={720}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': '关闭' }}
      data-phrases
    >
      <div data-phrases>
        {draft ? (
          <PhraseForm draft={draft} field={field} itemCode={itemCode} onDone={() => setDraft(null)} />
        ) : (
          <>
            <TextInput
              data-autofocus
              aria-label="查找常用语"
              placeholder="输入几个字查找"
              value={wanted}
              onChange={(event) => {
                setWanted(event.currentTarget.value);
                setAt(0);
              }}
              onKeyDown={keys}
            />
            <div ref={list} className={css.phrases} role="listbox" aria-label="常用语">
              {fitting.map((phrase, index) => (
                <PhraseLine
                  key={phrase.id}
                  phrase={phrase}
                  words={preview(phrase.text)}
                  selected={index === current}
                  onChoose={() => onDone(phrase.text)}
                  onEdit={() => setDraft({ id: phrase.id, text: phrase.text })}
                  onRetire={() => void retire.run({ id: phrase.id })}
                />
              ))}
              {fitting.length === 0 ? (
                <p className={css.quiet}>没有这样的常用语。按 Enter 可以把输入的文字存为本局常用语。</p>
              ) : null}
            </div>
            <div className={css.row}>
              <Button size="compact-sm" variant="default" onClick={() => setDraft({ text: wanted.trim() })}>
                新增常用语
              </Button>
              <span className={css.quiet}>
                <KeyHint keys="↑" /> <KeyHint keys="↓" /> 选择　
                <KeyHint keys="Enter" /> 写入　
                <KeyHint keys="Esc" /> 关闭
              </span>
            </div>
          </>
        )}
      </div>
    </Modal>
  );
}

type PhraseLineProps = {
  readonly phrase: Phrase;
  readonly words: string;
  readonly selected: boolean;
  readonly onChoose: () => void;
  readonly onEdit: () => void;
  readonly onRetire: () => void;
};

function PhraseLine({ phrase, words, selected, onChoose, onEdit, onRetire }: PhraseLineProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search box has the keys
    <div role="option" tabIndex={-1} aria-selected={selected} className={css.phrase} onClick={onChoose}>
      <span className={css.phraseText}>{words}</span>
      <span className={css.row}>
        <span className={css.phraseHint}>
          {[phrase.itemCode, phrase.own ? '本局' : '随程序'].filter(Boolean).join('　')}
        </span>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={`修改：${words}`}
          onClick={(event) => {
            event.stopPropagation();
            onEdit();
          }}
        >
          修改
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray.7"
          aria-label={`停用：${words}`}
          onClick={(event) => {
            event.stopPropagation();
            onRetire();
          }}
        >
          停用
        </Button>
      </span>
    </div>
  );
}

type PhraseFormProps = {
  readonly draft: { readonly id?: string; readonly text: string };
  readonly field: PhraseField;
  readonly itemCode: string | null;
  readonly onDone: () => void;
};

function PhraseForm({ draft, field, itemCode, onDone }: PhraseFormProps) {
  const [text, setText] = useState(draft.text);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const save = useAction('inspection.save-phrase', {
    form: { setErrors },
    done: () => '已存为本局常用语',
    onDone,
  });
  const send = (bound: string | null) =>
    void save.run({ ...(draft.id ? { id: draft.id } : {}), text, field, itemCode: bound });
  return (
    <div className={css.stack}>
      <Textarea
        label={draft.id ? '修改常用语' : '新增常用语'}
        data-autofocus
        autoFocus
        autosize
        minRows={3}
        value={text}
        error={errors['text']}
        description={`写入时自动填好的词：${placeholders.map((name) => `{${name}}`).join(' ')}`}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={css.row}>
        <Button variant="default" loading={save.busy} onClick={() => send(null)}>
          存为{phraseFieldLabels[field]}通用
        </Button>
        {itemCode ? (
          <Button variant="default" loading={save.busy} onClick={() => send(itemCode)}>
            只用于 {itemCode}
          </Button>
        ) : null}
        <Button variant="subtle" onClick={onDone}>
          取消
        </Button>
      </div>
    </div>
  );
}
