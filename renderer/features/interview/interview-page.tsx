import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { interviewStateLabels } from '#shared/domain/paper/interview';
import type { RouteOutput } from '#shared/ipc/contract';
import { useRoute } from '../../api/queries';
import { Columns, Page, PageHeader } from '../../components/page';
import { StatePill } from '../../components/pill';
import { RecordGate } from '../../components/record-gate';
import { Section } from '../../components/section';
import { FinishForm } from './finish-form';
import { InterviewSide } from './interview-side';
import { QuestionList } from './question-list';
import { VoidForm } from './void-form';

export type InterviewFile = RouteOutput<'interview.get'>;

const TONES = { open: 'going', finished: 'done', void: 'off' } as const;

/** `/papers/interviews/:id`: questions and answers as fast as they are spoken, each saved at once. */
export function InterviewPage() {
  const { id = '' } = useParams();
  const file = useRoute('interview.get', { id });
  if (file.data) return <Interview key={id} file={file.data} />;
  return <RecordGate error={file.error} label="正在读取询问笔录" back={{ to: '/papers', label: '返回文书' }} />;
}

function Interview({ file }: { readonly file: InterviewFile }) {
  const [act, setAct] = useState<'finish' | 'void' | null>(null);
  const { interview } = file;
  const open = interview.state === 'open';
  const view = `/papers/view/interview-record/${interview.id}`;
  return (
    <Page>
      <PageHeader
        title={`询问 ${interview.personName}（第 ${interview.nth} 次）`}
        badges={<StatePill label={interviewStateLabels[interview.state]} tone={TONES[interview.state]} />}
        purpose={`${interview.no}　${interview.subjectName}　检查 ${interview.inspectionNo}`}
        back={{ to: `/papers/case/inspection/${interview.inspectionId}`, label: '本次检查的文书' }}
        actions={
          <>
            {interview.state === 'void' ? null : (
              <Button variant="default" onClick={() => setAct('void')}>
                作废…
              </Button>
            )}
            <Button
              component={Link}
              to={view}
              variant={open ? 'default' : 'filled'}
              leftSection={<IconPrinter size={16} stroke={1.5} />}
            >
              查看打印
            </Button>
            {open ? <Button onClick={() => setAct('finish')}>核对确认，结束询问</Button> : null}
          </>
        }
      />
      <Columns
        fixedSide
        main={
          <Section
            title="问答"
            count={interview.lines.length}
            hint={open ? 'Enter 到下一问，Shift+Enter 换行，Alt+数字 插入常用提问；逐条保存' : undefined}
            flush
          >
            <QuestionList file={file} />
          </Section>
        }
        side={<InterviewSide file={file} />}
      />
      {act === 'finish' ? <FinishForm file={file} onClose={() => setAct(null)} /> : null}
      {act === 'void' ? <VoidForm file={file} onClose={() => setAct(null)} /> : null}
    </Page>
  );
}
