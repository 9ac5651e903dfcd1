import { NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { SelectField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import type { Numbers } from './number-section';
import css from './number-section.module.css';

type BlockFormProps = { readonly way: 'give' | 'enter'; readonly numbers: Numbers; readonly onClose: () => void };

/** A block from … to …, handed out here or entered from the slip. */
export function BlockForm({ way, numbers, onClose }: BlockFormProps) {
  const giving = way === 'give';
  const offered = numbers.series.filter(({ mode }) => (mode === 'whole') === giving);
  const form = useForm({
    initialValues: {
      word: (offered[0]?.word ?? null) as string | null,
      year: numbers.year,
      firstNo: '' as number | string,
      lastNo: '' as number | string,
      deviceNo: '',
      deviceName: '',
      checkCode: '',
    },
  });
  const give = useAction('number.give-block', {
    form,
    done: ({ checkCode }) => `已发放号段，核对码 ${checkCode}，请打印发放单`,
    onDone: onClose,
  });
  const enter = useAction('number.enter-block', { form, done: () => '已登记号段，可以编号', onDone: onClose });
  const action = giving ? give : enter;
  const { values } = form;
  const submit = () => {
    const ready = requireFields(form, {
      word: [values.word ?? '', '请选择文书字'],
      firstNo: [String(values.firstNo), '请填写起号'],
      lastNo: [String(values.lastNo), '请填写末号'],
      ...(giving
        ? {
            deviceNo: [values.deviceNo, '请填写领用设备的编号'] as const,
            deviceName: [values.deviceName, '请填写领用设备的名称'] as const,
          }
        : { checkCode: [values.checkCode, '请填写发放单上的核对码'] as const }),
    });
    if (!ready) return;
    const range = {
      word: values.word ?? '',
      year: values.year,
      firstNo: Number(values.firstNo),
      lastNo: Number(values.lastNo),
    };
    if (giving) void give.run({ ...range, deviceNo: values.deviceNo, deviceName: values.deviceName });
    else void enter.run({ ...range, checkCode: values.checkCode });
  };
  const title = giving ? '发放号段' : '登记领到的号段';
  const used = numbers.series.find(({ word }) => word === values.word)?.lastNo ?? 0;
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={title}
      intro={
        giving
          ? '号段发放后，本机编号时跳过这一段；与已用的号和已发放的号段重叠的不能发放。'
          : '照发放单填写；核对码对不上的，多半是抄错了号或者不是发给本机的。'
      }
      submit={title}
      busy={action.busy}
      error={action.error}
      onSubmit={submit}
    >
      <div className={css.pair}>
        <SelectField
          label="文书字"
          required
          options={offered.map(({ word, label }) => ({ value: word, label: word, hint: label }))}
          value={values.word}
          error={form.errors['word']}
          onChange={(word) => form.setFieldValue('word', word)}
        />
        <NumberInput label="年份" required min={2020} max={2099} {...form.getInputProps('year')} />
        <NumberInput
          label="起号"
          required
          min={1}
          description={giving ? `本机已用到 ${used} 号` : undefined}
          {...form.getInputProps('firstNo')}
        />
        <NumberInput label="末号" required min={1} {...form.getInputProps('lastNo')} />
        {giving ? (
          <>
            <TextInput label="领用设备编号" required {...form.getInputProps('deviceNo')} />
            <TextInput label="领用设备名称" required {...form.getInputProps('deviceName')} />
          </>
        ) : (
          <TextInput label="核对码" required placeholder="4 位数字" {...form.getInputProps('checkCode')} />
        )}
      </div>
    </FormDrawer>
  );
}
