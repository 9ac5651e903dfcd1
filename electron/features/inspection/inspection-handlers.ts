import { answerLabels } from '#shared/domain/inspection/codes';
import { resultLabels } from '#shared/domain/inspection/result-codes';
import type { inspectionRoutes } from '#shared/ipc/inspection';
import { insertAttachment, storeAttachment } from '../../db/attachment';
import type { Handlers } from '../../ipc/context';
import { saveAnswer } from './answer-service';
import { checklistsInForce, createInspection } from './create-inspection';
import { addFinding, finishInspection, updateFinding, updateRecord, withdrawFinding } from './inspection-service';
import { insertItemPhoto } from './item-photo';
import { loadInspection } from './load-inspection';
import { outingHandlers } from './outing-handlers';
import { siteHandlers } from './site-handlers';
import { viewDeparture, viewInspection, viewInspections } from './view-inspection';

const note = (id: string, summary: string) => ({ object: `inspection:${id}`, summary });

export const inspectionHandlers: Handlers<typeof inspectionRoutes> = {
  ...outingHandlers,
  ...siteHandlers,
  'inspection.list-checklists': ({ subjectKind, on }, { packs, clock }) => ({
    checklists: checklistsInForce(packs.checklists(), on ?? clock.today()).filter(
      (pack) => subjectKind === undefined || pack.subjectKinds.includes(subjectKind),
    ),
  }),
  'inspection.list': (input, { db }) => viewInspections(db, input),
  'inspection.get': ({ id }, { db }) => viewInspection(db, id),
  'inspection.create': (input, { packs, write }) =>
    write(note('', '新建检查'), async (tx, sharpen) => {
      const { id, no, subjectName } = await createInspection(tx, input, packs.checklists(), packs.visitCap());
      sharpen(note(id, `新建检查 ${no}：${subjectName}`));
      return { id, no };
    }),
  'inspection.answer': (input, { write }) =>
    write(note(input.id, `检查项目 ${input.itemCode}：${answerLabels[input.answer]}`), async (tx, sharpen) => {
      const { no } = await saveAnswer(tx, input);
      sharpen({ summary: `检查 ${no} 项目 ${input.itemCode}：${answerLabels[input.answer]}` });
      return { id: input.id };
    }),
  'inspection.update-record': (input, { write }) =>
    write(note(input.id, '修改现场记录'), async (tx, sharpen) => {
      const { no } = await updateRecord(tx, input);
      sharpen({ summary: `修改检查 ${no} 的现场记录` });
      return { id: input.id };
    }),
  'inspection.add-finding': (input, { write }) =>
    write(note(input.id, `记录发现的问题（${input.itemCode ?? '检查表外'}）`), async (tx) => ({
      id: await addFinding(tx, input),
    })),
  'inspection.update-finding': (input, { write }) =>
    write(note(input.id, '修改发现的问题'), async (tx) => {
      await updateFinding(tx, input);
      return { id: input.findingId };
    }),
  'inspection.withdraw-finding': ({ id, findingId, reason }, { write }) =>
    write(note(id, `撤回发现的问题：${reason}`), async (tx) => {
      await withdrawFinding(tx, id, findingId);
      return { id: findingId };
    }),
  'inspection.attach': async ({ id, file, note: remark, itemCode }, { db, store, files, write }) => {
    const { record } = await loadInspection(db, id);
    const stored = await storeAttachment(store.dir, files.read(file));
    return write(note(id, `检查 ${record.no} 上传附件 ${stored.fileName}`), async (tx) => {
      const made = await insertAttachment(tx, { table: 'inspection', id }, stored, remark);
      if (itemCode) insertItemPhoto(tx, record, itemCode, made.id);
      return made;
    });
  },
  'inspection.check-departure': (input, { db }) => viewDeparture(db, input),
  'inspection.finish': (input, { write }) =>
    write(note(input.id, '办结检查'), async (tx, sharpen) => {
      const { no } = await finishInspection(tx, input);
      sharpen({ summary: `办结检查 ${no}：${resultLabels[input.resultCode]}` });
      return { id: input.id };
    }),
};
