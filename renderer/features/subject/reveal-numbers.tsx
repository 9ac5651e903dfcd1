import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { RouteOutput } from '#shared/ipc/contract';
import { useAction } from '../../api/queries';
import { Facts } from '../../components/facts';
import { FormGrid } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import { Section } from '../../components/section';
import type { SubjectFile } from './subject-words';

/** Masked numbers; in full for a stated purpose, which is written down, until the page is left. */
export function RevealNumbers({ file }: { readonly file: SubjectFile }) {
  const [asking, setAsking] = useState(false);
  const [full, setFull] = useState<RouteOutput<'subject.reveal'> | null>(null);
  const form = useForm({ initialValues: { purpose: '' } });
  const reveal = useAction('subject.reveal', {
    form,
    onDone: (numbers) => {
      setFull(numbers);
      form.reset();
      setAsking(false);
    },
  });
  const masked = file.idNumberMasked !== null || file.phoneMasked !== null;
  const button = full ? (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconEyeOff size={15} stroke={1.5} />}
      onClick={() => setFull(null)}
    >
      隐藏完整号码
    </Button>
  ) : (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconEye size={15} stroke={1.5} />}
      onClick={() => setAsking(true)}
    >
      查看完整号码
    </Button>
  );
  return (
    <Section title="联系方式与证件" hint="号码默认隐去，查看会留痕" actions={masked ? button : null}>
      <Facts
        items={[
          { label: '联系电话', value: full?.phone ?? file.phoneMasked },
          { label: '电子邮箱', value: file.email },
          ...(file.kind === 'agent' ? [{ label: '公民身份号码', value: full?.idNumber ?? file.idNumberMasked }] : []),
        ]}
      />
      <FormDrawer
        opened={asking}
        onClose={() => setAsking(false)}
        title="查看完整号码"
        intro="查看人、时间、对象和用途会记入操作记录。"
        submit="查看完整号码"
        busy={reveal.busy}
        error={reveal.error}
        onSubmit={() => void reveal.run({ id: file.id, purpose: form.values.purpose })}
      >
        <FormGrid single>
          <TextInput
            label="查看用途"
            required
            data-autofocus
            placeholder="例如：送达责令改正通知书"
            maxLength={200}
            {...form.getInputProps('purpose')}
          />
        </FormGrid>
      </FormDrawer>
    </Section>
  );
}
