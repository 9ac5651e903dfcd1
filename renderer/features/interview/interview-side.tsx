import { useState } from 'react';
import { sexLabels } from '#shared/domain/paper/interview';
import { call, toApiError } from '../../api/client';
import { AutosaveText } from '../../components/autosave-text';
import { Facts } from '../../components/facts';
import type { SaveState } from '../../components/save-state';
import { Section } from '../../components/section';
import css from './interview.module.css';
import type { InterviewFile } from './interview-page';

const momentText = (at: string | null) => (at === null ? '' : at.replace('T', ' '));

/** Who is asked, by whom and when; and what is still missing. */
export function InterviewSide({ file }: { readonly file: InterviewFile }) {
  const { interview, missing } = file;
  const open = interview.state === 'open';
  return (
    <>
      {open ? (
        <Section title="结束前还缺" count={missing.length}>
          {missing.length === 0 ? (
            <p className={css.none}>可以核对确认。</p>
          ) : (
            <ul className={css.missing}>
              {[...new Set(missing.map(({ message }) => message))].map((message) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          )}
        </Section>
      ) : null}
      <Section title="被询问人">
        {open ? (
          <Person file={file} />
        ) : (
          <Facts
            columns={1}
            items={[
              { label: '姓名', value: `${interview.personName}　${sexLabels[interview.personSex]}` },
              { label: '身份证件号码', value: interview.personIdNumber },
              { label: '工作单位和职务', value: `${interview.personEmployer} ${interview.personPost}`.trim() },
              { label: '联系电话', value: interview.personPhone },
              { label: '联系地址', value: interview.personAddress },
            ]}
          />
        )}
      </Section>
      <Section title="询问">
        <Facts
          columns={1}
          items={[
            {
              label: '时间',
              value: `${momentText(interview.startedAt)} 至 ${momentText(interview.endedAt) || '进行中'}`,
            },
            { label: '地点', value: interview.place },
            {
              label: '询问人',
              value: interview.officers.map(({ name, certificateNo }) => `${name}（${certificateNo}）`).join('、'),
            },
            { label: '记录人', value: interview.recorder.name },
            ...(interview.confirmation ? [{ label: '笔录确认', value: interview.confirmation }] : []),
            ...(interview.refusedReason
              ? [
                  {
                    label: '拒绝签名',
                    value: `${interview.refusedReason}；见证人 ${interview.witnessName ?? ''}`,
                  },
                ]
              : []),
            ...(interview.voidReason ? [{ label: '作废原因', value: interview.voidReason }] : []),
          ]}
        />
      </Section>
    </>
  );
}

type PersonField = 'personPost' | 'personEmployer' | 'personAddress' | 'personOtherContact';
const FIELDS: readonly { readonly key: PersonField; readonly label: string }[] = [
  { key: 'personPost', label: '职务' },
  { key: 'personEmployer', label: '工作单位' },
  { key: 'personAddress', label: '联系地址' },
  { key: 'personOtherContact', label: '其他联系方式' },
];

/** What can be completed while asking; numbers are entered anew, never shown in full. */
function Person({ file }: { readonly file: InterviewFile }) {
  const { interview } = file;
  const [states, setStates] = useState<Readonly<Record<string, SaveState>>>({});
  const save = async (key: string, value: string) => {
    setStates((before) => ({ ...before, [key]: { phase: 'saving' } }));
    try {
      await call('interview.update', { id: interview.id, [key]: value });
      setStates((before) => ({ ...before, [key]: { phase: 'saved', at: new Date().toISOString() } }));
    } catch (thrown) {
      setStates((before) => ({ ...before, [key]: { phase: 'failed', message: toApiError(thrown).message } }));
    }
  };
  const stateOf = (key: string): SaveState => states[key] ?? { phase: 'none' };
  const secret = (key: 'personIdNumber' | 'personPhone', label: string) => (
    <AutosaveText
      label={label}
      value=""
      placeholder={interview[key] === '' ? '' : `已登记 ${interview[key]}，改动时重新填写`}
      state={stateOf(key)}
      onSave={(value) => (value === '' ? undefined : void save(key, value))}
    />
  );
  return (
    <>
      {secret('personIdNumber', '身份证件号码')}
      {secret('personPhone', '联系电话')}
      {FIELDS.map(({ key, label }) => (
        <AutosaveText
          key={key}
          label={label}
          value={interview[key]}
          state={stateOf(key)}
          onSave={(value) => void save(key, value)}
        />
      ))}
    </>
  );
}
