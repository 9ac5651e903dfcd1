import { orderText } from '#shared/domain/rectification/order';
import { Paper } from '../paper/paper';
import { newWorkbook, saveWorkbook } from '../paper/workbook';
import { getOrder } from './data/rectification-repository';
import type { Issue, ReportContext, ReportDefinition } from './definition';
import { fileNameOf, requireParam } from './params';
import { BLANK_DATE, day, FORM_GRID } from './parts';

type Order = Awaited<ReturnType<typeof getOrder>>;

/** 责令改正通知书, printed twice: one copy is served, the other is kept with the receipt filled in. */
export const rectificationOrder: ReportDefinition = {
  id: 'rectification-order',
  title: '责令改正通知书',
  group: 'document',
  description: '一式两联，打印两份：一联送达当事人，一联填写送达回执后存档。',
  params: [{ key: 'id', label: '责令改正', type: 'id', noun: 'rectification' }],
  gather: async (context, params) => {
    const found = await getOrder(context.db, requireParam(params, 'id', '责令改正'));
    return {
      fileName: fileNameOf('责令改正通知书', found.order.no, found.subject.name),
      owner: { table: 'rectification', id: found.order.id },
      numbering: { kind: 'record', no: found.order.no },
      write: async (path, issue) => {
        const workbook = newWorkbook(`责令改正通知书 ${found.order.no}`, context.office.name, new Date(context.now));
        writeNotice(new Paper(workbook, '责令改正通知书', 'portrait', FORM_GRID, issue.frame), found, context, issue);
        await saveWorkbook(workbook, path);
        return found.items.length;
      },
    };
  },
};

function writeNotice(paper: Paper, found: Order, context: ReportContext, issue: Issue): void {
  const { order, items, rechecks, subject } = found;
  const text = orderText(
    // the notice keeps the terms it was served with: an extension is a document of its own
    {
      ...order,
      inspectionId: null,
      items: items.map((item) => ({ ...item, findingId: null, extendedTo: null })),
      rechecks: rechecks.map((one) => ({ ...one, id: '', officers: [] })),
      officers: [],
    },
    context.packs.orderNotice(),
  );
  paper.line(issue.frame.office, 'office');
  paper.line('责令改正通知书', 'title', 40);
  paper.repeatAbove();
  paper.line(order.no, 'number');
  paper.gap(10);
  paper.line(`当事人：${subject.name}`, 'letter');
  paper.line(`${subject.idLabel}：${subject.idText || '—'}`, 'letter');
  if (subject.legalPerson !== '') paper.line(`法定代表人（负责人）：${subject.legalPerson}`, 'letter');
  paper.line(`住所（住址）：${subject.address || '—'}`, 'letter');
  paper.gap(6);
  for (const paragraph of [text.behaviour, text.violated, text.basis, ...text.items, text.remedy])
    paper.line(`　　${paragraph}`, 'letter');
  paper.gap(6);
  paper.line(`　　联系人：${order.contact}　　联系电话：${order.contactPhone}`, 'letter');
  paper.line(`${issue.frame.office}　　\n（印章）　　　　\n${day(order.orderedOn)}　　`, 'letterRight', 72);
  receipt(paper, order);
  paper.line('本通知书一式两联：一联送达当事人，一联由本机关存档。', 'note');
  // seal and receipt belong below the text they confirm
  paper.close(0.35);
}

/** 送达: filled in where the service is recorded, else to be filled in by hand. */
function receipt(paper: Paper, order: Order['order']): void {
  const served = order.deliveredOn !== null;
  paper.row(
    [
      { text: '送达', span: 2, look: 'label' },
      {
        text: `收到时间：${served ? day(order.deliveredOn) : BLANK_DATE}\n\n接收人：${order.receivedBy ?? ''}\n（签名或者盖章）`,
        span: 5,
        look: 'cell',
      },
      { text: `送达人：\n（签名）\n\n${BLANK_DATE}`, span: 5, look: 'cell' },
    ],
    { minHeight: 75 },
  );
}
