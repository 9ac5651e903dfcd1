import type { paperRoutes } from '#shared/ipc/paper';
import type { Handlers } from '../../ipc/context';
import { viewCase } from './case-view';
import { loadCase, proposeNotice } from './notice-case';
import { applyForApproval, changeNotice, getNotice, makeNotice, viewNotice } from './notice-service';
import { countNotices, listNotices } from './paper-repository';
import { showBlank, showFull, showPaper } from './show-paper';

const note = (id: string, summary: string) => ({ object: `check_notice:${id}`, summary });

export const paperHandlers: Handlers<typeof paperRoutes> = {
  'paper.get-case': (key, { db, packs, clock }) => viewCase(db, key, packs, Number(clock.today().slice(0, 4))),
  'paper.get': ({ paper, id }, context) => showPaper(context, paper, id),
  'paper.get-full': ({ id }, { packs, write }) =>
    write({ object: `interview:${id}`, summary: '完整显示询问笔录的证件号码' }, (tx) => showFull(tx, packs, id)),
  'paper.get-blank': ({ paper, reservedId }, context) => showBlank(context, paper, reservedId),
  'paper.propose-notice': async (key, { db, packs }) =>
    proposeNotice(await loadCase(db, key, packs.checklists()), packs),
  'paper.apply': (input, { packs, write }) =>
    write(note('', '申请检查审批'), async (tx, sharpen) => {
      const { id, no, subjectName } = await applyForApproval(tx, input, packs);
      sharpen(note(id, `申请检查审批 ${no}：${subjectName}`));
      return { id, no };
    }),
  'paper.decide': ({ id, officerId, decision, on, note: remark }, { write }) =>
    write(note(id, '检查审批'), async (tx, sharpen) => {
      const action =
        decision === 'approve'
          ? ({ type: 'approve', by: officerId, on, note: remark } as const)
          : ({ type: 'refuse', by: officerId, on, reason: remark } as const);
      const { no } = await changeNotice(tx, id, action);
      sharpen({ summary: `检查审批 ${no}：${decision === 'approve' ? '批准' : `不予批准（${remark}）`}` });
      return { id };
    }),
  'paper.make-notice': (input, { write }) =>
    write(note(input.id, '制作检查通知书'), async (tx, sharpen) => {
      const no = await makeNotice(tx, input);
      sharpen({ summary: `制作检查通知书 ${no}` });
      return { id: input.id, no };
    }),
  'paper.serve-notice': ({ id, on, receivedBy }, { write }) =>
    write(note(id, '送达检查通知书'), async (tx, sharpen) => {
      const { noticeNo } = await changeNotice(tx, id, { type: 'serve', on, receivedBy });
      sharpen({ summary: `检查通知书 ${noticeNo ?? ''} 于 ${on} 送达` });
      return { id };
    }),
  'paper.skip-notice': ({ id, reason }, { write }) =>
    write(note(id, `检查不事先通知：${reason}`), async (tx) => {
      await changeNotice(tx, id, { type: 'skip_notice', reason });
      return { id };
    }),
  'paper.withdraw-notice': ({ id, reason }, { write }) =>
    write(note(id, '撤回检查审批'), async (tx, sharpen) => {
      const { no } = await changeNotice(tx, id, { type: 'withdraw', reason });
      sharpen({ summary: `撤回检查审批 ${no}：${reason}` });
      return { id };
    }),
  'paper.get-notice': ({ id }, { db }) => getNotice(db, id),
  'paper.list-notices': async (input, { db }) => ({
    rows: (await listNotices(db, input)).map(viewNotice),
    total: await countNotices(db, input),
  }),
};
