import { recommendationLabels, verifyMethodLabels } from '#shared/domain/repair/repair';
import { useAction } from '../../api/queries';
import { Attachments } from '../../components/attachments';
import { Section } from '../../components/section';
import { Timeline, type TimelineItem } from '../../components/timeline';
import type { RepairFile } from './repair-words';

/** The papers, and what was done, newest first. */
export function RepairDone({ file }: { readonly file: RepairFile }) {
  const attach = useAction('repair.attach', { done: (made) => `已存入附件 ${made.fileName}` });
  const { verification, opinion, decision, applicant } = file;
  const items: TimelineItem[] = [
    {
      id: 'applied',
      on: file.appliedOn,
      title: '已申请',
      detail: `${applicant.contact}${applicant.phone ? `（${applicant.phone}）` : ''}：${applicant.statement || '未提交陈述'}`,
    },
  ];
  if (verification)
    items.unshift({
      id: 'verified',
      on: verification.on,
      title: `已核查，${verifyMethodLabels[verification.method]}`,
      detail: `${verification.text}　${verification.officers.map((officer) => officer.name).join('、')}`,
    });
  if (opinion)
    items.unshift({
      id: 'opined',
      on: opinion.on,
      title: `意见：${recommendationLabels[opinion.recommend]}`,
      detail: `${opinion.text}　${opinion.officerName}`,
    });
  if (decision)
    items.unshift({
      id: 'decided',
      on: decision.on,
      title: `决定：${recommendationLabels[decision.decision]}`,
      detail: [decision.reason, decision.officerName, decision.nextOn ? `${decision.nextOn} 起可以再次申请` : '']
        .filter((part) => part !== '')
        .join('　'),
      tone: decision.decision === 'grant' ? 'good' : 'bad',
    });
  return (
    <>
      <Section title="附件" count={file.attachments.length}>
        <Attachments
          title="选择证明材料"
          files={file.attachments}
          busy={attach.busy}
          onAttach={(picked) => attach.run({ id: file.id, file: picked.token })}
        />
      </Section>
      <Section title="办理经过">
        <Timeline items={items} />
      </Section>
    </>
  );
}
