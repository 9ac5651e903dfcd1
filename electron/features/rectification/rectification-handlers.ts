import { dueOf, termText } from '#shared/domain/rectification/term';
import type { rectificationRoutes } from '#shared/ipc/rectification';
import { insertAttachment, storeAttachment } from '../../db/attachment';
import type { Handlers } from '../../ipc/context';
import type { Packs } from '../../packs/packs';
import { loadRectification } from './load-rectification';
import { orderCorrection } from './order-rectification';
import { decideProposal, proposeEscalation, viewProposals } from './proposal-service';
import { changeRectification, extendItem, recheckRectification, type StepRules } from './rectification-service';
import { viewRectification, viewRectifications } from './view-rectification';

const rulesOf = (packs: Packs): StepRules => ({ calendar: packs.calendar(), notice: packs.orderNotice() });
const note = (id: string, summary: string) => ({ object: `rectification:${id}`, summary });

export const rectificationHandlers: Handlers<typeof rectificationRoutes> = {
  'rectification.list': (input, { db, clock, packs }) => viewRectifications(db, input, clock.today(), packs.calendar()),
  'rectification.get': ({ id }, { db, clock, packs }) =>
    viewRectification(db, id, clock.today(), packs.orderNotice(), packs.calendar()),
  'rectification.get-defaults': (_input, { packs }) => {
    const { defaultBasis, terms } = packs.orderNotice();
    return {
      basis: defaultBasis,
      terms: terms.map(({ term, verified }) => ({ term, text: termText(term), verified })),
    };
  },
  'rectification.preview-due': ({ from, term }, { packs }) => {
    const { date, steps, estimated } = dueOf(from, term, packs.calendar());
    return { date, steps: [...steps], estimated };
  },
  'rectification.order': (input, { packs, write }) =>
    write(note('', '责令改正'), async (tx, sharpen) => {
      const { id, no, subjectName } = await orderCorrection(tx, input, packs.calendar());
      sharpen(note(id, `责令改正 ${no}：${subjectName}`));
      return { id, no };
    }),
  'rectification.deliver': ({ id, on, receivedBy }, { packs, write }) =>
    write(note(id, '登记送达'), async (tx, sharpen) => {
      const { no } = await changeRectification(tx, id, { type: 'deliver', on, receivedBy }, rulesOf(packs));
      sharpen({ summary: `${no} 于 ${on} 送达` });
      return { id };
    }),
  'rectification.recheck': (input, { packs, write }) =>
    write(note(input.id, '复查'), async (tx, sharpen) => {
      const { no } = await recheckRectification(tx, input, rulesOf(packs));
      sharpen({ summary: `${no} 于 ${input.checkedOn} 复查：${input.conclusion}` });
      return { id: input.id };
    }),
  'rectification.extend': (input, { packs, write }) =>
    write(note(input.id, '延长整改期限'), async (tx, sharpen) => {
      const { no, seq, extendedTo } = await extendItem(tx, input, rulesOf(packs));
      sharpen({ summary: `${no} 第 ${seq} 项延期至 ${extendedTo}：${input.reason}` });
      return { id: input.id, extendedTo };
    }),
  'rectification.close': ({ id, on, note: remark }, { packs, write }) =>
    write(note(id, '办结整改'), async (tx, sharpen) => {
      const { no } = await changeRectification(tx, id, { type: 'close', on, note: remark }, rulesOf(packs));
      sharpen({ summary: `${no} 于 ${on} 办结` });
      return { id };
    }),
  'rectification.escalate': ({ id, on, reason }, { packs, write }) =>
    write(note(id, '整改转处理'), async (tx, sharpen) => {
      const { no } = await changeRectification(tx, id, { type: 'escalate', on, reason }, rulesOf(packs));
      sharpen({ summary: `${no} 于 ${on} 转处理：${reason}` });
      return { id };
    }),
  'rectification.cancel': ({ id, on, reason }, { packs, write }) =>
    write(note(id, '撤销责令改正'), async (tx, sharpen) => {
      const { no } = await changeRectification(tx, id, { type: 'cancel', on, reason }, rulesOf(packs));
      sharpen({ summary: `${no} 于 ${on} 撤销：${reason}` });
      return { id };
    }),
  'rectification.list-proposals': ({ id }, { db, clock, packs }) =>
    viewProposals(db, id, clock.today(), { pack: packs.escalation(), calendar: packs.calendar() }),
  'rectification.propose': (input, { packs, write }) =>
    write(note(input.id, '提出转处理'), async (tx, sharpen) => {
      const rules = { pack: packs.escalation(), calendar: packs.calendar() };
      const { id, summary } = await proposeEscalation(tx, input, rules);
      sharpen({ summary });
      return { id };
    }),
  'rectification.decide-proposal': (input, { packs, write }) =>
    write({ object: `proposal:${input.id}`, summary: '决定转处理' }, async (tx, sharpen) => {
      sharpen({ summary: await decideProposal(tx, input, rulesOf(packs)) });
      return { id: input.id };
    }),
  'rectification.attach': async ({ id, file, note: remark }, { db, store, files, write }) => {
    const { record } = await loadRectification(db, id);
    const stored = await storeAttachment(store.dir, files.read(file));
    return write(note(id, `${record.no} 上传附件 ${stored.fileName}`), (tx) =>
      insertAttachment(tx, { table: 'rectification', id }, stored, remark),
    );
  },
};
