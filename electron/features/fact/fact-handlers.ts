import type { factRoutes } from '#shared/ipc/fact';
import { createFact, withdrawFact } from '../../db/fact-writer';
import type { Handlers } from '../../ipc/context';
import { importPenalties, previewPenalties } from './fact-import';
import { adoptFact, viewCatalogue, viewFacts } from './fact-service';
import { importFactList, previewFactList } from './list-import';

export const factHandlers: Handlers<typeof factRoutes> = {
  'fact.list-catalogue': (_input, { packs }) => viewCatalogue(packs.catalogue()),
  'fact.list': (input, { db, packs, clock }) => viewFacts(db, packs.catalogue(), input, clock.today()),
  'fact.create': (input, { packs, write }) =>
    write({ object: 'fact:', summary: `登记信用信息：${input.summary.slice(0, 60)}` }, async (tx, sharpen) => {
      const id = await createFact(tx, packs.catalogue(), input);
      sharpen({ object: `fact:${id}` });
      return { id };
    }),
  'fact.withdraw': (input, { write }) =>
    write({ object: `fact:${input.id}`, summary: `撤回信用信息：${input.reason}` }, async (tx) => {
      await withdrawFact(tx, input);
      return { id: input.id };
    }),
  'fact.adopt': (input, { write }) =>
    write({ object: `fact:${input.id}`, summary: `采信外局信用信息：${input.reason}` }, async (tx) => {
      await adoptFact(tx, input);
      return { id: input.id };
    }),
  'fact.preview-import': (input, context) => previewPenalties(input, context),
  'fact.run-import': (input, context) => importPenalties(input, context),
  'fact.preview-list-import': (input, context) => previewFactList(input, context),
  'fact.run-list-import': (input, context) => importFactList(input, context),
};
