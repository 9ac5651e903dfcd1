import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { dishonestyClassLabels, dishonestyStateLabels, regimeLabels } from '#shared/domain/dishonesty/codes';
import { repairStateLabels } from '#shared/domain/repair/repair';
import { useRoute } from '../../api/queries';
import { Attachments } from '../../components/attachments';
import { Facts } from '../../components/facts';
import { LawSide } from '../../components/law-side';
import { Columns, Page, PageHeader } from '../../components/page';
import { StatePill } from '../../components/pill';
import { RecordGate } from '../../components/record-gate';
import { Section } from '../../components/section';
import { EmptyState } from '../../components/state-panels';
import { Timeline } from '../../components/timeline';
import { OutlookPill } from './record-columns';
import css from './repair.module.css';
import { type DishonestyFile, recordTones } from './repair-words';
import { TermsSection } from './terms-section';
import { WithdrawForm } from './withdraw-form';

export function DishonestyFilePage() {
  const { id = '' } = useParams();
  const file = useRoute('dishonesty.get', { id });
  if (file.data) return <Record key={id} file={file.data} />;
  return <RecordGate error={file.error} label="正在读取失信记录" back={{ to: '/repairs', label: '返回失信记录' }} />;
}

function Record({ file }: { readonly file: DishonestyFile }) {
  const [withdrawing, setWithdrawing] = useState(false);
  const { terms } = file;
  return (
    <Page>
      <PageHeader
        title={file.subjectName}
        badges={
          <>
            <StatePill
              label={
                file.state === 'active' ? `${dishonestyClassLabels[file.class]}失信` : dishonestyStateLabels[file.state]
              }
              tone={recordTones[file.state]}
            />
            {file.state === 'active' ? <OutlookPill row={file} /> : null}
          </>
        }
        purpose={`${file.documentNo}　${file.authority}　${file.decidedOn} 认定`}
        back={{ to: '/repairs', label: '失信与修复' }}
        actions={
          file.state === 'active' ? (
            <>
              <Button variant="default" onClick={() => setWithdrawing(true)}>
                撤出失信记录
              </Button>
              <NextStep file={file} />
            </>
          ) : undefined
        }
      />
      <Columns
        main={
          <>
            {terms ? (
              <TermsSection terms={terms} />
            ) : (
              <Section title="修复时间">
                <EmptyState compact sentence="这一制度今天没有有效的修复规则，请在设置中核对规则包。" />
              </Section>
            )}
            <Section title="失信事实">
              <Facts
                columns={1}
                items={[
                  { label: '失信行为', value: file.actText },
                  { label: '事实', value: <span className={css.plain}>{file.actSummary}</span> },
                  { label: '处罚或处理内容', value: file.penalty },
                ]}
              />
            </Section>
            <Section title="修复申请" count={file.repairs.length}>
              <RepairHistory file={file} />
            </Section>
          </>
        }
        side={
          <>
            <Section title="认定">
              <Facts
                columns={1}
                items={[
                  {
                    label: '失信主体',
                    value: <Link to={`/subjects/${file.subjectId}`}>{file.subjectName}</Link>,
                    source: file.subjectUscc ?? undefined,
                  },
                  { label: '适用制度', value: regimeLabels[file.regime] },
                  { label: '程度', value: dishonestyClassLabels[file.class] },
                  { label: '认定日期', value: file.decidedOn },
                  { label: '公示日期', value: file.publishedOn ?? '未登记公示' },
                ]}
              />
            </Section>
            {file.actBasis ? (
              <LawSide title="失信行为的依据" clauses={[{ ...file.actBasis, verified: file.actVerified }]} />
            ) : null}
            {file.attachments.length > 0 ? (
              <Section title="附件" count={file.attachments.length}>
                <Attachments files={file.attachments} />
              </Section>
            ) : null}
          </>
        }
      />
      {withdrawing ? <WithdrawForm file={file} onClose={() => setWithdrawing(false)} /> : null}
    </Page>
  );
}

/** One thing to do, or the day from which there is one. */
function NextStep({ file }: { readonly file: DishonestyFile }) {
  const navigate = useNavigate();
  if (file.repairId) return <Button onClick={() => navigate(`/repairs/${file.repairId}`)}>继续办理修复</Button>;
  const apply = () => navigate(`/repairs/new?record=${file.id}`);
  if (file.outlook === 'ready') return <Button onClick={apply}>受理修复申请</Button>;
  if (file.outlook === 'automatic' || file.outlook === 'ended') return null;
  return (
    <Button variant="default" onClick={apply}>
      查看修复条件
    </Button>
  );
}

function RepairHistory({ file }: { readonly file: DishonestyFile }) {
  const navigate = useNavigate();
  if (file.repairs.length === 0)
    return <p className={css.none}>还没有申请过修复。{file.earliestOn ? `${file.earliestOn} 起可以申请。` : ''}</p>;
  return (
    <Timeline
      items={file.repairs
        .toSorted((a, b) => (a.appliedOn < b.appliedOn ? 1 : -1))
        .map((repair) => ({
          id: repair.id,
          on: repair.appliedOn,
          title: `修复申请 ${repair.no}`,
          detail: repairStateLabels[repair.state],
          tone: repair.state === 'closed' ? 'good' : repair.state === 'refused' ? 'bad' : 'neutral',
          onOpen: () => navigate(`/repairs/${repair.id}`),
        }))}
    />
  );
}
