import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAction } from '../../api/queries';
import { Facts } from '../../components/facts';
import { FormGrid, Wide } from '../../components/fields';
import { FormProblem, SubmitForm } from '../../components/form-drawer';
import { Section } from '../../components/section';
import { type InspectionFile, momentOf, timeText } from './inspection-words';
import { QualityWarnings } from './quality-warnings';
import css from './site.module.css';

type RefusalSectionProps = { readonly file: InspectionFile; readonly onSign: () => void };
type Open = 'refusal' | 'break' | null;

/** The two ways in which a visit does not take place: refused by the party, or broken off by the office. */
export function RefusalSection({ file, onSign }: RefusalSectionProps) {
  const [open, setOpen] = useState<Open>(null);
  if (file.refusal) return <RefusalFacts file={file} onSign={onSign} />;
  return (
    <Section title="检查不能进行时">
      <div className={css.stack} id="record-refusal" tabIndex={-1}>
        <div className={css.row}>
          <Button variant="default" onClick={() => setOpen(open === 'refusal' ? null : 'refusal')}>
            当事人拒绝检查
          </Button>
          <Button variant="default" onClick={() => setOpen(open === 'break' ? null : 'break')}>
            中止本次检查
          </Button>
        </div>
        {open === 'refusal' ? <RefusalForm file={file} onDone={() => setOpen(null)} /> : null}
        {open === 'break' ? <BreakOffForm file={file} /> : null}
      </div>
    </Section>
  );
}

function RefusalFacts({ file, onSign }: RefusalSectionProps) {
  const [reason, setReason] = useState<string | null>(null);
  const withdraw = useAction('inspection.withdraw-refusal', { done: () => '已撤回，检查继续' });
  const { refusal } = file;
  if (!refusal) return null;
  return (
    <Section title="当事人拒绝检查">
      <div className={css.stack} id="record-refusal" tabIndex={-1}>
        <Facts
          items={[
            { label: '时间', value: timeText(refusal.at) },
            {
              label: '见证',
              value: [
                refusal.witnessName &&
                  `${refusal.witnessName}${refusal.witnessUnit ? `（${refusal.witnessUnit}）` : ''}`,
                refusal.recorded && '全程录音录像',
              ]
                .filter(Boolean)
                .join('、'),
            },
            { label: '后果告知', value: refusal.told ? '已告知拒绝检查的后果' : '未告知' },
            { label: '经过', value: refusal.facts },
          ]}
        />
        <p className={css.quiet}>不再逐项作答。两名检查人员签名后，检查结果选“8　不配合检查情节严重”，再选后续处置。</p>
        <div className={css.row}>
          <Button variant="default" onClick={onSign}>
            下一步：签名
          </Button>
          <Button variant="subtle" onClick={() => setReason(reason === null ? '' : null)}>
            当事人改为接受检查
          </Button>
        </div>
        {reason === null ? null : (
          <SubmitForm
            busy={withdraw.busy}
            onSubmit={() => void withdraw.run({ id: file.id, reason: reason.trim() || '当事人改为接受检查' })}
          >
            <div className={css.row}>
              <TextInput
                aria-label="撤回的理由"
                placeholder="撤回的理由"
                autoFocus
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              <Button type="submit" variant="default" loading={withdraw.busy}>
                撤回拒绝检查的记录
              </Button>
            </div>
          </SubmitForm>
        )}
      </div>
    </Section>
  );
}

function RefusalForm({ file, onDone }: { readonly file: InspectionFile; readonly onDone: () => void }) {
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [value, setValue] = useState({ facts: '', witnessName: '', witnessUnit: '', recorded: false, told: false });
  const record = useAction('inspection.record-refusal', {
    form: { setErrors },
    done: () => '已记录拒绝检查',
    onDone,
  });
  return (
    <div className={`${css.inner} ${css.grave}`}>
      <h3 className={css.innerTitle}>拒绝检查的经过</h3>
      <SubmitForm busy={record.busy} onSubmit={() => void record.run({ id: file.id, at: momentOf(file), ...value })}>
        <FormGrid>
          <Wide>
            <div data-phrase-field="scene">
              <Textarea
                label="经过"
                required
                autoFocus
                autosize
                minRows={3}
                placeholder="谁、何时、说了什么、做了什么；不写结论"
                value={value.facts}
                error={errors['facts']}
                onChange={(event) => setValue({ ...value, facts: event.currentTarget.value })}
              />
              <QualityWarnings text={value.facts} onText={(facts) => setValue({ ...value, facts })} />
            </div>
          </Wide>
          <TextInput
            label="见证人姓名"
            value={value.witnessName}
            error={errors['witnessName']}
            onChange={(event) => setValue({ ...value, witnessName: event.currentTarget.value })}
          />
          <TextInput
            label="见证人单位或者证件"
            value={value.witnessUnit}
            onChange={(event) => setValue({ ...value, witnessUnit: event.currentTarget.value })}
          />
          <Checkbox
            label="已全程录音录像"
            checked={value.recorded}
            onChange={(event) => setValue({ ...value, recorded: event.currentTarget.checked })}
          />
          <Checkbox
            label="已告知拒绝检查的后果"
            checked={value.told}
            onChange={(event) => setValue({ ...value, told: event.currentTarget.checked })}
          />
          <Wide>
            <FormProblem error={record.error} />
          </Wide>
          <Wide>
            <div className={css.row}>
              <Button type="submit" variant="default" loading={record.busy}>
                记录拒绝检查
              </Button>
              <Button variant="subtle" onClick={onDone}>
                取消
              </Button>
            </div>
          </Wide>
        </FormGrid>
      </SubmitForm>
    </div>
  );
}

/** No result, no answers: the planned visit is made another day. */
function BreakOffForm({ file }: { readonly file: InspectionFile }) {
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState('');
  const breakOff = useAction('inspection.break-off', { form: { setErrors }, done: () => '检查已中止，安排保留' });
  return (
    <div className={css.inner}>
      <SubmitForm
        busy={breakOff.busy}
        onSubmit={() => void breakOff.run({ id: file.id, endedAt: momentOf(file), reason })}
      >
        <div className={css.stack}>
          <TextInput
            label="中止的理由"
            required
            autoFocus
            value={reason}
            error={errors['reason']}
            description="中止后本次记录不再修改，也没有检查结果；计划中的安排保留，可改日再查。"
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" variant="default" loading={breakOff.busy}>
              中止检查
            </Button>
          </div>
        </div>
      </SubmitForm>
    </div>
  );
}
