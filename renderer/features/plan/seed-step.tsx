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
import type { FreezeFile } from './plan-words';
import { ProblemBar } from './problem-bar';

type SeedStepProps = { readonly freeze: FreezeFile; readonly onBack: () => void };

/** Step 3: what chance said, typed by two people who do not see each other's entry. */
export function SeedStep({ freeze, onBack }: SeedStepProps) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const form = useForm({
    initialValues: { publicValue: '', publicValueAgain: '', typedBy: '', typedAgainBy: '', witnesses: '' },
  });
  const { values } = form;
  const [first, second] = [values.publicValue.trim(), values.publicValueAgain.trim()];
  const agree = first !== '' && first === second;

  const draw = async () => {
    const complete = requireFields(form, {
      typedBy: [values.typedBy, '请填写输入人姓名'],
      typedAgainBy: [values.typedAgainBy, '请填写输入人姓名'],
      publicValue: [first, '请输入公开随机值'],
      publicValueAgain: [second, '请由另一人再输入一遍'],
      witnesses: [values.witnesses, '请填写见证人姓名'],
    });
    if (!complete) return;
    setBusy(true);
    setRefused(null);
    try {
      // the page goes on by itself: the list is then a drawn one
      await call('plan.draw', { freezeId: freeze.id, ...values });
    } catch (thrown) {
      const error = toApiError(thrown);
      if (!showProblems(form, error)) setRefused(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Section title="输入公开随机值" hint="校验值公布以后才产生的数，例如当场掷出的骰子点数 3 5 1 6 2">
      <SubmitForm className={css.stack} onSubmit={() => void draw()}>
        <div>
          <p className={css.quiet}>已公布的校验值</p>
          <HashText hash={freeze.listSha256} />
        </div>
        <ProblemBar label="冻结后有变化" problems={freeze.changes} />
        <FormGrid>
          <TextInput
            label="输入人甲"
            required
            autoFocus
            maxLength={40}
            placeholder="姓名"
            {...form.getInputProps('typedBy')}
          />
          <TextInput
            label="输入人乙"
            required
            maxLength={40}
            placeholder="另一人的姓名"
            {...form.getInputProps('typedAgainBy')}
          />
          <TextInput
            label="公开随机值（甲输入）"
            required
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
            {...form.getInputProps('publicValueAgain')}
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
            抽取 {thousands(freeze.total)} 户检查对象
          </Button>
          <Button variant="default" onClick={onBack}>
            返回校验值
          </Button>
          <span className={css.quiet}>
            一份名录只抽一次；确有错误的，由抽取人以外的另一名执法人员确认作废，原结果留在册中。
          </span>
        </div>
      </SubmitForm>
    </Section>
  );
}
