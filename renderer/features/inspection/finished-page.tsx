import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useNavigate } from 'react-router-dom';
import { avoidanceLabels, inspectionMethodLabels, inspectionStateLabels } from '#shared/domain/inspection/codes';
import { dispositionLabels, resultLabels } from '#shared/domain/inspection/result-codes';
import { signerRoleLabels } from '#shared/domain/inspection/signature';
import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import { type RectificationState, rectificationStateLabels } from '#shared/domain/rectification/rectification';
import { useExportDocument } from '../../api/export-document';
import { useAction } from '../../api/queries';
import { Attachments } from '../../components/attachments';
import { Facts } from '../../components/facts';
import { Columns, Page, PageHeader } from '../../components/page';
import { StatePill } from '../../components/pill';
import { Section } from '../../components/section';
import checklistCss from './checklist.module.css';
import { FindingList } from './finding-list';
import { FinishedAnswers } from './finished-answers';
import css from './inspection.module.css';
import { type InspectionFile, timeText } from './inspection-words';
import { PreviousProblems } from './previous-problems';
import { ScanPaper } from './scan-paper';
import { Signed } from './sign-row';
import site from './site.module.css';

/** The record of a finished visit, and what follows from it. */
export function FinishedPage({ file }: { readonly file: InspectionFile }) {
  const navigate = useNavigate();
  const { run, busy } = useExportDocument();
  const attach = useAction('inspection.attach', { done: (made) => `已存入附件 ${made.fileName}` });
  const standing = file.rectifications.filter((order) => order.state !== 'cancelled');
  const mustOrder = file.openFindings > 0 && standing.length === 0;
  const { counts } = file;
  return (
    <Page>
      <PageHeader
        title={file.subjectName}
        badges={<StatePill label={inspectionStateLabels.finished} tone="done" />}
        purpose={`${file.no}　${inspectionKindLabels[file.kind]}，${inspectionMethodLabels[file.method]}`}
        back={{ to: '/inspections', label: '检查' }}
        actions={
          <>
            <Button variant="default" onClick={() => navigate(`/papers/case/inspection/${file.id}`)}>
              文书
            </Button>
            <Button variant="default" onClick={() => navigate(`/inspections/${file.id}/evidence`)}>
              证据台
            </Button>
            <Button variant="default" onClick={() => navigate(`/results/${file.id}`)}>
              结果与公示
            </Button>
            <Button
              variant="default"
              loading={busy}
              leftSection={<IconFileExport size={16} stroke={1.5} />}
              onClick={() => void run('inspection-record', { id: file.id })}
            >
              导出检查记录…
            </Button>
            {mustOrder ? (
              <Button onClick={() => navigate(`/rectifications/new?inspection=${file.id}`)}>开具责令改正通知书</Button>
            ) : (
              <Button
                variant={standing[0] ? 'filled' : 'default'}
                onClick={() =>
                  navigate(standing[0] ? `/rectifications/${standing[0].id}` : `/subjects/${file.subjectId}`)
                }
              >
                {standing[0] ? '查看整改' : '查看主体档案'}
              </Button>
            )}
          </>
        }
      />
      <Columns
        main={
          <>
            <Section title="检查结果">
              <Facts
                items={[
                  {
                    label: '结果',
                    value: file.resultCode
                      ? `${file.resultCode}　${resultLabels[file.resultCode]}`
                      : (file.brokenOff && `中止检查：${file.brokenOff}`) || '',
                  },
                  {
                    label: '后续处置',
                    value: file.dispositionCode ? dispositionLabels[file.dispositionCode] : '',
                  },
                  {
                    label: '检查项目',
                    value: `共 ${counts.total} 项：符合 ${counts.compliant}，发现问题 ${counts.problem}，不适用 ${counts.notApplicable}，未检查 ${counts.notChecked}${counts.notAsked > 0 ? `，不询问 ${counts.notAsked}` : ''}`,
                  },
                ]}
              />
            </Section>
            {file.refusal ? (
              <Section title="当事人拒绝检查">
                <p className={css.plain}>{file.refusal.facts}</p>
              </Section>
            ) : null}
            {file.findings.length > 0 ? (
              <Section title="发现的问题" count={file.openFindings}>
                <div className={css.stack}>
                  <FindingList inspectionId={file.id} findings={file.findings} fixed />
                </div>
              </Section>
            ) : null}
            <Section title="现场情况和陈述">
              <Facts
                columns={1}
                items={[
                  { label: '现场情况', value: <p className={css.plain}>{file.scene || '未记录'}</p> },
                  { label: '当事人的陈述和申辩', value: <p className={css.plain}>{file.statement || '未记录'}</p> },
                ]}
              />
            </Section>
            {file.signings.some(({ signature }) => signature) ? (
              <Section title="签名" flush>
                <ul className={site.signers}>
                  {file.signings.map((signing) => (
                    <li key={`${signing.role} ${signing.officerId ?? ''}`} className={site.signer}>
                      <span>
                        {signerRoleLabels[signing.role]}　{signing.name}
                      </span>
                      <Signed signing={signing} />
                    </li>
                  ))}
                </ul>
              </Section>
            ) : null}
            <ScanPaper file={file} />
            <Section title="附件" count={file.attachments.length}>
              <Attachments
                title="选择照片和材料"
                files={file.attachments}
                busy={attach.busy}
                onAttach={(picked) => attach.run({ id: file.id, file: picked.token })}
              />
            </Section>
            <Section title={file.checklist.title} flush>
              <FinishedAnswers file={file} />
            </Section>
          </>
        }
        side={
          <>
            <Section title="检查情况">
              <Facts
                columns={1}
                items={[
                  {
                    label: '时间',
                    value: `${timeText(file.startedAt)} 至 ${file.endedAt ? timeText(file.endedAt) : ''}`,
                  },
                  { label: '地点', value: file.place },
                  {
                    label: '执法人员',
                    value: file.officers.map((officer) => `${officer.name}（${officer.certificateNo}）`).join('、'),
                  },
                  {
                    label: '扫码入企登记号',
                    value: file.scanNo
                      ? `${file.scanNo}${file.scannedAt ? `　${timeText(file.scannedAt)}` : ''}`
                      : (file.scanReason ?? ''),
                  },
                  { label: '当事人到场', value: file.partyPresent ?? '' },
                  {
                    label: '权利告知和回避',
                    value: `${file.rightsTold ? '已告知' : '未告知'}${file.avoidanceAsked ? `，${avoidanceLabels[file.avoidanceAsked]}` : ''}`,
                  },
                ]}
              />
            </Section>
            {file.rectifications.length > 0 ? (
              <Section title="由此开具的责令改正" count={file.rectifications.length}>
                <div className={css.stack}>
                  {file.rectifications.map((order) => (
                    <div key={order.id} className={checklistCss.findingHead}>
                      <button
                        type="button"
                        className={css.link}
                        onClick={() => navigate(`/rectifications/${order.id}`)}
                      >
                        {order.no}
                      </button>
                      <span>{rectificationStateLabels[order.state as RectificationState] ?? order.state}</span>
                    </div>
                  ))}
                </div>
              </Section>
            ) : null}
            <PreviousProblems problems={file.previousProblems} />
          </>
        }
      />
    </Page>
  );
}
