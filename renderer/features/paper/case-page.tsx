import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { checkNoticeStateLabels } from '#shared/domain/paper/check-notice';
import { useRoute } from '../../api/queries';
import { Columns, Page, PageHeader } from '../../components/page';
import { StatePill } from '../../components/pill';
import { RecordGate } from '../../components/record-gate';
import { Section } from '../../components/section';
import { BlankPapers } from './blank-papers';
import { CasePapers } from './case-papers';
import { CaseProblems } from './case-problems';
import { CaseSide } from './case-side';
import { InterviewForm } from './interview-form';
import { NoticeForm, type NoticeStep } from './notice-form';
import { type CaseFile, noticeTones } from './paper-words';

/** `/papers/case/visit/:id` and `/papers/case/inspection/:id`: all papers of one inspection. */
export function CasePage() {
  const { kind = '', id = '' } = useParams();
  const file = useRoute('paper.get-case', kind === 'visit' ? { visitId: id } : { inspectionId: id });
  if (file.data) return <Case key={id} file={file.data} />;
  return <RecordGate error={file.error} label="正在读取文书" back={{ to: '/papers', label: '返回文书' }} />;
}

function Case({ file }: { readonly file: CaseFile }) {
  const [step, setStep] = useState<NoticeStep | null>(null);
  const [asking, setAsking] = useState(false);
  const { notice } = file;
  const back = file.inspectionId
    ? { to: `/inspections/${file.inspectionId}`, label: '检查' }
    : { to: '/papers', label: '文书' };
  return (
    <Page>
      <PageHeader
        title={`${file.subjectName} 的检查文书`}
        badges={
          notice ? <StatePill label={checkNoticeStateLabels[notice.state]} tone={noticeTones[notice.state]} /> : null
        }
        purpose={file.inspectionNo ? `检查 ${file.inspectionNo}` : '检查还没有开始'}
        back={back}
        actions={<Actions file={file} onStep={setStep} onAsk={() => setAsking(true)} />}
      />
      <Columns
        main={
          <>
            <CaseProblems file={file} />
            <CasePapers file={file} />
            <Section title="空白文书" hint="打印后带到现场手工填写，扫描件凭二维码归入记录" flush>
              <BlankPapers file={file} />
            </Section>
          </>
        }
        side={<CaseSide file={file} />}
      />
      {step && notice ? <NoticeForm step={step} notice={notice} onClose={() => setStep(null)} /> : null}
      {asking && file.inspectionId ? (
        <InterviewForm inspectionId={file.inspectionId} onClose={() => setAsking(false)} />
      ) : null}
    </Page>
  );
}

type ActionsProps = {
  readonly file: CaseFile;
  readonly onStep: (step: NoticeStep) => void;
  readonly onAsk: () => void;
};

/** The next step as the one filled button, what else may be done before it. */
function Actions({ file, onStep, onAsk }: ActionsProps) {
  const navigate = useNavigate();
  const { next, notice } = file;
  const go = (to: string, label: string) => <Button onClick={() => navigate(to)}>{label}</Button>;
  const query = file.inspectionId ? `inspection=${file.inspectionId}` : `visit=${file.visitId ?? ''}`;
  const primary = () => {
    switch (next.step) {
      case 'apply':
        return go(`/papers/apply?${query}`, file.inspectionId ? '补办检查审批' : '申请检查审批');
      case 'decide':
        return <Button onClick={() => onStep('decide')}>审批</Button>;
      case 'make_notice':
        return <Button onClick={() => onStep('make')}>制作检查通知书</Button>;
      case 'serve_notice':
        return <Button onClick={() => onStep('serve')}>登记送达</Button>;
      case 'start_inspection':
        return go(`/inspections/new?visit=${file.visitId ?? ''}`, '开始检查');
      case 'finish_inspection':
        return go(`/inspections/${next.id ?? ''}`, '继续检查');
      case 'order_correction':
        return go(`/rectifications/new?inspection=${next.id ?? ''}`, '开具责令改正通知书');
      case 'print_record':
        return go(`/papers/view/inspection-record/${next.id ?? ''}`, '打印现场检查笔录');
      case 'none':
        return null;
    }
  };
  const withdrawable = notice && ['draft', 'approved', 'noticed'].includes(notice.state);
  const early = next.step === 'decide' && notice?.urgentReason && !file.inspectionId && file.visitId;
  return (
    <>
      {withdrawable ? (
        <Button variant="default" onClick={() => onStep('withdraw')}>
          撤回申请
        </Button>
      ) : null}
      {next.step === 'make_notice' ? (
        <Button variant="default" onClick={() => onStep('skip')}>
          不事先通知
        </Button>
      ) : null}
      {early ? (
        <Button variant="default" component={Link} to={`/inspections/new?visit=${file.visitId ?? ''}`}>
          先行检查
        </Button>
      ) : null}
      {file.inspectionId ? (
        <Button variant="default" onClick={onAsk}>
          开始询问
        </Button>
      ) : null}
      {primary()}
    </>
  );
}
