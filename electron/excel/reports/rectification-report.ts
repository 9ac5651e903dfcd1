import { proofJudgementLabels, proofWayLabels, reminderWayLabels } from '#shared/domain/rectification/proof';
import { recheckResultLabels, rectificationStateLabels } from '#shared/domain/rectification/rectification';
import { termText } from '#shared/domain/rectification/term';
import type { IsoDate } from '#shared/kernel/dates';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import { officersText } from './data/json-column';
import { getOrder } from './data/rectification-repository';
import type { ReportDefinition } from './definition';
import { fileNameOf, requireParam } from './params';
import {
  citation,
  day,
  FORM_GRID,
  formHead,
  pair,
  section,
  sentence,
  signatures,
  stepsText,
  subjectBlock,
  wide,
} from './parts';
import { isAlarming, itemOn, summary } from './rectification-facts';

type Order = Awaited<ReturnType<typeof getOrder>>;
type History = ReturnType<typeof itemOn>;

export const rectificationReport: ReportDefinition = {
  id: 'rectification-report',
  title: '整改情况报告',
  group: 'document',
  description: '一案一份：问题、要求、期限怎样算出、整改和复查情况、结论与签字。',
  params: [{ key: 'id', label: '责令改正', type: 'id', noun: 'rectification' }],
  gather: async (context, params) => {
    const found = await getOrder(context.db, requireParam(params, 'id', '责令改正'));
    return {
      fileName: fileNameOf('整改情况报告', found.order.no, found.subject.name),
      owner: { table: 'rectification', id: found.order.id },
      numbering: { kind: 'series', word: '整报' },
      write: async (path, issue) => {
        const workbook = newWorkbook(`整改情况报告 ${found.order.no}`, context.office.name, new Date(context.now));
        const paper = new Paper(workbook, '整改情况报告', 'portrait', FORM_GRID, issue.frame);
        formHead(paper, issue, '整改情况报告', issue.again);
        writeBody(paper, found, context.today);
        paper.close();
        await saveWorkbook(workbook, path);
        return found.items.length;
      },
    };
  },
};

function writeBody(paper: Paper, found: Order, today: IsoDate): void {
  const { order, rechecks, subject, inspection } = found;
  const items = found.items.map((item) => itemOn(item, order, rechecks, today));
  section(paper, '一、当事人');
  subjectBlock(paper, subject, '当事人');
  section(paper, '二、责令改正');
  pair(paper, ['通知书文号', order.no], ['责令日期', day(order.orderedOn)]);
  pair(
    paper,
    ['检查记录', inspection ? `${inspection.no}\n${day(inspection.on)}` : ''],
    ['送达', order.deliveredOn ? `${day(order.deliveredOn)}\n接收人：${order.receivedBy ?? ''}` : '未登记送达'],
  );
  wide(paper, '违反的规定', order.violated);
  wide(paper, '责令依据', order.basis);
  wide(paper, '承办人员', officersText(order.officers));
  section(paper, `三、整改事项（${summary(items)}）`);
  for (const history of items) writeItem(paper, history);
  section(paper, '四、整改材料和催告');
  writeProofs(paper, found);
  section(paper, '五、结论');
  wide(paper, '办理状态', statusText(order), order.state === 'escalated' ? 'alert' : 'cell');
  wide(paper, '结论', conclusion(found, items, today));
  signatures(paper, ['承办人（签名）：', '审核人（签名）：', '负责人（签名）：']);
}

function writeItem(paper: Paper, { item, dueOn, extended, rechecks, mark, overdueDays }: History): void {
  const fine = !isAlarming(mark);
  paper.beside({ text: String(item.seq), look: 'label' }, (from) => {
    const line = (label: string, text: string, look: 'cell' | 'alert' | 'steps' = 'cell') =>
      paper.row(
        [
          { text: label, span: 2, look: 'label' },
          { text, span: 9, look },
        ],
        { from },
      );
    line('存在的问题', item.problem);
    if (item.clause) line('违反条款', citation(item.clause));
    line('整改要求', item.requirement);
    const estimate = item.dueEstimated ? '（该年放假安排未公布，到期日为推算）' : '';
    line('整改期限', `${termText(item.term)}，到期日 ${day(item.dueOn)}${estimate}`);
    line('期限计算', stepsText(item.dueSteps), 'steps');
    if (extended) line('延期', `${day(item.extendedOn)}决定延至${day(dueOn)}：${sentence(item.extendedReason ?? '')}`);
    line('整改情况', item.correction || '未登记');
    for (const { recheck, result, note } of rechecks)
      line(
        '复查',
        `${day(recheck.checkedOn)}　${recheckResultLabels[result]}${note ? `：${sentence(note)}` : ''}\n复查人员：${officersText(recheck.officers)}`,
      );
    line('目前状态', overdueDays > 0 ? `${mark}（到期日 ${day(dueOn)}）` : mark, fine ? 'cell' : 'alert');
  });
}

/** What the firm handed in and how it was judged, and how it was reminded; an empty part is said, not left out. */
function writeProofs(paper: Paper, { items, proofs, reminders }: Order): void {
  if (proofs.length === 0) wide(paper, '整改材料', '当事人未提交整改材料。');
  for (const proof of proofs) {
    const seqs = items.flatMap((item) => (proof.itemIds.includes(item.id) ? [item.seq] : [])).join('、');
    const note = proof.note ? `：${sentence(proof.note)}` : '';
    const judged =
      proof.judgement && proof.judgedBy
        ? `${day(proof.judgedOn)}审查：${proofJudgementLabels[proof.judgement]}${proof.reason ? `，${sentence(proof.reason)}` : ''}\n审查人员：${officersText([proof.judgedBy])}`
        : '尚未审查';
    wide(
      paper,
      '整改材料',
      `${day(proof.submittedOn)}　${proof.submittedBy}（${proofWayLabels[proof.way]}），第 ${seqs} 项${note}\n${judged}`,
      proof.judgement === 'insufficient' ? 'alert' : 'cell',
    );
  }
  if (reminders.length === 0) wide(paper, '催告', '未催告。');
  for (const reminder of reminders)
    wide(
      paper,
      '催告',
      `${day(reminder.on)}　${reminderWayLabels[reminder.way]}催告${reminder.whom}：${sentence(reminder.text)}\n催告人员：${officersText([reminder.officer])}`,
    );
}

function statusText(order: Order['order']): string {
  const label = rectificationStateLabels[order.state];
  const reason = order.stateReason ? `：${sentence(order.stateReason)}` : '';
  return order.stateOn ? `${label}（${day(order.stateOn)}）${reason}` : label;
}

function conclusion({ rechecks }: Order, items: readonly History[], today: IsoDate): string {
  const last = rechecks.at(-1);
  const counted = `截至${day(today)}，本案责令整改事项${summary(items)}。`;
  return last ? `${counted}\n${day(last.checkedOn)}复查意见：${sentence(last.conclusion)}` : `${counted}尚未复查。`;
}
