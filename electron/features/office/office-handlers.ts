import type { officeRoutes } from '#shared/ipc/office';
import { AppError } from '#shared/kernel/errors';
import { readSetting, saveSetting } from '../../db/setting';
import type { Handlers } from '../../ipc/context';
import { findActingOfficer } from './office-repository';

export type Office = {
  readonly name: string;
  readonly code: string;
  readonly district: string;
  readonly address: string;
  readonly phone: string;
};

export const officeHandlers: Handlers<typeof officeRoutes> = {
  'office.get': async (_input, { db, actor }) => ({
    office: await readSetting<Office>(db, 'office'),
    actor: actor.id ? await findActingOfficer(db, actor.id) : null,
    practice: (await readSetting<boolean>(db, 'practice')) ?? false,
  }),
  'office.save': async (office, { write }) =>
    write({ object: 'office:office', summary: `保存机关信息：${office.name}` }, async (tx) => {
      await saveSetting(tx, 'office', office);
      return {};
    }),
  'office.act-as': async ({ officerId }, { db, write }) => {
    const officer = await findActingOfficer(db, officerId);
    if (!officer) throw new AppError('not_found', '没有找到这名执法人员，或其已停用。请重新选择。');
    return write({ object: `officer:${officerId}`, summary: `当前经办人改为 ${officer.name}` }, async (tx) => {
      await saveSetting(tx, 'acting_officer', officerId);
      return {};
    });
  },
  'office.list-packs': (_input, { packs }) => ({ packs: packs.describeAll() }),
};
