import { proofJudgementLabels, proofWayLabels, reminderWayLabels } from '#shared/domain/rectification/proof';
import { recheckResultLabels, rectificationStateLabels } from '#shared/domain/rectification/rectification';
import type { TimelineItem } from '../../components/timeline';
import { proofSeqs } from './proof-list';
import { officerNames, type RectificationFile } from './rectification-words';

/** What happened to an order, newest first. */
export function rectificationEvents(file: RectificationFile): readonly TimelineItem[] {
  const seq = new Map(file.items.map((item) => [item.id, item.seq]));
  const events: TimelineItem[] = [
    {
      id: 'ordered',
      on: file.orderedOn,
      title: `责令改正，${file.itemCount} 项`,
      detail: `${file.no}　${officerNames(file.officers)}`,
    },
  ];
  if (file.deliveredOn)
    events.push({ id: 'delivered', on: file.deliveredOn, title: '已送达', detail: `接收人：${file.receivedBy ?? ''}` });
  for (const item of file.items)
    if (item.extendedOn && item.extendedTo)
      events.push({
        id: `extended ${item.id}`,
        on: item.extendedOn,
        title: `第 ${item.seq} 项延期至 ${item.extendedTo}`,
        detail: item.extendedReason ?? '',
        tone: 'warn',
      });
  for (const proof of file.proofs) {
    events.push({
      id: `proof ${proof.id}`,
      on: proof.submittedOn,
      title: `收到整改材料，${proofSeqs(file, proof.itemIds)}`,
      detail: spaced(`${proof.submittedBy}，${proofWayLabels[proof.way]}`, proof.note),
    });
    if (proof.judgement && proof.judgedOn && proof.judgedBy)
      events.push({
        id: `judged ${proof.id}`,
        on: proof.judgedOn,
        title: `${proofJudgementLabels[proof.judgement]}，${proofSeqs(file, proof.itemIds)}`,
        detail: spaced(proof.reason, proof.judgedBy.name),
        tone: proof.judgement === 'accepted' ? 'good' : 'bad',
      });
  }
  for (const reminder of file.reminders)
    events.push({
      id: `reminder ${reminder.id}`,
      on: reminder.on,
      title: `${reminderWayLabels[reminder.way]}催告`,
      detail: `${reminder.whom}：${reminder.text}　${reminder.officer.name}`,
      tone: 'warn',
    });
  for (const recheck of file.rechecks) {
    const failed = recheck.results.some((entry) => entry.result === 'uncorrected');
    const lines = recheck.results.map(
      (entry) => `第 ${seq.get(entry.itemId) ?? ''} 项${recheckResultLabels[entry.result]}`,
    );
    events.push({
      id: `recheck ${recheck.id}`,
      on: recheck.checkedOn,
      title: `已复查：${lines.join('，')}`,
      detail: `${recheck.conclusion}　${officerNames(recheck.officers)}`,
      tone: failed ? 'bad' : 'good',
    });
  }
  if (file.state !== 'ordered' && file.stateOn)
    events.push({
      id: 'ended',
      on: file.stateOn,
      title: rectificationStateLabels[file.state],
      detail: file.stateReason ?? '',
      tone: file.state === 'closed' ? 'good' : 'bad',
    });
  // Same day: what was written later stands above.
  return events
    .map((event, at) => ({ event, at }))
    .sort((a, b) => compare(b, a))
    .map(({ event }) => event);
}

const spaced = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('　');

type Placed = { readonly event: TimelineItem; readonly at: number };
const compare = (a: Placed, b: Placed): number =>
  a.event.on === b.event.on ? a.at - b.at : a.event.on < b.event.on ? -1 : 1;
