import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { FormDrawer } from '../../components/form-drawer';
import type { Numbers } from './number-section';
import css from './number-section.module.css';

type DeviceFormProps = { readonly numbers: Numbers; readonly onClose: () => void };

/** Names this device; a laptop in the field ticks the series that it numbers out of blocks. */
export function DeviceForm({ numbers, onClose }: DeviceFormProps) {
  const { device, series, host } = numbers;
  const form = useForm({
    initialValues: {
      no: device?.no ?? '',
      name: device?.name ?? '',
      reason: '',
      blockWords: series.filter(({ mode }) => mode === 'block').map(({ word }) => word),
    },
  });
  const register = useAction('number.register-device', { form, done: () => '已登记本机', onDone: onClose });
  const { values } = form;
  const submit = () => {
    const ready = requireFields(form, {
      no: [values.no, '请填写设备编号'],
      name: [values.name, '请填写设备名称'],
      ...(device?.foreign ? { reason: [values.reason, '请写明换到本机的原因'] as const } : {}),
    });
    if (ready) void register.run(values);
  };
  const all = series.map(({ word }) => word);
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="登记本机"
      intro={`计算机名 ${host}。机关主机使用整个序列并向外发放号段；外出的笔记本按领到的号段编号。`}
      submit="登记本机"
      busy={register.busy}
      error={register.error}
      onSubmit={submit}
    >
      <div className={css.pair}>
        <TextInput label="设备编号" required description="例如 01、02" data-autofocus {...form.getInputProps('no')} />
        <TextInput label="设备名称" required description="例如 二号笔记本" {...form.getInputProps('name')} />
      </div>
      <Checkbox
        label="外出设备，全部按号段编号"
        checked={values.blockWords.length === all.length}
        indeterminate={values.blockWords.length > 0 && values.blockWords.length < all.length}
        onChange={(event) => form.setFieldValue('blockWords', event.currentTarget.checked ? all : [])}
      />
      <Checkbox.Group
        label="按号段编号的文书字"
        description="没有勾选的使用整个序列"
        value={values.blockWords}
        onChange={(words) => form.setFieldValue('blockWords', words)}
      >
        <div className={css.words}>
          {series.map(({ word, label }) => (
            <Checkbox key={word} value={word} label={`${word}（${label}）`} />
          ))}
        </div>
      </Checkbox.Group>
      {device?.foreign ? (
        <Textarea label="换到本机的原因" required autosize minRows={2} {...form.getInputProps('reason')} />
      ) : null}
    </FormDrawer>
  );
}
