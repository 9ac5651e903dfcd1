import { leadNo } from '#shared/domain/warning/lead';
import type { leadRoutes } from '#shared/ipc/lead';
import { AppError } from '#shared/kernel/errors';
import { insertAttachment, storeAttachment } from '../../db/attachment';
import type { Handlers } from '../../ipc/context';
import { findLead } from './lead-repository';
import { scanLeads } from './lead-scan';
import { assignLeads, closeLeads, confirmLead, reopenLead } from './lead-service';
import { viewLead, viewLeads, viewRules } from './lead-view';

/** One lead is named in the log, many are counted. */
const objectOf = (ids: readonly string[]) => (ids.length === 1 ? `lead:${ids[0] ?? ''}` : 'lead:');

export const leadHandlers: Handlers<typeof leadRoutes> = {
  'lead.list-rules': (_input, { packs, clock }) => viewRules(packs, clock.today()),
  'lead.list': (input, { db }) => viewLeads(db, input),
  'lead.get': ({ id }, context) => viewLead(context, id),
  'lead.scan': (_input, context) => scanLeads(context),
  'lead.assign': (input, { write }) =>
    write({ object: objectOf(input.ids), summary: '分派预警线索' }, async (tx, sharpen) => {
      const assigned = await assignLeads(tx, input);
      sharpen({ summary: `分派预警线索 ${assigned} 条` });
      return { assigned };
    }),
  'lead.confirm': (input, { store, packs, write }) =>
    write({ object: `lead:${input.id}`, summary: '核实预警线索' }, async (tx, sharpen) => {
      const { factId, no } = await confirmLead(tx, store, packs, input);
      sharpen({ summary: `核实预警线索 ${no}，登记信用信息` });
      return { id: input.id, factId };
    }),
  'lead.close': (input, { write }) =>
    write({ object: objectOf(input.ids), summary: '关闭预警线索' }, async (tx, sharpen) => {
      const closed = await closeLeads(tx, input);
      sharpen({ summary: `关闭预警线索 ${closed} 条` });
      return { closed };
    }),
  'lead.reopen': (input, { write }) =>
    write({ object: `lead:${input.id}`, summary: '重新打开预警线索' }, async (tx, sharpen) => {
      const no = await reopenLead(tx, input);
      sharpen({ summary: `重新打开预警线索 ${no}：${input.reason}` });
      return { id: input.id };
    }),
  'lead.attach': async ({ id, file, note }, { db, store, files, write }) => {
    const lead = await findLead(db, id);
    if (!lead) throw new AppError('not_found', '没有找到这条线索，请刷新列表。');
    const stored = await storeAttachment(store.dir, files.read(file));
    const summary = `预警线索 ${leadNo(lead.key)} 上传附件 ${stored.fileName}`;
    return write({ object: `lead:${id}`, summary }, (tx) => insertAttachment(tx, { table: 'lead', id }, stored, note));
  },
};
