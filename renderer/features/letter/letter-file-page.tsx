import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { letterKindLabels } from '#shared/domain/letter/letter';
import { useExportDocument } from '../../api/export-document';
import { useAction, useRoute } from '../../api/queries';
import { Attachments } from '../../components/attachments';
import { DateStepsToggle } from '../../components/date-steps';
import { Facts } from '../../components/facts';
import { Columns, Page, PageHeader } from '../../components/page';
import { RecordGate } from '../../components/record-gate';
import { Section } from '../../components/section';
import css from './letter.module.css';
import { type LetterFile, LetterPill } from './letter-words';
import { type LetterStep, StepForm } from './step-form';

export function LetterFilePage() {
  const { id = '' } = useParams();
  const file = useRoute('letter.get', { id });
  if (file.data) return <Record key={id} file={file.data} />;
  return <RecordGate error={file.error} label="正在读取函件" back={{ to: '/letters', label: '返回函件' }} />;
}

function Record({ file }: { readonly file: LetterFile }) {
  const [step, setStep] = useState<LetterStep | null>(null);
  const attach = useAction('letter.attach', { done: (made) => `已存入附件 ${made.fileName}` });
  return (
    <Page>
      <PageHeader
        title={file.title}
        badges={<LetterPill row={file} />}
        purpose={`${letterKindLabels[file.kind]}　${file.no}　致${file.toUnit}`}
        back={{ to: '/letters', label: '函件' }}
        actions={<Actions file={file} onStep={setStep} />}
      />
      <Columns
        main={
          <>
            <Section title="正文">
              <p className={css.content}>{file.content}</p>
              {file.enclosures ? <p className={css.content}>附件：{file.enclosures}</p> : null}
            </Section>
            {file.reply ? (
              <Section title="回复" hint={file.repliedOn ?? ''}>
                <p className={css.content}>{file.reply}</p>
              </Section>
            ) : null}
            <Section title="附件" count={file.attachments.length}>
              <Attachments
                title="选择送达回执、回函"
                files={file.attachments}
                busy={attach.busy}
                onAttach={(picked) => attach.run({ id: file.id, file: picked.token })}
              />
            </Section>
          </>
        }
        side={
          <Section title="往来">
            <Facts
              columns={1}
              items={[
                { label: '当事人', value: <Link to={`/subjects/${file.subjectId}`}>{file.subjectName}</Link> },
                ...(file.inspectionId
                  ? [
                      {
                        label: '检查记录',
                        value: <Link to={`/results/${file.inspectionId}`}>{file.inspectionNo}</Link>,
                      },
                    ]
                  : []),
                { label: '成文', value: file.writtenOn, source: `承办人 ${file.writtenBy.name}` },
                { label: '发出', value: file.sentOn ?? '尚未发出', source: file.sentHow ?? '' },
                { label: '回复期限', value: file.replyDueOn ?? '未约定', source: file.remaining },
                ...(file.remindedOn ? [{ label: '最近催办', value: file.remindedOn }] : []),
                ...(file.repliedOn ? [{ label: '回复日期', value: file.repliedOn }] : []),
                ...(file.stateReason ? [{ label: '说明', value: file.stateReason }] : []),
              ]}
            />
            {file.replyDueSteps.length > 0 ? <DateStepsToggle steps={file.replyDueSteps} /> : null}
          </Section>
        }
      />
      {step ? <StepForm file={file} step={step} onClose={() => setStep(null)} /> : null}
    </Page>
  );
}

type ActionsProps = { readonly file: LetterFile; readonly onStep: (step: LetterStep) => void };

/** The next step is the one primary button. */
function Actions({ file, onStep }: ActionsProps) {
  const document = useExportDocument();
  const others: readonly [LetterStep, string][] =
    file.state === 'draft'
      ? [['cancel', '作废函件']]
      : file.state === 'sent'
        ? [
            ['remind', '登记催办'],
            ['close', '不再等回复'],
          ]
        : [];
  return (
    <>
      <Button
        variant="default"
        loading={document.busy}
        leftSection={<IconFileExport size={16} stroke={1.5} />}
        onClick={() => void document.run('letter', { id: file.id })}
      >
        导出函件…
      </Button>
      {others.length > 0 ? (
        <Menu>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} stroke={1.5} />}>
              其他办理
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map(([step, label]) => (
              <Menu.Item key={step} onClick={() => onStep(step)}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {file.state === 'draft' ? <Button onClick={() => onStep('send')}>登记发出</Button> : null}
      {file.state === 'sent' || file.state === 'closed' ? (
        <Button onClick={() => onStep('reply')}>登记回复</Button>
      ) : null}
    </>
  );
}
