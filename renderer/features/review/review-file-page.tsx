import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { dispositionLabels, resultLabels } from '#shared/domain/inspection/result-codes';
import { markFieldLabels } from '#shared/domain/review/review';
import { useAction, useRoute } from '../../api/queries';
import { Attachments } from '../../components/attachments';
import { DateStepsToggle } from '../../components/date-steps';
import { Facts } from '../../components/facts';
import { LawSide } from '../../components/law-side';
import { Columns, Page, PageHeader } from '../../components/page';
import { RecordGate } from '../../components/record-gate';
import { Section } from '../../components/section';
import { Timeline } from '../../components/timeline';
import { EndForm } from './end-form';
import { OpenEnds } from './open-ends';
import { PublishForm } from './publish-form';
import { ResultForm } from './result-form';
import { ReturnForm } from './return-form';
import css from './review.module.css';
import { ReviewPill } from './review-columns';
import { type ReviewFile, stepWords } from './review-words';

type Act = 'enter' | 'correct' | 'return' | 'publish' | 'withdraw' | 'close';

export function ReviewFilePage() {
  const { id = '' } = useParams();
  const file = useRoute('review.get', { inspectionId: id });
  if (file.data) return <Record key={id} file={file.data} />;
  return <RecordGate error={file.error} label="正在读取检查结果" back={{ to: '/results', label: '返回检查结果' }} />;
}

function Record({ file }: { readonly file: ReviewFile }) {
  const [act, setAct] = useState<Act | null>(null);
  const attach = useAction('review.attach', { done: (made) => `已存入附件 ${made.fileName}` });
  const close = () => setAct(null);
  return (
    <Page>
      <PageHeader
        title={file.subjectName}
        badges={<ReviewPill row={file} />}
        purpose={`${file.no}　${file.endedOn} 检查，${file.officers.map(({ name }) => name).join('、')}`}
        back={{ to: '/results', label: '检查结果' }}
        actions={<Actions file={file} onAct={setAct} />}
      />
      <Columns
        main={
          <>
            {file.state === 'returned' ? (
              <Section
                title="退回意见"
                count={file.marks.length}
                hint={`${file.reviewedBy?.name ?? ''}　${file.reviewedOn ?? ''}`}
              >
                <Facts
                  columns={1}
                  items={file.marks.map(({ field, text }) => ({ label: markFieldLabels[field], value: text }))}
                />
              </Section>
            ) : null}
            <Section title={file.state === 'published' ? '公示的内容' : '拟公示的内容'}>
              <Facts
                columns={1}
                items={[
                  { label: '检查结果', value: resultLabels[file.publicResult.resultCode] },
                  { label: '后续处置措施', value: dispositionLabels[file.publicResult.dispositionCode] },
                  { label: '公示内容', value: <p className={css.summary}>{file.publicResult.summary}</p> },
                ]}
              />
            </Section>
            {file.state === null ? null : <OpenEnds file={file} onClose={() => setAct('close')} />}
            {file.state === null ? null : (
              <Section title="公示和撤回的证明" count={file.attachments.length}>
                <Attachments
                  title="选择公示截图、撤回证明"
                  files={file.attachments}
                  busy={attach.busy}
                  onAttach={(picked) => attach.run({ inspectionId: file.inspectionId, file: picked.token })}
                />
              </Section>
            )}
            {file.steps.length > 0 ? (
              <Section title="办理经过">
                <Timeline items={storyOf(file)} />
              </Section>
            ) : null}
          </>
        }
        side={
          <>
            <Section title="公示">
              <Facts
                columns={1}
                items={[
                  {
                    label: '公示期限',
                    value: file.state === 'published' ? file.due.dueOn : `${file.due.dueOn}（${file.due.remaining}）`,
                  },
                  { label: '公示日期', value: file.publishedOn ?? '尚未公示' },
                  ...(file.publishedWhere ? [{ label: '公示的地方', value: file.publishedWhere }] : []),
                  ...(file.withdrawnOn
                    ? [{ label: '撤回公示', value: file.withdrawnOn, source: file.withdrawnReason ?? '' }]
                    : []),
                  { label: '录入', value: file.enteredBy?.name ?? '尚未录入' },
                  { label: '审核', value: file.reviewedBy?.name ?? '尚未审核' },
                ]}
              />
              <DateStepsToggle steps={file.due.dueSteps} estimated={file.due.dueEstimated} />
            </Section>
            <LawSide clauses={[{ ...file.publishBasis.basis, verified: file.publishBasis.verified }]} />
          </>
        }
      />
      {act === 'enter' || act === 'correct' ? (
        <ResultForm file={file} correct={act === 'correct'} onClose={close} />
      ) : null}
      {act === 'return' ? <ReturnForm file={file} onClose={close} /> : null}
      {act === 'publish' ? <PublishForm rows={[file]} onClose={close} /> : null}
      {act === 'withdraw' || act === 'close' ? <EndForm file={file} ending={act} onClose={close} /> : null}
    </Page>
  );
}

type ActionsProps = { readonly file: ReviewFile; readonly onAct: (act: Act) => void };

/** The next step is the one primary button. */
function Actions({ file, onAct }: ActionsProps) {
  const record = (
    <Button variant="default" component={Link} to={`/inspections/${file.inspectionId}`}>
      查看检查记录
    </Button>
  );
  if (file.state === 'waiting')
    return (
      <>
        {record}
        <Button variant="default" onClick={() => onAct('return')}>
          退回修改
        </Button>
        <Button onClick={() => onAct('publish')}>审核通过并公示</Button>
      </>
    );
  if (file.state === 'published')
    return (
      <>
        {record}
        {file.withdrawnOn === null ? (
          <Menu>
            <Menu.Target>
              <Button variant="default" rightSection={<IconChevronDown size={14} stroke={1.5} />}>
                更正或撤回
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => onAct('correct')}>更正公示内容</Menu.Item>
              <Menu.Item onClick={() => onAct('withdraw')}>撤回公示</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </>
    );
  return (
    <>
      {record}
      <Button onClick={() => onAct('enter')}>{file.state === 'returned' ? '修改并重新提交' : '录入检查结果'}</Button>
    </>
  );
}

/** What happened to a result, newest first. */
const storyOf = (file: ReviewFile) =>
  [...file.steps].reverse().map(({ id, action, on, officerName, secondName, text, before, after }) => ({
    id,
    on,
    title: stepWords[action],
    detail: [
      text,
      before && after && before.summary !== after.summary ? `原为：${before.summary}　改为：${after.summary}` : '',
      officerName ? `经办：${officerName}` : '',
      secondName ? `复核：${secondName}` : '',
    ]
      .filter((part) => part !== '')
      .join('　'),
    tone:
      action === 'publish' || action === 'close'
        ? ('good' as const)
        : action === 'enter'
          ? ('neutral' as const)
          : ('warn' as const),
  }));
