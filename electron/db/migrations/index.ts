import { initial } from './0010-initial';
import { rulePacksAndBatches } from './0020-rule-packs-and-batches';
import { filingsAndLeads } from './0030-filings-and-leads';
import { planFreeze } from './0040-plan-freeze';
import { arrangedVisits } from './0050-arranged-visits';
import { visitChange } from './0060-visit-change';
import { onSite } from './0070-on-site';
import { evidence } from './0080-evidence';
import { papers } from './0090-papers';
import { review } from './0100-review';
import { calendarYears } from './0110-calendar-years';
import { rectificationProof } from './0115-rectification-proof';
import { statistics } from './0120-statistics';

export type Migration = { readonly version: number; readonly name: string; readonly up: string };

/** In rising order; a released one is never edited. */
export const MIGRATIONS: readonly Migration[] = [
  initial,
  rulePacksAndBatches,
  filingsAndLeads,
  planFreeze,
  arrangedVisits,
  visitChange,
  onSite,
  evidence,
  papers,
  review,
  calendarYears,
  rectificationProof,
  statistics,
];
