import { Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from 'react-router-dom';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { SelectField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import { keyOf, type PackRow, packLink, statusWords } from './pack-words';

type Values = { from: string | null; as: 'new_version' | 'own_pack'; newPackId: string };

type CopyFormProps = {
  readonly packs: readonly PackRow[];
  /** The pack it is made from; without it the officer chooses one. */
  readonly from?: PackRow;
  readonly onClose: () => void;
};

/** The versions of a shipped or an official pack are counted by who issued it, not by the office. */
export const mayRenew = ({ origin, status }: Pick<PackRow, 'origin' | 'status'>): boolean =>
  origin !== 'shipped' && status !== 'official';

/** A draft of the office begins with a version that exists; nothing is ever written from nothing. */
export function CopyForm({ packs, from, onClose }: CopyFormProps) {
  const navigate = useNavigate();
  const form = useForm<Values>({
    initialValues: {
      from: from ? keyOf(from) : null,
      as: from && mayRenew(from) ? 'new_version' : 'own_pack',
      newPackId: '',
    },
  });
  const copy = useAction('pack.copy', {
    form,
    done: ({ version }) => `已建立草稿（第 ${version} 版），改动随时自动保存`,
    onDone: (key) => navigate(`${packLink(key)}/edit`),
  });
  const { values, errors } = form;
  const own = values.as === 'own_pack';
  const base = packs.find((pack) => keyOf(pack) === values.from);
  const submit = () => {
    const complete = requireFields(form, {
      from: [values.from, '请选择一个规则包作为底稿'],
      ...(own ? { newPackId: [values.newPackId, '请填写编号'] as const } : {}),
    });
    if (!complete || !base) return;
    const { packId, version } = base;
    void copy.run({
      packId,
      version,
      as: values.as,
      ...(own ? { newPackId: values.newPackId.trim() } : {}),
    });
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={from ? (mayRenew(from) ? '复制规则包' : '复制为本局规则包') : '新建规则包'}
      intro="从已有的规则包复制一份草稿，再逐项修改；原来的规则包不变。"
      submit="建立草稿"
      busy={copy.busy}
      error={copy.error}
      onSubmit={submit}
    >
      {from ? null : (
        <SelectField
          label="以哪个规则包为底稿"
          required
          options={packs
            .filter(({ state }) => state === 'ready')
            .map((pack) => ({
              value: keyOf(pack),
              label: `${pack.title} 第 ${pack.version} 版`,
              hint: `${pack.place}　${statusWords(pack.status)}`,
            }))}
          value={values.from}
          error={errors['from']}
          onChange={(value) => form.setFieldValue('from', value)}
        />
      )}
      {from && mayRenew(from) ? (
        <Radio.Group
          label="复制成"
          value={values.as}
          onChange={(value) => form.setFieldValue('as', value as Values['as'])}
        >
          <Stack gap={6} mt={4}>
            <Radio value="new_version" label="同一规则包的新版本" description="修订原规则，启用后接替现在的版本。" />
            <Radio value="own_pack" label="本局自己的规则包" description="以原规则为基础包，注明改了哪些。" />
          </Stack>
        </Radio.Group>
      ) : null}
      {own ? (
        <TextInput
          label="新规则包的编号"
          required
          description="小写字母、数字和连字符，例如 bureau-enterprise；定稿后不能改。"
          {...form.getInputProps('newPackId')}
        />
      ) : null}
    </FormDrawer>
  );
}
