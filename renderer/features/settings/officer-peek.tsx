import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { Facts } from '../../components/facts';
import { FormGrid } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import { PeekDrawer } from '../../components/peek-drawer';
import { StatePill } from '../../components/pill';
import { type PickedSubject, SubjectPick } from '../../components/subject-pick';
import { type Officer, officerState } from './officer-words';
import css from './sections.module.css';

type OfficerPeekProps = {
  readonly officer: Officer | null;
  readonly onClose: () => void;
  readonly onEdit: (officer: Officer) => void;
};

/** One officer beside the list, with the subjects to keep away from. */
export function OfficerPeek({ officer, onClose, onEdit }: OfficerPeekProps) {
  const today = useToday();
  const [adding, setAdding] = useState(false);
  const end = useAction('officer.end-avoidance', { done: () => '已解除回避' });
  if (!officer) return null;
  return (
    <>
      <PeekDrawer
        open={!adding}
        onClose={onClose}
        title={officer.name}
        badges={<StatePill {...officerState(officer, today)} />}
        actions={
          <>
            <Button variant="default" onClick={() => setAdding(true)}>
              登记回避
            </Button>
            <Button onClick={() => onEdit(officer)}>修改</Button>
          </>
        }
      >
        <Facts
          columns={2}
          items={[
            { label: '执法证号', value: officer.certificateNo },
            { label: '证件有效期至', value: officer.certificateUntil },
            { label: '所在单位', value: officer.station },
            { label: '职务', value: officer.position },
            { label: '专长', value: officer.skills.join('、'), wide: true },
            {
              label: '休假',
              value:
                officer.leaves.length === 0
                  ? '无'
                  : officer.leaves
                      .map(({ from, to, reason }) => `${from} 至 ${to}${reason ? `（${reason}）` : ''}`)
                      .join('；'),
              wide: true,
            },
          ]}
        />
        <section aria-label="回避">
          <h3 className={css.small}>回避（{officer.avoidances.length}）</h3>
          {officer.avoidances.length === 0 ? <p className={css.hint}>没有登记回避。</p> : null}
          <ul className={css.list}>
            {officer.avoidances.map((avoidance) => (
              <li key={avoidance.id} className={css.avoidance}>
                <span>
                  <Link to={`/subjects/${avoidance.subjectId}`}>{avoidance.subjectName}</Link>
                  <span className={css.reason}>{avoidance.reason}</span>
                </span>
                <Button
                  variant="default"
                  size="xs"
                  aria-label={`解除对 ${avoidance.subjectName} 的回避`}
                  onClick={() => void end.run({ id: avoidance.id, endedOn: today })}
                >
                  解除
                </Button>
              </li>
            ))}
          </ul>
        </section>
      </PeekDrawer>
      <AvoidanceForm officer={officer} opened={adding} onClose={() => setAdding(false)} />
    </>
  );
}

type AvoidanceFormProps = { readonly officer: Officer; readonly opened: boolean; readonly onClose: () => void };

function AvoidanceForm({ officer, opened, onClose }: AvoidanceFormProps) {
  const [subject, setSubject] = useState<PickedSubject | null>(null);
  const form = useForm({ initialValues: { subjectId: '', reason: '' } });
  const close = () => {
    setSubject(null);
    form.reset();
    onClose();
  };
  const add = useAction('officer.add-avoidance', { form, done: () => '已登记回避', onDone: close });
  return (
    <FormDrawer
      opened={opened}
      onClose={close}
      title={`登记回避：${officer.name}`}
      intro="登记后，抽取和安排检查时不再把这名人员派往该对象。"
      submit="登记回避"
      busy={add.busy}
      error={add.error}
      onSubmit={() => void add.run({ officerId: officer.id, subjectId: subject?.id ?? '', reason: form.values.reason })}
    >
      <FormGrid single>
        <SubjectPick value={subject} onChange={setSubject} error={form.errors['subjectId']} />
        <TextInput label="回避原因" required placeholder="例如：近亲属在该机构任职" {...form.getInputProps('reason')} />
      </FormGrid>
    </FormDrawer>
  );
}
