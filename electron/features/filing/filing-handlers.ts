import { handlingLabels } from '#shared/domain/filing/codes';
import type { filingRoutes } from '#shared/ipc/filing';
import type { Handlers } from '../../ipc/context';
import { importFilings, previewFilings } from './filing-import';
import { previewHandling, recordFact, setHandling, viewApplicants, viewFilings } from './filing-service';

export const filingHandlers: Handlers<typeof filingRoutes> = {
  'filing.preview-import': (input, context) => previewFilings(input, context),
  'filing.run-import': (input, context) => importFilings(input, context),
  'filing.list': (input, { db }) => viewFilings(db, input),
  'filing.list-applicants': (input, { db, store }) => viewApplicants(db, store, input),
  'filing.preview-handling': async (input, { db }) => {
    const { found, tooEarly, changed } = await previewHandling(db, input);
    return {
      selected: found.length,
      changed: changed.length,
      unchanged: found.length - changed.length - tooEarly.length,
      tooEarly: tooEarly.length,
    };
  },
  'filing.set-handling': (input, { write }) =>
    write({ object: 'filing:', summary: `登记处理情况：${handlingLabels[input.handling]}` }, async (tx, sharpen) => {
      const changed = await setHandling(tx, input);
      sharpen({ summary: `登记处理情况：${changed} 件${handlingLabels[input.handling]}（${input.on}）` });
      return { changed };
    }),
  'filing.record-fact': (input, { store, packs, write }) =>
    write({ object: 'fact:', summary: '登记通报统计' }, async (tx, sharpen) => {
      const { id, summary } = await recordFact(tx, store, packs, input);
      sharpen({ object: `fact:${id}`, summary });
      return { id };
    }),
};
