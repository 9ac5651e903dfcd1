import type { Store } from '../../../db/open-store';

type Reader = Store['reader'];
type Row = Readonly<Record<string, string | number | null>>;

export function countLeads(reader: Reader): number {
  return Number(reader.prepare('select count(*) from lead where withdrawn_at is null').pluck().get());
}

/** Every lead that stands, open ones first. */
export function* iterateLeads(reader: Reader): Generator<Row> {
  yield* reader
    .prepare(
      `select l.key, l.state, l.dimension, l.rule_name, l.source, l.source_name, l.party_role, l.party_name, l.party_code,
              l.filing_count, l.from_date, l.to_date, l.why, l.close_reason, l.note, l.evidence, l.state_on,
              l.created_at, o.name as officer, s.name as subject
         from lead l
         left join officer o on o.id = l.assigned_to
         left join subject s on s.id = l.subject_id
        where l.withdrawn_at is null
        order by case l.state when 'new' then 0 when 'assigned' then 1 else 2 end,
                 coalesce(l.to_date, l.created_at) desc, l.key`,
    )
    .iterate() as IterableIterator<Row>;
}
