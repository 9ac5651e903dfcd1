import { addDays, daysBetween, type IsoDate } from '../../kernel/dates';
import type { Filing } from '../filing/filing';

export type Party = {
  readonly role: 'applicant' | 'agency';
  readonly name: string;
  readonly code: string | null;
};
export type KeyedParty = Party & { readonly key: string };

export type Dated = { readonly filing: Filing; readonly on: IsoDate };

export const trademarks = (filings: readonly Filing[]) => filings.filter(({ kind }) => kind === 'trademark');

/** By day; the sort is stable, so those of one day keep their order by number. What has no day cannot count. */
export function datedBy(filings: readonly Filing[], dayOf: (filing: Filing) => IsoDate | null): readonly Dated[] {
  return filings
    .flatMap((filing) => {
      const on = dayOf(filing);
      return on === null ? [] : [{ filing, on }];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

export function grouped(dated: readonly Dated[], keyOf: (filing: Filing) => string | null) {
  const groups = new Map<string, Dated[]>();
  for (const one of dated) {
    const key = keyOf(one.filing);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups].map(([key, members]) => ({ key, members: members as readonly Dated[] }));
}

/** The greedy windows that `findLeads` describes. */
export function windowsOf(
  dated: readonly Dated[],
  keyOf: (filing: Filing) => string | null,
  { days, count }: { readonly days: number; readonly count: number },
  enough: (window: readonly Dated[]) => boolean,
) {
  return grouped(dated, keyOf).flatMap(({ key, members }) => {
    const found: { readonly key: string; readonly window: readonly Dated[] }[] = [];
    let end = 0;
    for (let start = 0; start < members.length; start++) {
      const last = addDays(members[start]?.on ?? '', days - 1);
      end = Math.max(end, start);
      while (end < members.length && (members[end]?.on ?? '') <= last) end++;
      if (end - start < count) continue;
      const window = members.slice(start, end);
      if (!enough(window)) continue;
      found.push({ key, window });
      start = end - 1;
    }
    return found;
  });
}

/** The name that stands most often, and of those the first in order: spelling differs between rows of one party. */
export function partyOf(role: Party['role'], key: string, members: readonly Dated[]): KeyedParty {
  const names = new Map<string, number>();
  for (const { filing } of members) {
    const name = (role === 'agency' ? filing.agency : filing.applicantName) ?? '';
    names.set(name, (names.get(name) ?? 0) + 1);
  }
  const [best] = [...names].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const code =
    role === 'agency' ? null : (members.find(({ filing }) => filing.applicantCode)?.filing.applicantCode ?? null);
  return { role, key, name: best?.[0] ?? key, code: code ?? null };
}

export function headOf(party: KeyedParty, members: readonly Dated[], also = '') {
  const first = members[0];
  return {
    party,
    window: `${first?.on ?? ''}\n${first?.filing.number ?? ''}\n${also}`,
    from: first?.on ?? '',
    to: members.at(-1)?.on ?? '',
    filings: members.map(({ filing }) => filing.id),
  };
}

export const spanOf = (window: readonly Dated[]) => ({ from: window[0]?.on ?? '', to: window.at(-1)?.on ?? '' });

export function spanText({ from, to }: { readonly from: IsoDate; readonly to: IsoDate }): string {
  if (from === to) return `${from} 一天`;
  return `${from} 至 ${to}，${daysBetween(from, to) + 1} 天`;
}
