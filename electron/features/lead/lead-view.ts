import * as z from 'zod';
import { formatBasis } from '#shared/domain/basis/basis';
import { type CatalogueItem, findItem } from '#shared/domain/catalogue/catalogue';
import { leadNo } from '#shared/domain/warning/lead';
import { leadFactFields } from '#shared/domain/warning/lead-fact';
import { ruleBasis } from '#shared/domain/warning/warning-pack';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import { listAttachments } from '../../db/attachment';
import type { ReadDb } from '../../db/dialect';
import { maskedCode, viewFiling } from '../../db/filing-row';
import type { Store } from '../../db/open-store';
import { createPartySubjectFinder } from '../../db/party-subject';
import type { LeadTable } from '../../db/schema-warning';
import type { ReadContext } from '../../ipc/context';
import type { Packs } from '../../packs/packs';
import { countByDimension, countByState, findLead, listEvidence, listLeads, listSteps } from './lead-repository';
import { warningPacksOn } from './lead-scan';

type Row = RouteOutput<'lead.list'>['rows'][number];
type File = RouteOutput<'lead.get'>;

const basesColumn = z.array(ruleBasis);
const figuresColumn = z.record(z.string(), z.union([z.string(), z.number()]));
export const readFigures = (json: string) => figuresColumn.parse(JSON.parse(json));

export function viewRules(packs: Packs, today: IsoDate): RouteOutput<'lead.list-rules'> {
  const catalogue = packs.catalogue();
  return {
    packs: warningPacksOn(packs, today).map((pack) => ({
      id: pack.id,
      version: pack.version,
      title: pack.title,
      status: pack.status,
      note: pack.note ?? '',
      rules: pack.rules.map((rule) => ({
        id: rule.id,
        name: rule.name,
        dimension: rule.dimension,
        itemName: findItem(catalogue, rule.itemCode)?.name ?? rule.itemCode,
        basis: rule.bases.map(formatBasis).join('；'),
        figuresVerified: rule.verified,
        note: rule.note ?? '',
      })),
    })),
  };
}

export async function viewLeads(db: ReadDb, input: ParsedInput<'lead.list'>): Promise<RouteOutput<'lead.list'>> {
  const counts = { new: 0, assigned: 0, confirmed: 0, closed: 0 };
  for (const { state, n } of await countByState(db, input)) counts[state] = n;
  const wanted = input.states.length > 0 ? input.states : (Object.keys(counts) as (keyof typeof counts)[]);
  return {
    rows: (await listLeads(db, input)).map(viewRow),
    total: [...new Set(wanted)].reduce((sum, state) => sum + counts[state], 0),
    counts,
    dimensions: await countByDimension(db),
  };
}

const viewRow = (row: LeadTable & { readonly officer_name: string | null }): Row => ({
  id: row.id,
  no: leadNo(row.key),
  source: row.source,
  sourceName: row.source_name,
  packId: row.pack_id,
  packVersion: row.pack_version,
  ruleId: row.rule_id,
  ruleName: row.rule_name,
  dimension: row.dimension,
  partyRole: row.party_role,
  partyName: row.party_name,
  partyCode: maskedCode(row.party_code),
  subjectId: row.subject_id,
  from: row.from_date,
  to: row.to_date,
  why: row.why,
  filingCount: row.filing_count,
  state: row.state,
  stateOn: row.state_on,
  assignedTo: row.assigned_to,
  officerName: row.officer_name,
  createdAt: row.created_at,
});

export async function viewLead(
  { db, store, packs }: Pick<ReadContext, 'db' | 'store' | 'packs'>,
  id: string,
): Promise<File> {
  const row = await findLead(db, id);
  if (!row || row.withdrawn_at !== null)
    throw new AppError('not_found', '没有找到这条线索，可能已随名单更正或撤销。请刷新列表。');
  const item = row.item_code === '' ? undefined : findItem(packs.catalogue(), row.item_code);
  return {
    ...viewRow(row),
    bases: basesColumn.parse(JSON.parse(row.bases)).map(({ document, article, text, verified }) => ({
      document,
      article,
      text: text ?? null,
      verified,
    })),
    figuresVerified: row.verified === 1,
    subject: await subjectOf(db, store, row),
    item: item ? viewItem(item, readFigures(row.figures)) : null,
    evidence: row.evidence,
    closeReason: row.close_reason,
    note: row.note,
    factId: row.fact_id,
    filings: (await listEvidence(db, id)).map(viewFiling),
    steps: await listSteps(db, id),
    attachments: await listAttachments(db, { table: 'lead', id }),
  };
}

async function subjectOf(db: ReadDb, store: Store, row: LeadTable): Promise<File['subject']> {
  const linked =
    row.subject_id === null
      ? undefined
      : await db
          .selectFrom('subject')
          .select(['id', 'name', 'kind'])
          .where('id', '=', row.subject_id)
          .where('withdrawn_at', 'is', null)
          .executeTakeFirst();
  if (linked) return { ...linked, linked: true };
  const found = createPartySubjectFinder(store, 'reader')({ name: row.party_name, code: row.party_code });
  return found ? { id: found.id, name: found.name, kind: found.kind, linked: false } : null;
}

function viewItem(item: CatalogueItem, figures: Readonly<Record<string, string | number>>): NonNullable<File['item']> {
  const values = leadFactFields(item, figures, {});
  return {
    code: item.code,
    name: item.name,
    fields: item.fields.map(({ key, label, type, required, choices }) => ({
      key,
      label,
      type,
      required,
      choices: [...(choices ?? [])],
      value: values[key] ?? null,
    })),
  };
}
