/** What the triggers of migration 120 keep in `stat_count`, worked out from the records. */
export const STAT_COUNTS = `
  select 'inspection' as source, substr(started_at, 1, 7) as month, kind, '' as stratum, '' as plan_id,
    coalesce(result_code, '') as result, coalesce(disposition_code, '') as disposition, count(*) as n
  from inspection where state = 'finished' and broken_off is null group by 2, 3, 6, 7
  union all
  select 'visit', substr(date, 1, 7), coalesce(kind, ''), stratum, coalesce(plan_id, ''), '', '', count(*)
  from visit where state <> 'cancelled' group by 2, 3, 4, 5`;
