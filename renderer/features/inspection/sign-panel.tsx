import { Button } from '@mantine/core';
import { answerLabels, avoidanceLabels } from '#shared/domain/inspection/codes';
import { useAction } from '../../api/queries';
import { Section } from '../../components/section';
import { type InspectionFile, momentOf, timeText } from './inspection-words';
import { ScanPaper } from './scan-paper';
import { SignRow } from './sign-row';
import css from './site.module.css';

type SignPanelProps = { readonly file: InspectionFile; readonly onNextStep: () => void };

/** The text is read, then everybody signs; a word changed afterwards asks for new signatures. */
export function SignPanel({ file, onNextStep }: SignPanelProps) {
  const sign = useAction('inspection.sign');
  const open = file.signings.filter(({ status }) => status === 'missing' || status === 'changed');
  const onPaper = open.filter(({ role }) => role === 'officer');
  const officersOnPaper = async () => {
    for (const { role, officerId, name } of onPaper)
      await sign.run({ id: file.id, role, officerId, name, way: 'paper', at: momentOf(file) });
  };
  return (
    <>
      <Section title={file.refusal ? '拒绝检查的记录' : '请当事人核对以下记录'}>
        <div className={css.paper}>{signedText(file)}</div>
      </Section>
      <Section
        title="签名"
        hint={open.length === 0 ? '全部签名完毕' : `还有 ${open.length} 人未签`}
        actions={
          onPaper.length > 1 ? (
            <Button size="compact-sm" variant="default" loading={sign.busy} onClick={() => void officersOnPaper()}>
              检查人员均已在纸上签名
            </Button>
          ) : undefined
        }
        flush
      >
        {file.signings.length === 0 ? (
          <p className={`${css.quiet} ${css.padded}`}>非现场检查不需要签名。</p>
        ) : (
          <ul className={css.signers}>
            {file.signings.map((signing) => (
              <SignRow key={`${signing.role} ${signing.officerId ?? ''}`} file={file} signing={signing} />
            ))}
          </ul>
        )}
      </Section>
      <ScanPaper file={file} />
      <div>
        <Button variant="default" data-next-step onClick={onNextStep}>
          下一步：离场核对
        </Button>
      </div>
    </>
  );
}

/** What is signed, in the words of the record. */
function signedText(file: InspectionFile): string {
  const problems = file.findings.filter((finding) => finding.state === 'open');
  const told = `检查人员已${file.certificatesShownAt ? '出示执法证件' : ''}${file.rightsTold ? '并告知权利义务' : ''}`;
  const { counts } = file;
  const lines = [
    `${file.no}　${file.subjectName}`,
    `检查时间：${timeText(file.startedAt)} 起　检查地点：${file.place}`,
    `检查人员：${file.officers.map(({ name, certificateNo }) => `${name}（${certificateNo}）`).join('、')}`,
    file.partyPresent ? `到场：${file.partyPresent}` : '',
    file.rightsTold
      ? `${told}；当事人${file.avoidanceAsked ? avoidanceLabels[file.avoidanceAsked] : '未答复是否申请回避'}。`
      : '',
    file.refusal ? `拒绝检查：${file.refusal.facts}` : '',
    file.scene ? `现场情况：${file.scene}` : file.refusal ? '' : '现场情况：未记录',
    file.refusal
      ? ''
      : `检查项目：${answerLabels.compliant} ${counts.compliant}，${answerLabels.problem} ${counts.problem}，${answerLabels.not_applicable} ${counts.notApplicable}，${answerLabels.not_checked} ${counts.notChecked}，不询问 ${counts.notAsked}`,
    ...problems.map((finding, at) => `发现的问题 ${at + 1}（${finding.itemCode ?? '检查表外'}）：${finding.facts}`),
    file.statement ? `当事人的陈述和申辩：${file.statement}` : file.refusal ? '' : '当事人的陈述和申辩：未记录',
  ];
  return lines.filter((line) => line !== '').join('\n');
}
