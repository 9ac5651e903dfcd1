import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { type ApiError, call, toApiError } from '../../api/client';
import { requireFields, showProblems } from '../../api/form-problems';
import { FormGrid, Wide } from '../../components/fields';
import { SubmitForm } from '../../components/form-drawer';
import { Section } from '../../components/section';
import { HashText } from '../../components/text';
import { thousands } from '../../components/words';
import css from './plan.module.css';
import { ProblemBar } from './problem-bar';
import type { DraftState, Frozen } from './use-draft';

type SeedStepProps = { readonly state: DraftState; readonly frozen: Frozen };

/** Step 3: what chance said, typed by two people who do not see each other's entry. */
export function SeedStep({ state, frozen }: SeedStepProps) {
  const { change, title } = state;
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const form = useForm({ initialValues: { publicValue: '', again: '', witnesses: '' } });
  const { values } = form;
  const [first, second] = [values.publicValue.trim(), values.again.trim()];
  const agree = first !== '' && first === second;

  const draw = async () => {
    const complete = requireFields(form, {
      publicValue: [first, '请输入公开随机值'],
      again: [second, '请由另一人再输入一遍'],
      witnesses: [values.witnesses, '请填写见证人姓名'],
    });
    if (!complete) return;
    if (!agree) {
      form.setErrors({ again: '两人输入的不一致，请各自核对后重新输入' });
      return;
    }
    setBusy(true);
    setRefused(null);
    try {
      const { planId } = await call('plan.draw', {
        ...frozen.input,
        title: title.trim(),
        populationSha256: frozen.preview.populationSha256,
        publicValue: first,
        witnesses: values.witnesses.trim(),
      });
      change({ step: 'result', planId });
    } catch (thrown) {
      const error = toApiError(thrown);
      // The list is no longer the announced one: everything begins again with a new hash.
      if (error.code === 'conflict') change({ step: 'rule', frozen: null, refusal: error.message });
      else if (!showProblems(form, error)) setRefused(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Section title="输入公开随机值" hint="校验值公布以后才产生的数，例如当场掷出的骰子点数 3 5 1 6 2">
      <SubmitForm className={css.stack} onSubmit={() => void draw()}>
        <div>
          <p className={css.quiet}>已公布的校验值</p>
          <HashText hash={frozen.preview.populationSha256} />
        </div>
        <FormGrid>
          <TextInput
            label="公开随机值（甲输入）"
            required
            autoFocus
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            className={agree ? '' : (css.concealed ?? '')}
            description="数字之间空一格；输完后遮住。"
            {...form.getInputProps('publicValue')}
          />
          <TextInput
            label="公开随机值（乙输入）"
            required
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            className={agree ? '' : (css.concealed ?? '')}
            description={agree ? '两人输入一致。' : '由另一人看着原物输入，不能粘贴。'}
            onPaste={(event) => event.preventDefault()}
            {...form.getInputProps('again')}
          />
          <Wide>
            <TextInput
              label="见证人"
              required
              maxLength={100}
              placeholder="姓名和单位，几人用顿号分开"
              {...form.getInputProps('witnesses')}
            />
          </Wide>
        </FormGrid>
        <ProblemBar label="没有抽取" tone="grave" problems={refused ? [refused.message] : []} />
        <div className={css.steps}>
          <Button type="submit" loading={busy}>
            抽取 {thousands(frozen.preview.total)} 户检查对象
          </Button>
          <Button variant="default" onClick={() => change({ step: 'announce' })}>
            返回校验值
          </Button>
          <span className={css.quiet}>抽取后不能重抽；确有错误的，由另一名执法人员作废，原结果留在册中。</span>
        </div>
      </SubmitForm>
    </Section>
  );
}
