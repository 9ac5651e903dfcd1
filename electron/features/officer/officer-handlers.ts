import type { officerRoutes } from '#shared/ipc/officer';
import { AppError } from '#shared/kernel/errors';
import { readSetting, saveSetting } from '../../db/setting';
import type { Handlers } from '../../ipc/context';
import { importOfficers } from './officer-import';
import { endAvoidance, saveOfficer, viewOfficers } from './officer-service';

export const officerHandlers: Handlers<typeof officerRoutes> = {
  'officer.list': async ({ activeOnly }, { db }) => ({ officers: await viewOfficers(db, activeOnly) }),
  'officer.save': async (input, { write }) =>
    write(
      { object: 'officer:', summary: `${input.id ? '修改' : '登记'}执法人员 ${input.name}` },
      async (tx, sharpen) => {
        const id = await saveOfficer(tx, input);
        sharpen({ object: `officer:${id}` });
        // whoever registers first in an empty store has to be able to go on
        if (!(await readSetting(tx.db, 'acting_officer'))) await saveSetting(tx, 'acting_officer', id);
        return { id };
      },
    ),
  'officer.add-avoidance': async ({ officerId, subjectId, reason }, { write }) =>
    write({ object: `officer:${officerId}`, summary: `登记回避：${reason}` }, async (tx) => {
      const subject = await tx.db.selectFrom('subject').select('id').where('id', '=', subjectId).executeTakeFirst();
      const officer = await tx.db.selectFrom('officer').select('id').where('id', '=', officerId).executeTakeFirst();
      if (!subject || !officer) throw new AppError('not_found', '没有找到这名人员或这个监管对象，请重新选择。');
      const id = tx.newId();
      tx.insert('avoidance', {
        id,
        officer_id: officerId,
        subject_id: subjectId,
        reason,
        ended_on: null,
        created_at: tx.now,
      });
      return { id };
    }),
  'officer.end-avoidance': async ({ id, endedOn }, { write }) =>
    write({ object: `avoidance:${id}`, summary: `解除回避（${endedOn}）` }, async (tx) => {
      await endAvoidance(tx, id, endedOn);
      return { id };
    }),
  'officer.run-import': (input, context) => importOfficers(input, context),
};
