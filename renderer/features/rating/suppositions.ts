import type { RouteInput, RouteOutput } from '#shared/ipc/contract';
import { addMonths, type IsoDate, isIsoDate } from '#shared/kernel/dates';
import type { Simulation } from './rating-words';

export type Supposition = NonNullable<RouteInput<'rating.simulate'>['suppositions']>[number];
export type CatalogueItem = RouteOutput<'fact.list-catalogue'>['items'][number];
type Relief = Simulation['reliefs'][number];

/** What is supposed of a record that exists; a day without its switch is kept for switching on again. */
export type Supposed = { readonly repairedOn: IsoDate | null; readonly rectifiedOn: IsoDate | null };
/** A record that does not exist, as far as it is filled in. */
export type NewRecord = {
  readonly key: string;
  readonly itemCode: string;
  readonly occurredOn: IsoDate | null;
  readonly validTo: IsoDate | null;
  readonly fields: Readonly<Record<string, string | number | null>>;
};
export type Plan = {
  readonly asOf: IsoDate;
  readonly supposed: Readonly<Record<string, Supposed>>;
  readonly added: readonly NewRecord[];
};

const YEARS = 5;
export const lastDay = (today: IsoDate): IsoDate => addMonths(today, YEARS * 12);

/** A new record counts as soon as the catalogue has all it asks for. */
export function isComplete({ itemCode, occurredOn, fields }: NewRecord, item: CatalogueItem | undefined): boolean {
  if (itemCode === '' || occurredOn === null || !item) return false;
  return item.fields.every(({ key, required }) => !required || (fields[key] ?? '') !== '');
}

/** What the engine is asked: records in the order in which they were named, only what is complete. */
export function suppositionsOf({ supposed, added }: Plan, items: readonly CatalogueItem[]): Supposition[] {
  const known = Object.entries(supposed).flatMap(([factId, { repairedOn, rectifiedOn }]): Supposition[] => [
    ...(rectifiedOn ? [{ kind: 'rectified' as const, factId, on: rectifiedOn }] : []),
    ...(repairedOn ? [{ kind: 'repaired' as const, factId, on: repairedOn }] : []),
  ]);
  const fresh = added.flatMap((record): Supposition[] => {
    const item = items.find(({ code }) => code === record.itemCode);
    if (!isComplete(record, item) || record.occurredOn === null) return [];
    const { itemCode, occurredOn, validTo, fields } = record;
    return [{ kind: 'new', itemCode, occurredOn, validTo, fields: { ...fields } }];
  });
  return [...known, ...fresh];
}

/** The day from which a record can be repaired, where the rules tell one; else the day in view. */
export const repairDay = (factId: string, reliefs: readonly Relief[], asOf: IsoDate): IsoDate =>
  reliefs.find((relief) => relief.factId === factId)?.repairFrom ?? asOf;

/** What an officer should know about a supposed day; null when there is nothing to say. */
export function dayRemark(on: IsoDate, asOf: IsoDate, repairFrom: IsoDate | null): string | null {
  if (repairFrom !== null && on < repairFrom) return `按规定自 ${repairFrom} 起才能申请修复`;
  if (on > asOf) return `晚于模拟日期 ${asOf}，这一天还不起作用`;
  return null;
}

/** @example startOf(new URLSearchParams('on=2027-03-01&repaired=f1'), '2026-11-25') */
export function startOf(params: URLSearchParams, today: IsoDate): Plan {
  const on = params.get('on') ?? '';
  const asOf = isIsoDate(on) && on >= today && on <= lastDay(today) ? on : today;
  const repaired = params.get('repaired');
  const supposed = repaired ? { [repaired]: { repairedOn: asOf, rectifiedOn: null } } : {};
  return { asOf, supposed, added: [] };
}
