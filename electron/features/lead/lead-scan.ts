import { inForce } from '#shared/domain/basis/basis';
import type { Filing } from '#shared/domain/filing/filing';
import { type FoundLead, findLeads } from '#shared/domain/warning/find-leads';
import type { WarningPack } from '#shared/domain/warning/warning-pack';
import type { RouteOutput } from '#shared/ipc/contract';
import { canonicalJson } from '#shared/kernel/canonical-json';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import { readClasses } from '../../db/filing-row';
import { type LeadContent, putLead } from '../../db/lead-writer';
import { createPartySubjectFinder } from '../../db/party-subject';
import type { FilingTable, LeadTable } from '../../db/schema-warning';
import type { JobContext } from '../../ipc/context';
import type { Packs } from '../../packs/packs';
import { countFilings, listRuleLeads, streamFilings } from './lead-repository';

/** Of each pack the newest version in force on that day. */
export function warningPacksOn(packs: Packs, today: IsoDate): readonly WarningPack[] {
  const newest = new Map<string, WarningPack>();
  for (const { value } of packs.warningPacks()) {
    const known = newest.get(value.id);
    if (inForce(value, today) && (!known || known.version < value.version)) newest.set(value.id, value);
  }
  return [...newest.values()];
}

const EVERY = 2000;

/**
 * Applies the packs in force to all filings. What is found is brought in under its key, so a second run on the same
 * lists writes nothing; a new lead that the lists no longer support is withdrawn. One transaction: a run that is
 * stopped leaves nothing.
 */
export async function scanLeads(context: JobContext): Promise<RouteOutput<'lead.scan'>> {
  const { packs, clock, store, write, progress } = context;
  const active = warningPacksOn(packs, clock.today());
  if (active.length === 0)
    throw new AppError('bad_pack', '没有生效的预警规则包，无法筛查。请先在规则包文件夹中放入规则包。');
  return write({ object: 'lead:scan', summary: '筛查预警线索' }, async (tx, sharpen) => {
    const filings = await readFilings(context);
    const stored = await listRuleLeads(tx.db);
    const known = new Map(stored.map((lead) => [lead.key, lead]));
    const consumed = consumedBy(stored);
    const subjectOf = createPartySubjectFinder(store, 'writer');
    const tally = { found: 0, inserted: 0, updated: 0, unchanged: 0, withdrawn: 0 };
    const seen = new Set<string>();
    for (const [index, pack] of active.entries()) {
      progress(`筛查：${pack.title}`, index, active.length);
      const found = findLeads(pack, filings, { consumed: consumed.get(pack.id) ?? new Map() });
      for (const [at, lead] of found.entries()) {
        if (at % EVERY === 0) progress('登记线索', at, found.length);
        seen.add(lead.key);
        tally[putLead(tx, known.get(lead.key), contentOf(lead, pack, subjectOf))] += 1;
      }
    }
    const gone = stored.filter((lead) => isStale(lead, active, seen));
    for (const { id } of gone) tx.update('lead', id, { withdrawn_at: tx.now });
    // those under work are found no more, but they are still there
    tally.unchanged += stored.filter((lead) => lead.state !== 'new').length;
    tally.found = tally.inserted + tally.updated + tally.unchanged;
    tally.withdrawn = gone.length;
    progress('登记线索', tally.found, tally.found);
    sharpen({
      summary: `筛查 ${filings.length} 件申请：线索 ${tally.found} 条，新增 ${tally.inserted}，更新 ${tally.updated}，不再命中 ${tally.withdrawn}`,
    });
    return { filings: filings.length, ...tally };
  });
}

/** New leads of the packs just applied that were not found again. */
const isStale = (lead: LeadTable, active: readonly WarningPack[], seen: ReadonlySet<string>): boolean =>
  lead.state === 'new' &&
  lead.withdrawn_at === null &&
  !seen.has(lead.key) &&
  active.some(({ id }) => id === lead.pack_id);

async function readFilings({ db, store, progress }: JobContext): Promise<readonly Filing[]> {
  const total = await countFilings(db);
  const filings: Filing[] = [];
  for (const row of streamFilings(store)) {
    if (filings.length % EVERY === 0) progress('读取申请', filings.length, total);
    filings.push(toFiling(row));
  }
  return filings;
}

const toFiling = (row: FilingTable): Filing => ({
  id: row.id,
  kind: row.kind === 'abnormal_patent' ? 'abnormal_patent' : 'trademark',
  number: row.number,
  title: row.title,
  applicantName: row.applicant_name,
  applicantCode: row.applicant_code,
  agency: row.agency,
  filedOn: row.filed_on,
  notifiedOn: row.notified_on,
  handling: row.handling,
  classes: readClasses(row.classes),
  assignee: row.assignee,
  assignedOn: row.assigned_on,
  decisionKind: row.decision_kind,
  decisionNo: row.decision_no,
  decidedOn: row.decided_on,
});

/** Pack → stream → the filings that leads under work rest on. */
function consumedBy(leads: readonly LeadTable[]): ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>> {
  const packs = new Map<string, Map<string, Set<string>>>();
  for (const lead of leads) {
    if (lead.state === 'new') continue;
    const streams = packs.get(lead.pack_id) ?? new Map<string, Set<string>>();
    const filings = streams.get(lead.stream) ?? new Set<string>();
    for (const id of JSON.parse(lead.filings) as string[]) filings.add(id);
    packs.set(lead.pack_id, streams.set(lead.stream, filings));
  }
  return packs;
}

function contentOf(
  lead: FoundLead,
  pack: WarningPack,
  subjectOf: ReturnType<typeof createPartySubjectFinder>,
): LeadContent {
  const { rule, party } = lead;
  return {
    key: lead.key,
    source: 'rule',
    source_name: pack.title,
    pack_id: pack.id,
    pack_version: pack.version,
    rule_id: rule.id,
    rule_name: rule.name,
    dimension: rule.dimension,
    stream: lead.stream,
    item_code: rule.itemCode,
    bases: canonicalJson(rule.bases),
    verified: rule.verified ? 1 : 0,
    party_role: party.role,
    party_key: party.key,
    party_name: party.name,
    party_code: party.code,
    subject_id: subjectOf(party)?.id ?? null,
    from_date: lead.from,
    to_date: lead.to,
    why: lead.why,
    figures: canonicalJson(lead.figures),
    filings: JSON.stringify(lead.filings),
    filing_count: lead.filings.length,
    import_id: null,
  };
}
