import type { CountedFigure, DefinitionPack } from '#shared/domain/statistics/definitions';
import type { StatSource } from '#shared/domain/statistics/stat-row';

/**
 * Where the records behind the figures come from. `select` gives one line a record in the shape of `StatRow`, with a
 * column `f_<figure>` (0 or 1) for each figure it may count in; `day` is the day by which it belongs to its month.
 */
export type SourceSql = {
  readonly source: StatSource;
  readonly figures: readonly CountedFigure[];
  readonly day: string;
  readonly id: string;
  readonly select: string;
  /** The table of the records, with the name the select gives it. */
  readonly base: string;
  /** Tables whose change may change a record, and how its id is found from the changed row `a.record_id`. */
  readonly touchedBy: readonly { readonly table: string; readonly join: string; readonly id: string }[];
};

const GRADE = `coalesce(c.grade_code, '')`;
const PLAN = `coalesce(p.title, '')`;

const INSPECTION_COLUMNS = `i.id as recordId, i.no, s.name as subject, coalesce(s.uscc, '') as code, i.kind as d_kind,
  coalesce(v.stratum, '') as d_stratum, ${PLAN} as d_plan, ${GRADE} as d_grade, o.station as d_station,
  coalesce(i.result_code, '') as d_result, coalesce(i.disposition_code, '') as d_disposition`;

const INSPECTION_JOINS = `join subject s on s.id = i.subject_id
  join officer o on o.id = i.officer1_id
  left join visit v on v.id = i.visit_id
  left join plan p on p.id = v.plan_id
  left join current_rating c on c.subject_id = i.subject_id`;

/** On which day a re-check found the item corrected. */
const CORRECTED_ON = `(select min(k.checked_on) from recheck k, json_each(k.results) j
  where k.rectification_id = r.id and j.value ->> 'itemId' = t.id and j.value ->> 'result' = 'corrected')`;

const ORDER_COLUMNS = `r.id as recordId, r.no, s.name as subject, coalesce(s.uscc, '') as code,
  coalesce(i.kind, '') as d_kind, '' as d_stratum, '' as d_plan, ${GRADE} as d_grade, coalesce(o.station, '') as d_station,
  '' as d_result, '' as d_disposition`;

const ORDER_JOINS = `join subject s on s.id = r.subject_id
  left join inspection i on i.id = r.inspection_id
  left join officer o on o.id = i.officer1_id
  left join current_rating c on c.subject_id = r.subject_id`;

/** The inspection of a result, with what was published of it. */
const REVIEW_COLUMNS = INSPECTION_COLUMNS.replace('i.result_code', 'q.result_code').replace(
  'i.disposition_code',
  'q.disposition_code',
);
const REVIEW_JOINS = `join inspection i on i.id = q.inspection_id ${INSPECTION_JOINS}`;

const SAME = { join: '', id: 'a.record_id' } as const;

