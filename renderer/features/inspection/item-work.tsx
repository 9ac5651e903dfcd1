import { Button } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useState } from 'react';
import { answerLabels } from '#shared/domain/inspection/codes';
import { AutosaveText } from '../../components/autosave-text';
import { clock } from '../../components/words';
import { AnswerButtons } from './answer-buttons';
import css from './checklist.module.css';
import type { ChecklistItemProps } from './checklist-item';
import { FindingForm } from './finding-form';
import { FindingList } from './finding-list';
import { needsReason } from './inspection-words';
import { useItemPhoto } from './use-item-photo';

type ItemWorkProps = Omit<ChecklistItemProps, 'again' | 'current' | 'onEnter' | 'asking'> & { readonly photos: number };

/** The item in hand: its answer and what the answer asks for. */
export function ItemWork({ file, item, entry, findings, photos, noteOpen, ...on }: ItemWorkProps) {
  const open = findings.filter((finding) => finding.state === 'open');
  const [another, setAnother] = useState(false);
  const photo = useItemPhoto(file.id);
  const writing = entry.answer === 'problem' && (open.length === 0 || another);
  const wanted =
    photos === 0 && (item.photo === 'always' || (item.photo === 'on_problem' && entry.answer === 'problem'));
  const draft = {
    itemCode: item.code,
    clause: item.clause,
    severity: item.severityDefault,
    facts: '',
  };
  return (
    <div className={css.work}>
      {item.help ? <p className={css.help}>{item.help}</p> : null}
      <AnswerButtons question={item.question} value={entry.answer} onAnswer={on.onAnswer} />
      <Before file={file} itemCode={item.code} />
      {needsReason(entry.answer) ? (
        <div data-phrase-field="reason" data-phrase-item={item.code}>
          <AutosaveText
            key={`reason ${item.code}`}
            id={`reason-${item.code}`}
            label={entry.answer === 'not_checked' ? '未检查的理由' : '不适用的理由'}
            required
            value={entry.reason}
            state={{ phase: 'none' }}
            onSave={(reason) => on.onSave({ reason })}
          />
        </div>
      ) : null}
      <FindingList inspectionId={file.id} findings={findings} />
      {writing ? (
        <FindingForm
          inspectionId={file.id}
          draft={draft}
          autoFocus={another}
          onDone={() => {
            setAnother(false);
            on.onFindingDone();
          }}
          onCancel={another ? () => setAnother(false) : undefined}
        />
      ) : null}
      <div className={css.itemActions}>
        {entry.answer === 'problem' && !writing ? (
          <Button size="compact-sm" variant="subtle" onClick={() => setAnother(true)}>
            再记一个问题
          </Button>
        ) : null}
        <Button
          size="compact-sm"
          variant="subtle"
          loading={photo.busy}
          leftSection={<IconCamera size={15} stroke={1.5} aria-hidden />}
          onClick={() => photo.pick(item.code)}
        >
          存入照片
        </Button>
        {wanted ? <span className={css.again}>这一项须有照片，没有的在备注写明理由</span> : null}
      </div>
      {noteOpen || entry.note !== '' ? (
        <div data-phrase-field="note" data-phrase-item={item.code}>
          <AutosaveText
            id={`note-${item.code}`}
            label="备注"
            rows={2}
            value={entry.note}
            state={{ phase: 'none' }}
            description={entry.answer === null ? '作答后一并保存。' : undefined}
            onSave={(note) => on.onSave({ note })}
          />
        </div>
      ) : null}
    </div>
  );
}

/** What was answered before, and why it no longer holds. */
function Before({ file, itemCode }: Pick<ItemWorkProps, 'file'> & { readonly itemCode: string }) {
  const before = file.answerHistory.filter((entry) => entry.itemCode === itemCode);
  if (before.length === 0) return null;
  return (
    <p className={css.before}>
      此前的作答：
      {before
        .map((entry) =>
          [
            answerLabels[entry.answer],
            entry.reason || entry.note,
            `${clock(entry.replacedAt)} ${entry.replacedBecause === 'changed' ? '改答' : '因前面的作答改动不再询问'}`,
          ]
            .filter(Boolean)
            .join('，'),
        )
        .join('；')}
    </p>
  );
}
