import { Button, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField, FormGrid } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import type { Run } from './run-words';

/** An approved run is entered as published, and later as taken down, with the reason. */
export function PublishButton({ run }: { readonly run: Run }) {
  const [opened, setOpened] = useState(false);
  // a run that found nothing new has nothing to publish
  if (run.state !== 'approved' || run.rated === 0 || run.unpublishedOn !== null) return null;
  const props = { run, opened, onClose: () => setOpened(false) };
  return run.publishedOn === null ? (
    <>
      <Button onClick={() => setOpened(true)}>登记公示</Button>
      <PublishForm {...props} />
    </>
  ) : (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        停止公示
      </Button>
      <UnpublishForm {...props} />
    </>
  );
}

type FormProps = { readonly run: Run; readonly opened: boolean; readonly onClose: () => void };

function PublishForm({ run, opened, onClose }: FormProps) {
  const today = useToday();
  const form = useForm({ initialValues: { on: today, where: '' } });
  const publish = useAction('rating.publish-batch', { form, done: () => '已登记公示', onDone: onClose });
  const submit = () => {
    const { on, where } = form.values;
    if (!requireFields(form, { on: [on, '请填写公示日期'], where: [where, '请填写公示的网站或地点'] })) return;
    void publish.run({ id: run.id, on, where });
  };
  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title="登记公示"
      intro="这里只登记已经在别处公示的事实，本程序不对外发布。"
      submit="登记公示"
      busy={publish.busy}
      error={publish.error}
      onSubmit={submit}
    >
      <FormGrid single>
        <DateField
          label="公示日期"
          required
          {...(run.decidedOn ? { min: run.decidedOn } : {})}
          max={today}
          value={form.values.on || null}
          error={form.errors['on']}
          onChange={(date) => form.setFieldValue('on', date ?? '')}
        />
        <TextInput label="公示的网站或地点" required {...form.getInputProps('where')} />
      </FormGrid>
    </FormDrawer>
  );
}

function UnpublishForm({ run, opened, onClose }: FormProps) {
  const today = useToday();
  const form = useForm({ initialValues: { on: today, reason: '' } });
  const stop = useAction('rating.unpublish-batch', { form, done: () => '已登记停止公示', onDone: onClose });
  const submit = () => {
    const { on, reason } = form.values;
    if (!requireFields(form, { on: [on, '请填写停止公示的日期'], reason: [reason, '请填写停止公示的原因'] })) return;
    void stop.run({ id: run.id, on, reason });
  };
  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title="停止公示"
      intro="停止公示不改变评价，各户等级仍然有效；公示过的事实留在记录中。"
      submit="停止公示"
      busy={stop.busy}
      error={stop.error}
      onSubmit={submit}
    >
      <FormGrid single>
        <DateField
          label="停止公示的日期"
          required
          {...(run.publishedOn ? { min: run.publishedOn } : {})}
          max={today}
          value={form.values.on || null}
          error={form.errors['on']}
          onChange={(date) => form.setFieldValue('on', date ?? '')}
        />
        <Textarea label="停止公示的原因" required autosize minRows={3} {...form.getInputProps('reason')} />
      </FormGrid>
    </FormDrawer>
  );
}
