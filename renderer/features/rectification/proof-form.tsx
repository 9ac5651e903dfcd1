import { Checkbox, Input, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { type ProofWay, proofWayLabels, proofWays } from '#shared/domain/rectification/proof';
import type { GrantedFile } from '#shared/ipc/shell';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { Attachments } from '../../components/attachments';
import { DateField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import css from './rectification.module.css';
import type { RectificationFile } from './rectification-words';

type ProofFormProps = { readonly file: RectificationFile; readonly onClose: () => void };
type Values = { submittedOn: string; submittedBy: string; way: ProofWay; itemIds: string[]; note: string };

/** What the firm handed in, for which items; the files are stored with the order. */
export function ProofForm({ file, onClose }: ProofFormProps) {
  const today = useToday();
  const open = file.items.filter((item) => item.state !== 'corrected');
  const [picked, setPicked] = useState<readonly GrantedFile[]>([]);
  const form = useForm<Values>({
    initialValues: {
      submittedOn: today,
      submittedBy: '',
      way: 'in_person',
      itemIds: open.map((item) => item.id),
      note: '',
    },
  });
  const attach = useAction('rectification.attach', {});
  const { values, errors } = form;
  const submitProof = useAction('rectification.submit-proof', {
    form,
    done: () => '已登记整改材料，请审查',
    onDone: () => void store(),
  });
  const store = async () => {
    const note = `${values.submittedOn} ${values.submittedBy}提交的整改材料`;
    for (const one of picked) await attach.run({ id: file.id, file: one.token, note });
    onClose();
  };
  const submit = () => {
    const complete = requireFields(form, {
      submittedOn: [values.submittedOn, '请填写提交日期'],
      submittedBy: [values.submittedBy, '请填写提交人'],
      itemIds: [values.itemIds.length > 0 ? 'some' : null, '请选择材料对应的整改事项'],
    });
    if (complete) void submitProof.run({ id: file.id, ...values });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="登记整改材料"
      intro="记下当事人提交了什么。材料审查后还要复查，才能确认整改。"
      submit="登记整改材料"
      busy={submitProof.busy || attach.busy}
      error={submitProof.error ?? attach.error}
      onSubmit={submit}
    >
      <DateField
        label="提交日期"
        required
        min={file.orderedOn}
        max={today}
        value={values.submittedOn || null}
        error={errors['submittedOn']}
        onChange={(value) => form.setFieldValue('submittedOn', value ?? '')}
      />
      <TextInput
        label="提交人"
        required
        data-autofocus
        placeholder="姓名和职务"
        {...form.getInputProps('submittedBy')}
      />
      <Input.Wrapper label="提交方式" labelElement="div" required>
        <SegmentedControl
          fullWidth
          aria-label="提交方式"
          data={proofWays.map((value) => ({ value, label: proofWayLabels[value] }))}
          value={values.way}
          onChange={(way) => form.setFieldValue('way', way as ProofWay)}
        />
      </Input.Wrapper>
      <Checkbox.Group
        label="对应的整改事项"
        required
        error={errors['itemIds']}
        value={values.itemIds}
        onChange={(itemIds) => form.setFieldValue('itemIds', itemIds)}
      >
        <div className={css.choices}>
          {open.map((item) => (
            <Checkbox key={item.id} value={item.id} label={`第 ${item.seq} 项　${item.requirement}`} />
          ))}
        </div>
      </Checkbox.Group>
      <Textarea
        label="材料说明"
        autosize
        minRows={2}
        placeholder="交了哪些材料，几份"
        {...form.getInputProps('note')}
      />
      {picked.length > 0 ? (
        <p className={css.none}>
          已选 {picked.length} 个文件：{picked.map((one) => one.name).join('、')}
        </p>
      ) : null}
      <Attachments
        title="选择整改材料"
        files={[]}
        busy={submitProof.busy || attach.busy}
        onAttach={async (one) => setPicked((before) => [...before, one])}
      />
    </FormDrawer>
  );
}
