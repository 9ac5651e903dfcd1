import type { interviewRoutes } from '#shared/ipc/interview';
import type { Handlers } from '../../ipc/context';
import { listInterviews } from './interview-repository';
import {
  finishInterview,
  removeLine,
  saveLine,
  startInterview,
  updateInterview,
  voidInterview,
} from './interview-service';
import { viewInterview, viewRow } from './load-interview';

const note = (id: string, summary: string) => ({ object: `interview:${id}`, summary });

export const interviewHandlers: Handlers<typeof interviewRoutes> = {
  'interview.list': async ({ inspectionId }, { db }) => ({
    rows: (await listInterviews(db, inspectionId)).map(viewRow),
  }),
  'interview.get': ({ id }, { db, packs, clock }) => viewInterview(db, id, packs, clock.today()),
  'interview.start': (input, { packs, write }) =>
    write(note('', '开始询问'), async (tx, sharpen) => {
      const { id, no, personName } = await startInterview(tx, input, packs);
      sharpen(note(id, `开始询问 ${no}：${personName}`));
      return { id, no };
    }),
  'interview.update': (input, { write }) =>
    write(note(input.id, '修改询问笔录'), async (tx, sharpen) => {
      sharpen({ summary: `修改询问笔录 ${await updateInterview(tx, input)} 的首部` });
      return { id: input.id };
    }),
  'interview.save-line': (input, { write }) =>
    write(note(input.id, '记录问答'), async (tx, sharpen) => {
      const { id, no } = await saveLine(tx, input);
      sharpen({ summary: `询问笔录 ${no} 记录一问一答` });
      return { id };
    }),
  'interview.remove-line': (input, { write }) =>
    write(note(input.id, '删去一问'), async (tx, sharpen) => {
      sharpen({ summary: `询问笔录 ${await removeLine(tx, input)} 删去一问` });
      return { id: input.id };
    }),
  'interview.finish': (input, { packs, write }) =>
    write(note(input.id, '结束询问'), async (tx, sharpen) => {
      sharpen({ summary: `询问笔录 ${await finishInterview(tx, input, packs)} 核对确认` });
      return { id: input.id };
    }),
  'interview.void': (input, { write }) =>
    write(note(input.id, '作废询问笔录'), async (tx, sharpen) => {
      sharpen({ summary: `作废询问笔录 ${await voidInterview(tx, input)}：${input.reason}` });
      return { id: input.id };
    }),
};
