import type { evidenceRoutes } from '#shared/ipc/evidence';
import type { Handlers } from '../../ipc/context';
import { addFiles, registerFiles } from './add-evidence';
import {
  addCopy,
  pastePicture,
  reorderEvidence,
  setPreview,
  updateEvidence,
  verifyEvidence,
  withdrawEvidence,
} from './evidence-service';
import { readPage } from './page-text';
import { viewEvidence } from './view-evidence';

export const evidenceHandlers: Handlers<typeof evidenceRoutes> = {
  'evidence.list': ({ owner }, { db, clock }) => viewEvidence(db, owner, clock.now()),
  'evidence.add': (input, context) => addFiles(input, context),
  'evidence.paste': (input, context) => pastePicture(input, context),
  'evidence.register': ({ owner }, context) => registerFiles(owner, context),
  'evidence.update': (input, { write }) =>
    write({ object: `evidence:${input.id}`, summary: '修改证据说明' }, async (tx, sharpen) => {
      const no = await updateEvidence(tx, input);
      sharpen({ summary: `修改证据 ${no} 的说明` });
      return { id: input.id };
    }),
  'evidence.reorder': (input, { write }) =>
    write({ object: `${input.owner.table}:${input.owner.id}`, summary: '调整证据顺序' }, async (tx) => ({
      moved: await reorderEvidence(tx, input),
    })),
  'evidence.withdraw': (input, { write }) =>
    write({ object: `evidence:${input.id}`, summary: '撤下证据' }, async (tx, sharpen) => {
      const no = await withdrawEvidence(tx, input);
      sharpen({ summary: `撤下证据 ${no}：${input.reason}` });
      return { id: input.id };
    }),
  'evidence.add-copy': (input, context) => addCopy(input, context),
  'evidence.set-preview': (input, context) => setPreview(input, context),
  'evidence.verify': ({ owner }, context) => verifyEvidence(owner, context),
  'evidence.read-page': ({ id }, { db, store }) => readPage(db, store.dir, id),
};
