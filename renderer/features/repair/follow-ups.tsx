import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type FollowUpCode, followUpCodes, followUpLabels } from '#shared/domain/repair/repair';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField } from '../../components/fields';
import { StatePill } from '../../components/pill';
import { Section } from '../../components/section';
import css from './repair.module.css';
import type { RepairFile } from './repair-words';

/** Repaired here and still shown there is what these four lines prevent. */
export function FollowUps({ file }: { readonly file: RepairFile }) {
  const open = file.openFollowUps.length;
  return (
    <Section title="后续四项" hint={open > 0 ? `还有 ${open} 项，全部办完后自动办结` : '全部办完'} flush>
      <ul className={css.lines}>
        {followUpCodes.map((code) => {
          const line = file.followUp.find((entry) => entry.code === code);
          return (
            <li key={code} className={css.line}>
              <StatePill label={followUpLabels[code]} tone={line ? 'done' : 'waiting'} />
              {line ? (
                <span>
                  {line.on}　{line.officerName}　{line.note}
                </span>
              ) : (
                <FollowUpForm id={file.id} code={code} since={file.decision?.on ?? file.appliedOn} />
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

type FollowUpFormProps = { readonly id: string; readonly code: FollowUpCode; readonly since: string };

function FollowUpForm({ id, code, since }: FollowUpFormProps) {
  const today = useToday();
  const [on, setOn] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const follow = useAction('repair.follow-up', {
    form: { setErrors },
    done: ({ open }) => (open.length === 0 ? '后续四项全部办完，修复已办结' : `已登记${followUpLabels[code]}`),
  });
  return (
    <form
      className={css.lineForm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void follow.run({ id, code, on: on ?? today, note });
      }}
    >
      <DateField
        label={`${followUpLabels[code]}日期`}
        min={since}
        max={today}
        value={on ?? today}
        error={errors['on']}
        onChange={setOn}
      />
      <TextInput
        label="办理情况"
        placeholder="在哪里办理、回执号"
        value={note}
        error={errors['note']}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={follow.busy}>
        登记{followUpLabels[code]}
      </Button>
    </form>
  );
}
