import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useExportDocument } from '../../api/export-document';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { Facts } from '../../components/facts';
import { SelectField } from '../../components/fields';
import { FormDrawer } from '../../components/form-drawer';
import { Page, PageHeader } from '../../components/page';
import { StatePill } from '../../components/pill';
import { Section } from '../../components/section';
import { Loading, QueryError } from '../../components/state-panels';
import { thousands } from '../../components/words';
import { CampaignForm } from './campaign-form';
import css from './plan.module.css';
import { TaskTable } from './task-table';
import { campaignPill } from './task-words';

const back = { to: '/plans?tab=campaigns', label: '专项行动' };
const sum = (rows: readonly { readonly n: number }[]) => rows.reduce((total, { n }) => total + n, 0);
const split = (rows: readonly { readonly label: string; readonly n: number }[]) =>
  rows.length === 0 ? '无' : rows.map(({ label, n }) => `${label} ${n}`).join('　');

/** A campaign on one page: basis, draws, tasks, results; every split adds up to its whole. */
export function CampaignPage() {
  const { id = '' } = useParams();
  const file = useRoute('plan.get-campaign', { id });
  const [open, setOpen] = useState<'edit' | 'close' | 'plan' | null>(null);
  const { run, busy } = useExportDocument();
  if (file.error)
    return (
      <Page>
        <PageHeader title="专项行动" back={back} />
        <QueryError error={file.error} />
      </Page>
    );
  if (!file.data) return <Loading label="正在读取专项行动" />;
  const { data } = file;
  const close = () => setOpen(null);
  const valid = data.tasks - (data.byState.find(({ code }) => code === 'cancelled')?.n ?? 0);
  return (
    <Page>
      <PageHeader
        title={data.title}
        badges={<StatePill {...campaignPill(data)} />}
        purpose={`${data.fromOn} 至 ${data.toOn}　${data.basis}`}
        back={back}
        actions={
          <>
            {data.state === 'open' ? (
              <>
                <Button variant="default" onClick={() => setOpen('edit')}>
                  修改
                </Button>
                <Button variant="default" onClick={() => setOpen('plan')}>
                  列入抽取…
                </Button>
                <Button variant="default" onClick={() => setOpen('close')}>
                  结束专项行动…
                </Button>
              </>
            ) : null}
            <Button
              loading={busy}
              leftSection={<IconFileExport size={16} stroke={1.5} />}
              onClick={() => void run('campaign-report', { id })}
            >
              导出专项行动总结…
            </Button>
          </>
        }
      />
      <Section title="进展和结果">
        <Facts
          columns={2}
          items={[
            { label: '任务合计', value: `${thousands(data.tasks)} 项，涉及 ${thousands(data.subjects)} 户` },
            { label: '按状态', value: split(data.byState), source: `合计 ${sum(data.byState)} 项` },
            {
              label: '来源',
              value: `随机抽取 ${data.tasks - data.arranged}　人工安排 ${data.arranged}`,
              source: `合计 ${data.tasks} 项`,
            },
            {
              label: '按检查类型（不含已取消）',
              value: split(data.byKind),
              source: `合计 ${sum(data.byKind)} 项，应为 ${valid} 项`,
            },
            {
              label: '检查结果',
              value: split(data.byResult),
              source: `合计 ${sum(data.byResult)} 项，已检查 ${data.inspected} 项`,
            },
            { label: '发现问题', value: `${data.findings} 个` },
            { label: '责令改正', value: `${data.orders} 件，已办结 ${data.ordersClosed} 件` },
            { label: '内容和要求', value: data.description || '未填写', wide: true },
            ...(data.conclusion
              ? [{ label: `总结（${data.closedOn ?? ''} 结束）`, value: data.conclusion, wide: true }]
              : []),
          ]}
        />
      </Section>
      <Section title="列入的抽取" count={data.planList.length}>
        {data.planList.length === 0 ? (
          <p>没有列入抽取。</p>
        ) : (
          <ul className={css.stack}>
            {data.planList.map((plan) => (
              <li key={plan.id}>
                <Link to={`/plans/${plan.id}`}>{plan.title}</Link>　抽中 {plan.tasks} 户，已检查 {plan.inspected} 户
                {plan.state === 'void' ? '（已作废）' : ''}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="检查任务" flush>
        <TaskTable campaignId={id} />
      </Section>
      {open === 'edit' ? <CampaignForm campaign={data} onClose={close} /> : null}
      {open === 'plan' ? <AssignForm campaignId={id} onClose={close} /> : null}
      {open === 'close' ? <CloseForm id={id} title={data.title} onClose={close} /> : null}
    </Page>
  );
}

function AssignForm({ campaignId, onClose }: { readonly campaignId: string; readonly onClose: () => void }) {
  const [planId, setPlanId] = useState<string | null>(null);
  const plans = useRoute('plan.list', {}).data?.plans.filter(({ state }) => state === 'drawn') ?? [];
  const assign = useAction('plan.assign-campaign', { done: () => '已列入专项行动', onDone: onClose });
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="列入抽取"
      intro="选定的抽取中的全部检查归入本次专项行动，抽取结果不变。"
      submit="列入"
      busy={assign.busy}
      error={assign.error}
      onSubmit={() => {
        if (planId !== null) void assign.run({ planId, campaignId });
      }}
    >
      <SelectField
        label="抽取记录"
        required
        options={plans.map(({ id, title, visits }) => ({ value: id, label: title, hint: `抽中 ${visits} 户` }))}
        value={planId}
        onChange={setPlanId}
      />
    </FormDrawer>
  );
}

type CloseFormProps = { readonly id: string; readonly title: string; readonly onClose: () => void };

function CloseForm({ id, title, onClose }: CloseFormProps) {
  const form = useForm({ initialValues: { conclusion: '' } });
  const finish = useAction('plan.close-campaign', { form, done: () => '专项行动已结束', onDone: onClose });
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="结束专项行动"
      intro={`《${title}》结束后不能再列入检查；总结印在总结报告上。`}
      submit="结束专项行动"
      busy={finish.busy}
      error={finish.error}
      onSubmit={() => {
        if (requireFields(form, { conclusion: [form.values.conclusion, '请填写总结'] }))
          void finish.run({ id, conclusion: form.values.conclusion });
      }}
    >
      <Textarea label="总结" required autosize minRows={5} maxLength={2000} {...form.getInputProps('conclusion')} />
    </FormDrawer>
  );
}
