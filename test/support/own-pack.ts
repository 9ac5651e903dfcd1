import type { RouteInput } from '#shared/ipc/contract';
import type { Office } from './office';
import { AGENCY, type RawPack, stricterPack } from './packs';

export const OWN = { packId: 'yunzhou-own', version: 1 } as const;

export const proposal = (change: Partial<RouteInput<'pack.propose'>> = {}): RouteInput<'pack.propose'> => ({
  ...OWN,
  subjectKinds: ['patent_agency'],
  from: '2026-12-01',
  note: '按本局办法收紧',
  ...change,
});

export const inForce = async (office: Office) =>
  (await office.call('pack.list', {})).packs.filter((pack) => pack.inForceFor.includes('patent_agency'));

/** A draft of the office's own, its content as the editor would save it. */
export async function draftOf(office: Office): Promise<RawPack> {
  await office.call('pack.copy', { ...AGENCY, as: 'own_pack', newPackId: OWN.packId });
  return (await office.call('pack.get', OWN)).content as RawPack;
}

export async function readyPack(office: Office): Promise<void> {
  const content = await draftOf(office);
  const { base, cases } = stricterPack();
  const changes = ['基础分降低 30 分'];
  await office.call('pack.save-draft', {
    ...OWN,
    content: { ...content, base, cases, extends: { ...content['extends'], changes } },
  });
  await office.call('pack.finish', OWN);
}

export async function proposed(office: Office, change: Partial<RouteInput<'pack.propose'>> = {}): Promise<string> {
  return (await office.call('pack.propose', proposal(change))).id;
}
