import type { Counts, DefinitionPack } from '#shared/domain/statistics/definitions';
import { type Month, shiftMonth } from '#shared/domain/statistics/month';
import { addCounts, type StatDimension } from '#shared/domain/statistics/stat-row';
import type { IsoDate } from '#shared/kernel/dates';
import type { MonthFreezeTable } from '../db/schema-statistics';
import { readDefinitions } from './corrections';
import { countPeriod, type Split, splitPeriod } from './count-period';
import { findFreeze, frozenCounts, frozenSplit, storedCorrections } from './frozen-month';
import type { Reader } from './live-rows';

export type Scope = 'month' | 'year';
export type Figures = { readonly month: Month; readonly counts: Counts; readonly freeze: MonthFreezeTable | null };

type Where = { readonly reader: Reader; readonly pack: DefinitionPack; readonly today: IsoDate };

const firstOf = (month: Month, scope: Scope): Month => (scope === 'year' ? `${month.slice(0, 4)}-01` : month);

/** The counts of a month, frozen ones as they were frozen. */
export function monthFigures({ reader, pack, today }: Where, month: Month, scope: Scope): Figures {
  const freeze = findFreeze(reader, month);
  if (freeze) return { month, counts: frozenCounts(reader, freeze.id, scope), freeze };
  return { month, counts: countPeriod(reader, pack, firstOf(month, scope), month, today), freeze: null };
}

/** This period, the one before and the same of the year before. */
export function comparedFigures(where: Where, month: Month, scope: Scope) {
  const lastYear = monthFigures(where, shiftMonth(month, -12), scope);
  return {
    now: monthFigures(where, month, scope),
    before: scope === 'year' ? lastYear : monthFigures(where, shiftMonth(month, -1), scope),
    lastYear,
  };
}

/** What corrections reported in later months make of a frozen month; null without any. */
export function correctedCounts(reader: Reader, freeze: MonthFreezeTable, counts: Counts): Counts | null {
  const corrections = storedCorrections(reader, freeze.id, 'freeze_id');
  return corrections.length === 0 ? null : addCounts(counts, ...corrections.map(({ figures }) => figures));
}

export function splitFigures(
  { reader, pack, today }: Where,
  month: Month,
  scope: Scope,
  by: StatDimension,
): readonly Split[] {
  const freeze = findFreeze(reader, month);
  const parts =
    freeze && scope === 'month'
      ? frozenSplit(reader, freeze.id, by)
      : splitPeriod(reader, pack, by, firstOf(month, scope), month, today);
  // what is only planned or ordered has neither result nor disposition
  return by === 'result' || by === 'disposition' ? parts.filter(({ key }) => key !== '') : parts;
}

/** The definitions by which a month is counted: its own once it is frozen. */
export function definitionsOf(reader: Reader, pack: DefinitionPack, month: Month): DefinitionPack {
  const freeze = findFreeze(reader, month);
  return freeze ? readDefinitions(freeze.definitions) : pack;
}
