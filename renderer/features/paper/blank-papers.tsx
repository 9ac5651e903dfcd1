import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { DocumentNoun } from '#shared/domain/document/document-no';
import { type BlankPaperId, blankNouns, blankPaperIds, paperTitles } from '#shared/domain/paper/papers';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { FormDrawer } from '../../components/form-drawer';
import { StatePill } from '../../components/pill';
import css from './case.module.css';
import type { CaseFile } from './paper-words';

type Reserved = CaseFile['reserved'][number];

const STATES = {
  reserved: { label: '已预留', tone: 'waiting' },
  bound: { label: '已使用', tone: 'done' },
  void: { label: '已作废', tone: 'off' },
} as const;

/** One number serves all papers of its series; each series is offered once by its main paper. */
const MAIN: readonly { readonly paper: BlankPaperId; readonly label: string }[] = [
  { paper: 'inspection-record', label: '现场检查全套' },
  { paper: 'interview-record', label: '询问笔录' },
  { paper: 'rectification-order', label: '责令改正通知书' },
];

const papersOf = (noun: string) => blankPaperIds.filter((paper) => blankNouns[paper] === noun);

/** Numbers taken in advance for this visit, and the papers they are printed on. */
export function BlankPapers({ file }: { readonly file: CaseFile }) {
  const [voiding, setVoiding] = useState<Reserved | null>(null);
  const reserve = useAction('number.reserve', { done: ({ nos }) => `已预留 ${nos.join('、')}，请打印空白文书` });
  const taken = (noun: string) => file.reserved.some((one) => one.noun === noun && one.state === 'reserved');
  const take = (paper: BlankPaperId) =>
    reserve.run({
      noun: blankNouns[paper] satisfies DocumentNoun,
      paper,
      ...(file.visitId ? { visitId: file.visitId } : { subjectId: file.subjectId }),
    });
  const offered = MAIN.filter(
    ({ paper }) => !taken(blankNouns[paper]) && !(blankNouns[paper] === 'inspection' && file.inspectionId !== null),
  );
  return (
    <>
      {file.reserved.length === 0 ? null : (
        <table className={css.papers}>
          <tbody>
            {file.reserved.map((one) => (
              <tr key={one.id} className={one.state === 'void' ? css.off : undefined}>
                <th scope="row">
                  {one.no}
                  {one.voidReason ? <span className={css.remark}>作废：{one.voidReason}</span> : null}
                </th>
                <td>
                  <StatePill {...STATES[one.state]} />
                </td>
                <td className={css.buttons}>
                  {one.state === 'void'
                    ? null
                    : papersOf(one.noun).map((paper) => (
                        <Button
                          key={paper}
                          size="xs"
                          variant="default"
                          component={Link}
                          to={`/papers/blank/${paper}/${one.id}`}
                        >
                          {paperTitles[paper].replace('（现场填写）', '')}
                        </Button>
                      ))}
                  {one.state === 'reserved' ? (
                    <Button size="xs" variant="subtle" onClick={() => setVoiding(one)}>
                      作废…
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {offered.length === 0 ? null : (
        <div className={css.bar}>
          <span className={css.none}>预留文号并打印空白：</span>
          {offered.map(({ paper, label }) => (
            <Button key={paper} size="xs" variant="default" loading={reserve.busy} onClick={() => void take(paper)}>
              {label}
            </Button>
          ))}
        </div>
      )}
      {voiding ? <VoidForm reserved={voiding} onClose={() => setVoiding(null)} /> : null}
    </>
  );
}

function VoidForm({ reserved, onClose }: { readonly reserved: Reserved; readonly onClose: () => void }) {
  const form = useForm({ initialValues: { reason: '' } });
  const cancel = useAction('number.void-reserved', { form, done: () => `${reserved.no} 已作废`, onDone: onClose });
  const submit = () => {
    if (requireFields(form, { reason: [form.values.reason, '请写明作废的原因'] }))
      void cancel.run({ id: reserved.id, reason: form.values.reason });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="作废预留文号"
      intro={`${reserved.no} 作废后不再使用，号码和原因保留在记录里。`}
      submit="作废预留文号"
      busy={cancel.busy}
      error={cancel.error}
      onSubmit={submit}
    >
      <Textarea label="作废的原因" required autosize minRows={2} data-autofocus {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
