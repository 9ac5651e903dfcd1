import { followUpLabels, openFollowUps, recommendationLabels } from '#shared/domain/repair/repair';
import type { repairRoutes } from '#shared/ipc/repair';
import { insertAttachment, storeAttachment } from '../../db/attachment';
import type { Handlers } from '../../ipc/context';
import { registerDishonesty, withdrawDishonesty } from './dishonesty-service';
import { loadRepair } from './load-repair';
import {
  applyForRepair,
  decideRepair,
  followUpRepair,
  opineOnRepair,
  updateConditions,
  verifyRepair,
} from './repair-service';
import { viewActs, viewDishonesty, viewDishonestyList, viewReady } from './view-dishonesty';
import { previewRepair, viewRepair, viewRepairs } from './view-repair';

const note = (id: string, summary: string) => ({ object: `repair:${id}`, summary });

export const repairHandlers: Handlers<typeof repairRoutes> = {
  'dishonesty.list-acts': (input, context) => viewActs(input, context),
  'dishonesty.list': (input, context) => viewDishonestyList(input, context),
  'dishonesty.get': ({ id }, context) => viewDishonesty(id, context),
  'dishonesty.create': (input, { packs, write }) =>
    write({ object: 'dishonesty:', summary: `登记失信记录 ${input.documentNo}` }, async (tx, sharpen) => {
      const { id } = await registerDishonesty(tx, input, packs.acts());
      sharpen({ object: `dishonesty:${id}` });
      return { id };
    }),
  'dishonesty.withdraw': (input, { write }) =>
    write({ object: `dishonesty:${input.id}`, summary: '撤出失信记录' }, async (tx, sharpen) => {
      const { documentNo } = await withdrawDishonesty(tx, input);
      sharpen({ summary: `撤出失信记录 ${documentNo}：${input.reason}` });
      return { id: input.id };
    }),
  'repair.list': (input, context) => viewRepairs(input, context),
  'repair.list-ready': async ({ withinDays }, context) => ({ rows: await viewReady(context, withinDays) }),
  'repair.preview': (input, context) => previewRepair(input, context),
  'repair.get': ({ id }, context) => viewRepair(id, context),
  'repair.apply': (input, { packs, write }) =>
    write(note('', '受理信用修复申请'), async (tx, sharpen) => {
      const { id, no, subjectName } = await applyForRepair(tx, input, packs);
      sharpen(note(id, `受理信用修复申请 ${no}：${subjectName}`));
      return { id, no };
    }),
  'repair.update-conditions': (input, { packs, write }) =>
    write(note(input.id, '核对修复条件'), async (tx, sharpen) => {
      const { no } = await updateConditions(tx, input, packs);
      sharpen({ summary: `${no} 核对修复条件` });
      return { id: input.id };
    }),
  'repair.verify': (input, { packs, write }) =>
    write(note(input.id, '核查修复申请'), async (tx, sharpen) => {
      const { no } = await verifyRepair(tx, input, packs);
      sharpen({ summary: `${no} 于 ${input.on} 核查${input.falseStatement ? '，发现弄虚作假或隐瞒' : ''}` });
      return { id: input.id };
    }),
  'repair.opine': (input, { packs, write }) =>
    write(note(input.id, '提出修复意见'), async (tx, sharpen) => {
      const { no, opinion } = await opineOnRepair(tx, input, packs);
      sharpen({ summary: `${no} ${opinion?.officerName ?? ''}提出意见：${recommendationLabels[input.recommend]}` });
      return { id: input.id };
    }),
  'repair.decide': (input, { packs, write }) =>
    write(note(input.id, '作出修复决定'), async (tx, sharpen) => {
      const { no, decision } = await decideRepair(tx, input, packs);
      sharpen({ summary: `${no} ${decision?.officerName ?? ''}决定：${recommendationLabels[input.decision]}` });
      return { id: input.id };
    }),
  'repair.follow-up': (input, { packs, write }) =>
    write(note(input.id, `修复后续：${followUpLabels[input.code]}`), async (tx, sharpen) => {
      const record = await followUpRepair(tx, input, packs);
      sharpen({
        summary: `${record.no} ${followUpLabels[input.code]}${record.state === 'closed' ? '，全部办结' : ''}`,
      });
      return { id: input.id, open: [...openFollowUps(record)] };
    }),
  'repair.attach': async ({ id, file, note: remark }, { db, store, files, write }) => {
    const { record } = await loadRepair(db, id);
    const stored = await storeAttachment(store.dir, files.read(file));
    return write(note(id, `${record.no} 上传附件 ${stored.fileName}`), (tx) =>
      insertAttachment(tx, { table: 'repair', id }, stored, remark),
    );
  },
};
