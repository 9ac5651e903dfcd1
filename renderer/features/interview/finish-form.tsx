import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useAction } from '../../api/queries';
import { FormDrawer } from '../../components/form-drawer';
import { MomentField } from '../../components/moment-field';
import type { InterviewFile } from './interview-page';

type FinishFormProps = { readonly file: InterviewFile; readonly onClose: () => void };

/** The person reads the record and confirms it, or refuses before a witness; then it cannot be changed any more. */
export function FinishForm({ file, onClose }: FinishFormProps) {
  const { interview, closing } = file;
  const form = useForm({
    initialValues: {
      endedAt: `${interview.startedAt.slice(0, 10)}T`,
      refused: false,
      confirmation: closing,
      refusedReason: '',
      witnessName: '',
    },
  });
  const finish = useAction('interview.finish', {
    form,
    done: () => '笔录已核对确认，可以打印签名',
    onDone: onClose,
  });
  const { values } = form;
  const submit = () => {
    if (!/T\d{2}:\d{2}$/.test(values.endedAt)) {
      form.setFieldError('endedAt', '请填写询问结束时间');
      return;
    }
    void finish.run({
      id: interview.id,
      endedAt: values.endedAt,
      confirmation: values.refused ? '' : values.confirmation,
      refusedReason: values.refused ? values.refusedReason : '',
      witnessName: values.refused ? values.witnessName : '',
    });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="核对确认，结束询问"
      intro="笔录交被询问人阅读（或者向其宣读）后结束；结束后不能修改，有遗漏的再次询问并另作笔录。"
      submit="结束询问"
      busy={finish.busy}
      error={finish.error}
      onSubmit={submit}
    >
      <MomentField
        label="询问结束"
        value={values.endedAt}
        error={form.errors['endedAt']}
        onChange={(value) => form.setFieldValue('endedAt', value)}
      />
      <Checkbox
        label="被询问人拒绝签名"
        checked={values.refused}
        onChange={(event) => form.setFieldValue('refused', event.currentTarget.checked)}
      />
      {values.refused ? (
        <>
          <Textarea label="拒绝签名的情况" required autosize minRows={2} {...form.getInputProps('refusedReason')} />
          <TextInput label="见证人" required {...form.getInputProps('witnessName')} />
        </>
      ) : (
        <Textarea
          label="被询问人核对后的意见"
          required
          description="由被询问人在纸上逐字书写"
          autosize
          minRows={2}
          {...form.getInputProps('confirmation')}
        />
      )}
    </FormDrawer>
  );
}