/** The sources under an office's definitions; `today` decides what is overdue already. */
export function sourcesOf(pack: DefinitionPack): readonly SourceSql[] {
  const problems = pack.problemResults.map((code) => `'${code}'`).join(', ');
  const all: readonly SourceSql[] = [
    {
      source: 'visit',
      figures: ['planned'],
      day: 'v.date',
      id: 'v.id',
      select: `select v.id, coalesce(v.inspection_id, '') as recordId, coalesce(v.code, '') as no, s.name as subject,
          coalesce(s.uscc, '') as code, v.date as "on", coalesce(v.kind, '') as d_kind, v.stratum as d_stratum, ${PLAN} as d_plan,
          ${GRADE} as d_grade, coalesce(o.station, '') as d_station, '' as d_result, '' as d_disposition, 1 as f_planned
        from visit v
        join subject s on s.id = v.subject_id
        left join plan p on p.id = v.plan_id
        left join officer o on o.id = v.officer1_id
        left join current_rating c on c.subject_id = v.subject_id
        where v.state <> 'cancelled'`,
      base: 'visit v',
      touchedBy: [{ table: 'visit', ...SAME }],
    },
    {
      source: 'inspection',
      figures: ['inspected', 'problem', 'above_cap'],
      day: 'i.started_at',
      id: 'i.id',
      select: `select i.id, ${INSPECTION_COLUMNS}, substr(i.started_at, 1, 10) as "on", 1 as f_inspected,
          i.result_code in (${problems}) as f_problem,
          exists (select 1 from cap_exception e where e.inspection_id = i.id) as f_above_cap
        from inspection i ${INSPECTION_JOINS} where i.state = 'finished' and i.broken_off is null`,
      base: 'inspection i',
      touchedBy: [
        { table: 'inspection', ...SAME },
        { table: 'cap_exception', join: 'join cap_exception e on e.id = a.record_id', id: 'e.inspection_id' },
      ],
    },
    {
      source: 'entered',
      figures: ['entered'],
      day: 'q.entered_on',
      id: 'q.id',
      select: `select q.id, ${REVIEW_COLUMNS}, q.entered_on as "on", 1 as f_entered
        from result_review q ${REVIEW_JOINS} where 1 = 1`,
      base: 'result_review q',
      touchedBy: [{ table: 'result_review', ...SAME }],
    },
    {
      source: 'returned',
      figures: ['returned'],
      day: 't.on_date',
      id: 't.id',
      select: `select t.id, ${REVIEW_COLUMNS}, t.on_date as "on", 1 as f_returned
        from result_review_step t join result_review q on q.id = t.review_id ${REVIEW_JOINS} where t.action = 'return'`,
      base: 'result_review_step t',
      touchedBy: [{ table: 'result_review_step', ...SAME }],
    },
    {
      source: 'published',
      figures: ['published'],
      day: 'q.published_on',
      id: 'q.id',
      select: `select q.id, ${REVIEW_COLUMNS}, q.published_on as "on", 1 as f_published
        from result_review q ${REVIEW_JOINS} where q.state = 'published' and q.withdrawn_on is null`,
      base: 'result_review q',
      touchedBy: [{ table: 'result_review', ...SAME }],
    },
    {
      source: 'closed',
      figures: ['closed'],
      // a result counts as closed once it is public as well, so that closed never exceeds published
      day: 'max(q.published_on, q.disposal_closed_on)',
      id: 'q.id',
      select: `select q.id, ${REVIEW_COLUMNS}, max(q.published_on, q.disposal_closed_on) as "on", 1 as f_closed
        from result_review q ${REVIEW_JOINS}
        where q.state = 'published' and q.withdrawn_on is null and q.disposal_closed_on is not null`,
      base: 'result_review q',
      touchedBy: [{ table: 'result_review', ...SAME }],
    },
    {
      source: 'order',
      figures: ['ordered'],
      day: 'r.ordered_on',
      id: 'r.id',
      select: `select r.id, ${ORDER_COLUMNS}, r.ordered_on as "on", 1 as f_ordered
        from rectification r ${ORDER_JOINS} where r.state <> 'cancelled'`,
      base: 'rectification r',
      touchedBy: [{ table: 'rectification', ...SAME }],
    },
    {
      source: 'order_closed',
      figures: ['order_closed'],
      day: 'r.state_on',
      id: 'r.id',
      select: `select r.id, ${ORDER_COLUMNS}, r.state_on as "on", 1 as f_order_closed
        from rectification r ${ORDER_JOINS} where r.state = 'closed' and r.state_on is not null`,
      base: 'rectification r',
      touchedBy: [{ table: 'rectification', ...SAME }],
    },
    {
      source: 'item',
      figures: ['item_due', 'item_on_time', 'item_overdue'],
      day: 'coalesce(t.extended_to, t.due_on)',
      id: 't.id',
      select: `select t.id, ${ORDER_COLUMNS.replace('r.no,', "r.no || '第' || t.seq || '项' as no,")},
          coalesce(t.extended_to, t.due_on) as "on", 1 as f_item_due,
          coalesce(${CORRECTED_ON} <= coalesce(t.extended_to, t.due_on), 0) as f_item_on_time,
          coalesce(t.extended_to, t.due_on) < @today
            and coalesce(${CORRECTED_ON} > coalesce(t.extended_to, t.due_on), 1) as f_item_overdue
        from rectification_item t
        join rectification r on r.id = t.rectification_id ${ORDER_JOINS} where r.state <> 'cancelled'`,
      base: 'rectification_item t',
      touchedBy: [
        { table: 'rectification_item', ...SAME },
        { table: 'rectification', join: 'join rectification_item x on x.rectification_id = a.record_id', id: 'x.id' },
        {
          table: 'recheck',
          join: 'join recheck k on k.id = a.record_id join rectification_item x on x.rectification_id = k.rectification_id',
          id: 'x.id',
        },
      ],
    },
  ];
  return all;
}

/** The source whose records a figure counts. */
export function sourceOfFigure(sources: readonly SourceSql[], figure: CountedFigure): SourceSql {
  const found = sources.find(({ figures }) => figures.includes(figure));
  if (!found) throw new Error(`no records are counted for ${figure}`);
  return found;
}

/** Figures named in a text between spaces, as frozen rows keep them. */
export const figuresText = (figures: readonly CountedFigure[]): string => ` ${figures.join(' ')} `;
