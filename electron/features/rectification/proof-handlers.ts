import type { rectificationProofRoutes } from '#shared/ipc/rectification-proof';
import type { Handlers } from '../../ipc/context';
import { enterProof, enterReminder, judge } from './proof-service';

const note = (id: string, summary: string) => ({ object: `rectification:${id}`, summary });

export const rectificationProofHandlers: Handlers<typeof rectificationProofRoutes> = {
  'rectification.submit-proof': (input, { write }) =>
    write(note(input.id, '登记整改材料'), async (tx, sharpen) => {
      const { proofId, summary } = await enterProof(tx, input);
      sharpen({ summary });
      return { id: input.id, proofId };
    }),
  'rectification.judge-proof': (input, { write }) =>
    write(note(input.id, '审查整改材料'), async (tx, sharpen) => {
      sharpen({ summary: await judge(tx, input) });
      return { id: input.id };
    }),
  'rectification.remind': (input, { write }) =>
    write(note(input.id, '登记催告'), async (tx, sharpen) => {
      sharpen({ summary: await enterReminder(tx, input) });
      return { id: input.id };
    }),
};
