import * as z from 'zod';
import type { CatalogueItem } from '#shared/domain/catalogue/catalogue';
import type { FactFields } from '#shared/domain/catalogue/validate-fact-fields';
import type { PenaltyRow } from '#shared/domain/fact/penalty-table';
import { canonicalJson } from '#shared/kernel/canonical-json';
import type { IsoDate } from '#shared/kernel/dates';
import { defaultValidTo } from '../../db/fact-writer';
import type { FactTable } from '../../db/schema';

/** What the table says of one penalty, as stored. */
export type PenaltyContent = Pick<
  FactTable,
  'source_org' | 'source_no' | 'occurred_on' | 'valid_from' | 'valid_to' | 'summary' | 'fields'
>;

const MAX_SUMMARY = 500;

/** The fields of the catalogue items for penalties; the set of 2016 has a name instead of a type. */
export function penaltyFields(row: PenaltyRow): FactFields {
  const kinds = [row.penaltyKind, row.penaltyKind2].filter((kind) => kind !== null);
  return {
    violationType: row.violationType ?? row.penaltyName ?? row.facts.slice(0, 200),
    facts: row.facts,
    legalBasis: row.basis,
    penaltyKinds: kinds.length === 0 ? null : kinds.join('；'),
    content: row.content,
    fine: row.fineFen,
    confiscated: row.confiscatedFen,
    licence: row.licence,
    publicUntil: row.publicUntil === 'open' ? null : row.publicUntil,
  };
}

export function penaltyContent(row: PenaltyRow, item: CatalogueItem): PenaltyContent {
  const fields = penaltyFields(row);
  const summary = `${fields['violationType']}：${row.content}`;
  return {
    source_org: row.authority,
    source_no: row.documentNumber,
    occurred_on: row.decidedOn,
    valid_from: row.decidedOn,
    valid_to: validTo(row, item),
    summary: summary.length > MAX_SUMMARY ? `${summary.slice(0, MAX_SUMMARY - 1)}…` : summary,
    fields: canonicalJson(fields),
  };
}

/** 处罚有效期 as given, else 公示截止期, else the months of the catalogue; 长期 has no end. */
function validTo(row: PenaltyRow, item: CatalogueItem): IsoDate | null {
  const given = row.validUntil ?? row.publicUntil;
  if (given === null) return defaultValidTo(item, row.decidedOn);
  return given === 'open' ? null : given;
}

const fieldsColumn = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** The same decision once more: what the newer row says replaces the older, what it leaves empty stays. */
export function mergePenalty(
  stored: PenaltyContent,
  incoming: PenaltyContent,
  row: Pick<PenaltyRow, 'validUntil' | 'publicUntil'>,
): { readonly changed: boolean; readonly content: PenaltyContent } {
  const fields = { ...fieldsColumn.parse(JSON.parse(stored.fields)) };
  for (const [key, value] of Object.entries(fieldsColumn.parse(JSON.parse(incoming.fields))))
    if (value !== null && value !== '') fields[key] = value;
  const saysEnd = row.validUntil !== null || row.publicUntil !== null;
  const content = {
    ...incoming,
    valid_to: saysEnd ? incoming.valid_to : stored.valid_to,
    fields: canonicalJson(fields),
  };
  const changed = (Object.keys(content) as (keyof PenaltyContent)[]).some((key) =>
    key === 'fields' ? content.fields !== canonicalJson(JSON.parse(stored.fields)) : content[key] !== stored[key],
  );
  return { changed, content };
}
