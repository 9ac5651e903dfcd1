import { phraseFieldLabels } from '#shared/domain/inspection/phrase';
import { signatureWayLabels, signerRoleLabels } from '#shared/domain/inspection/signature';
import { rulingLabels, rulingOutcomeLabels } from '#shared/domain/inspection/site-acts';
import type { siteRoutes } from '#shared/ipc/inspection-site';
import { storeAttachment } from '../../db/attachment';
import { findSignaturePicture, storePicture } from '../../db/signature';
import type { Handlers } from '../../ipc/context';
import { loadInspection } from './load-inspection';
import { listPhrases, retirePhrase, savePhrase } from './phrase-service';
import { attachScan, breakOff, recordRefusal, ruleAvoidance, sign, withdrawRefusal } from './site-service';

const note = (id: string, summary: string) => ({ object: `inspection:${id}`, summary });

export const siteHandlers: Handlers<typeof siteRoutes> = {
  'inspection.sign': async (input, { store, write }) => {
    const drawn =
      input.way === 'pad' && input.picture !== null
        ? await storePicture(store.dir, input.picture, `签名-${input.name}.png`)
        : null;
    return write(note(input.id, '签名'), async (tx, sharpen) => {
      const { signatureId, record } = await sign(tx, input, drawn);
      const who = `${signerRoleLabels[input.role]}${input.name}`;
      sharpen({ summary: `检查 ${record.no} ${who}：${signatureWayLabels[input.way]}` });
      return { id: signatureId };
    });
  },
  'inspection.attach-signed-scan': async (input, { db, store, files, write }) => {
    const { record } = await loadInspection(db, input.id);
    const stored = await storeAttachment(store.dir, files.read(input.file));
    return write(note(input.id, `检查 ${record.no} 存入签名笔录扫描件 ${stored.fileName}`), async (tx) => {
      await attachScan(tx, input, stored);
      return { id: input.id };
    });
  },
  'inspection.get-signature-picture': async ({ signatureId }, { db, store }) => ({
    picture: await findSignaturePicture(db, store.dir, signatureId),
  }),
  'inspection.rule-avoidance': (input, { write }) =>
    write(note(input.id, `回避申请：${rulingLabels[input.decision]}`), async (tx, sharpen) => {
      const { no } = await ruleAvoidance(tx, input);
      sharpen({
        summary: `检查 ${no} 回避申请：${rulingLabels[input.decision]}，${rulingOutcomeLabels[input.outcome]}（${input.decidedBy}）`,
      });
      return { id: input.id };
    }),
  'inspection.record-refusal': (input, { write }) =>
    write(note(input.id, '记录当事人拒绝检查'), async (tx, sharpen) => {
      const { no } = await recordRefusal(tx, input);
      sharpen({ summary: `检查 ${no} 记录当事人拒绝检查` });
      return { id: input.id };
    }),
  'inspection.withdraw-refusal': ({ id, reason }, { write }) =>
    write(note(id, `撤回拒绝检查的记录：${reason}`), async (tx) => {
      await withdrawRefusal(tx, id);
      return { id };
    }),
  'inspection.break-off': (input, { write }) =>
    write(note(input.id, `中止检查：${input.reason}`), async (tx, sharpen) => {
      const { no } = await breakOff(tx, input);
      sharpen({ summary: `中止检查 ${no}：${input.reason}` });
      return { id: input.id };
    }),
  'inspection.list-phrases': async (_, { db, packs }) => ({ phrases: await listPhrases(db, packs.phrases()) }),
  'inspection.save-phrase': (input, { packs, write }) =>
    write({ object: 'phrase:', summary: '保存常用语' }, async (tx, sharpen) => {
      const id = await savePhrase(tx, input, packs.phrases());
      sharpen({
        object: `phrase:${id}`,
        summary: `保存常用语（${phraseFieldLabels[input.field]}）：${input.text.slice(0, 40)}`,
      });
      return { id };
    }),
  'inspection.retire-phrase': ({ id }, { packs, write }) =>
    write({ object: `phrase:${id}`, summary: '停用常用语' }, async (tx, sharpen) => {
      const text = await retirePhrase(tx, id, packs.phrases());
      sharpen({ summary: `停用常用语：${text.slice(0, 40)}` });
      return { id };
    }),
};
