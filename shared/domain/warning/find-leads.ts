import { sha256Hex } from '../../kernel/sha256';
import { applicantKeys, type Filing } from '../filing/filing';
import { normaliseName } from '../subject/name-text';
import { type Draft, draftsOf } from './rules';
import type { WarningPack, WarningRule } from './warning-pack';
import type { KeyedParty } from './windows';

/** What the evidence says in figures; becomes the fields of the fact when an officer confirms the lead. */
export type LeadFigures = Draft['figures'];

export type FoundLead = {
  /** Hash of pack id, rule id, party and window: the same list gives the same key on every machine. */
  readonly key: string;
  readonly packId: string;
  readonly packVersion: number;
  readonly rule: WarningRule;
  /** The rule, and the name where one rule looks for many; what `consumed` is kept by. */
  readonly stream: string;
  readonly party: KeyedParty;
  readonly from: string;
  readonly to: string;
  /** Ids of the filings it rests on, by day and number. */
  readonly filings: readonly string[];
  readonly figures: LeadFigures;
  /** One sentence that says why. */
  readonly why: string;
};

type Options = {
  /**
   * Filings that leads under work rest on already, by stream. They neither count again nor start a window, so a lead
   * that was closed does not come back because the list grew.
   */
  readonly consumed?: ReadonlyMap<string, ReadonlySet<string>>;
};

/**
 * Applies one pack to a list of filings. Pure and deterministic: the order of the input does not matter, and the same
 * list gives the same leads with the same keys each time.
 *
 * How windows are cut. Filings of one party are put in order by day, then by number. From the earliest on: filing *i*
 * opens the window of all filings from its day to its day + `days` − 1 (both days count). When that window meets the
 * rule (count, and classes or assignees where the rule asks for them) it is a lead, **all** its filings belong to it,
 * and the search goes on behind its last day; otherwise the search goes on with filing *i* + 1. So windows of one party
 * and rule never share a filing, and each begins with the earliest filing it can.
 *
 * The window of a key is the day and number of its first filing (and the matched name or the decision): later filings
 * inside the window extend the lead instead of making another.
 *
 * @example findLeads(pack, filings).map(({ why }) => why)
 */
export function findLeads(
  pack: Pick<WarningPack, 'id' | 'version' | 'rules'>,
  filings: readonly Filing[],
  { consumed }: Options = {},
): readonly FoundLead[] {
  const ordered = [...filings].sort(byNumber);
  const keyOf = applicantKeys(ordered);
  const taken = (stream: string, { id }: Filing) => consumed?.get(stream)?.has(id) ?? false;
  const leads = pack.rules.flatMap((rule) => {
    return draftsOf(rule, ordered, { applicant: keyOf, agency: agencyKey, taken }).map(
      ({ party, window, ...draft }): FoundLead => ({
        key: leadKey(pack.id, rule.id, party.key, window),
        packId: pack.id,
        packVersion: pack.version,
        rule,
        party,
        ...draft,
      }),
    );
  });
  return leads.sort((a, b) => (a.key < b.key ? -1 : 1));
}

export const leadKey = (packId: string, ruleId: string, partyKey: string, window: string): string =>
  sha256Hex([packId, ruleId, partyKey, window].join('\n'));

const agencyKey = ({ agency }: Filing): string | null => (agency === null ? null : normaliseName(agency));

/** Lists and numbers are unique together, so this order is total; the id settles what should never happen. */
function byNumber(a: Filing, b: Filing): number {
  const [x, y] = [`${a.kind}\n${a.number}\n${a.id}`, `${b.kind}\n${b.number}\n${b.id}`];
  return x < y ? -1 : x > y ? 1 : 0;
}
