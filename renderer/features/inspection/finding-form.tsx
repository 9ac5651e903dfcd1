import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { Clause } from '#shared/domain/inspection/checklist';
import { type Severity, severities, severityLabels } from '#shared/domain/inspection/codes';
import { useAction } from '../../api/queries';
import { FormProblem } from '../../components/form-drawer';
import { KeyHint } from '../../components/text';
import css from './checklist.module.css';
import { QualityWarnings } from './quality-warnings';

export type FindingDraft = {
  readonly itemCode: string | null;
  readonly clause: Clause;
  readonly severity: Severity;
  readonly facts: string;
};

type FindingFormProps = {
  readonly inspectionId: string;
  readonly draft: FindingDraft;
  /** Given when a recorded finding is corrected. */
  readonly findingId?: string | undefined;
  readonly autoFocus?: boolean;
  readonly onDone: () => void;
  readonly onCancel?: (() => void) | undefined;
};

/** Facts are typed; clause and severity are proposed. Leaving the form saves it, so that nothing typed is lost. */
export function FindingForm({ inspectionId, draft, findingId, autoFocus = false, onDone, onCancel }: FindingFormProps) {
  const [value, setValue] = useState(draft);
  const [ownClause, setOwnClause] = useState(draft.clause.document === '');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  // Leaving the form saves it, and saving it makes it be left: once is enough.
  const sent = useRef(false);
  const options = { form: { setErrors }, onDone };
  const add = useAction('inspection.add-finding', options);
  const update = useAction('inspection.update-finding', options);
  const busy = add.busy || update.busy;

  const save = async () => {
    if (sent.current) return;
    if (value.facts.trim() === '') return setErrors({ facts: '请写明看到的事实' });
    sent.current = true;
    const saved = findingId
      ? await update.run({ id: inspectionId, findingId, ...value })
      : await add.run({ id: inspectionId, ...value });
    if (!saved) sent.current = false;
  };
  const leave = (event: FocusEvent<HTMLElement>) => {
    // choosing a phrase is still writing
    if (event.relatedTarget instanceof Element && event.relatedTarget.closest('[data-phrases]')) return;
    const changed = value.facts.trim() !== '' && value.facts !== draft.facts;
    if (changed && !event.currentTarget.contains(event.relatedTarget) && document.hasFocus()) void save();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
    else if (event.key === 'Escape' && onCancel) onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const clause = (change: Partial<Clause>) => setValue({ ...value, clause: { ...value.clause, ...change } });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the fields inside have the focus; their keys and their leaving are followed here
    <div
      className={css.finding}
      data-phrase-field="facts"
      data-phrase-item={draft.itemCode ?? ''}
      onBlur={leave}
      onKeyDown={keys}
    >
      <Textarea
        label="发现的事实"
        autoFocus={autoFocus}
        required
        autosize
        minRows={3}
        maxRows={12}
        placeholder="时间、位置、数量、看到的情况；不写结论"
        value={value.facts}
        error={errors['facts']}
        onChange={(event) => setValue({ ...value, facts: event.currentTarget.value })}
      />
      <QualityWarnings text={value.facts} onText={(facts) => setValue({ ...value, facts })} />
      <div className={css.findingHead}>
        <span>程度</span>
        <SegmentedControl
          aria-label="程度"
          value={value.severity}
          data={severities.map((code) => ({ value: code, label: severityLabels[code] }))}
          onChange={(severity) => setValue({ ...value, severity: severity as Severity })}
        />
        {ownClause ? (
          <span />
        ) : (
          <Button size="compact-sm" variant="subtle" onClick={() => setOwnClause(true)}>
            改用其他条款
          </Button>
        )}
      </div>
      {ownClause ? (
        <>
          <TextInput
            label="文件名称"
            required
            value={value.clause.document}
            error={errors['clause.document']}
            onChange={(event) => clause({ document: event.currentTarget.value })}
          />
          <TextInput
            label="条款"
            value={value.clause.article}
            error={errors['clause.article']}
            onChange={(event) => clause({ article: event.currentTarget.value })}
          />
          <Textarea
            label="条文"
            required
            autosize
            value={value.clause.text}
            error={errors['clause.text']}
            onChange={(event) => clause({ text: event.currentTarget.value })}
          />
        </>
      ) : (
        <p className={css.clause}>
          《{value.clause.document.replace(/^《|》$/g, '')}》{value.clause.article}：{value.clause.text}
        </p>
      )}
      <FormProblem error={add.error ?? update.error} />
      <div className={css.findingHead}>
        <Button variant="default" loading={busy} onClick={() => void save()}>
          {findingId ? '保存修改' : '记录这个问题'}
        </Button>
        {onCancel ? (
          <Button variant="subtle" onClick={onCancel}>
            取消
          </Button>
        ) : null}
        <KeyHint keys="Ctrl+Enter" />
      </div>
    </div>
  );
}
