import { checkNoticeStateLabels } from '#shared/domain/paper/check-notice';
import { Facts } from '../../components/facts';
import { Section } from '../../components/section';
import css from './case.module.css';
import { type CaseFile, momentText, type Notice } from './paper-words';

/** What was applied for, decided and served; earlier applications below. */
export function CaseSide({ file }: { readonly file: CaseFile }) {
  const { notice, earlier } = file;
  return (
    <>
      <Section title="审批和通知">
        {notice ? <NoticeFacts notice={notice} /> : <p className={css.none}>还没有申请检查审批。</p>}
      </Section>
      {earlier.length > 0 ? (
        <Section title="以前的申请" count={earlier.length}>
          <ul className={css.earlier}>
            {earlier.map((one) => (
              <li key={one.id}>
                {one.no}　{checkNoticeStateLabels[one.state]}：{one.decisionNote || one.withdrawnReason || ''}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function NoticeFacts({ notice }: { readonly notice: Notice }) {
  const decided = notice.decidedBy
    ? `${notice.decidedBy.name}，${notice.decidedOn ?? ''}${notice.decisionNote ? `，${notice.decisionNote}` : ''}`
    : '等待机关负责人审批';
  const told =
    notice.notNotifiedReason !== null
      ? `不事先通知：${notice.notNotifiedReason}`
      : notice.servedOn
        ? `${notice.servedOn} 送达，${notice.receivedBy ?? ''}签收`
        : notice.noticeNo
          ? `${notice.noticeNo}，待送达`
          : '批准后制作';
  return (
    <Facts
      columns={1}
      items={[
        { label: '审批文号', value: notice.no },
        { label: '申请', value: `${notice.appliedBy.name}，${notice.appliedOn}` },
        { label: '审批', value: decided },
        { label: '通知', value: told },
        { label: '检查时间', value: `${momentText(notice.plannedFrom)} 至 ${momentText(notice.plannedTo)}` },
        {
          label: '检查人员',
          value: notice.officers.map(({ name, certificateNo }) => `${name}（${certificateNo}）`).join('、'),
        },
        { label: '检查事由', value: notice.reason },
        { label: '检查事项', value: notice.matters.join('、') },
        ...(notice.urgentReason === null ? [] : [{ label: '先行检查的理由', value: notice.urgentReason }]),
      ]}
    />
  );
}
