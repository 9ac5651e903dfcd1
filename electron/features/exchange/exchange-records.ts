import type { ExchangeRecord } from '#shared/domain/exchange/build-row';
import type { ExchangeSource } from '#shared/domain/exchange/mapping';
import { inspectionMethodLabels } from '#shared/domain/inspection/codes';
import { dispositionLabels, resultLabels } from '#shared/domain/inspection/result-codes';
import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import type { IsoDate } from '#shared/kernel/dates';
import type { Store } from '../../db/open-store';

type Reader = Store['reader'];
type Raw = Readonly<Record<string, string | number | null>>;
type Period = { readonly from: IsoDate; readonly to: IsoDate };

/** What another platform may be told: results that a second officer has released, and penalties. */
export function* iterateRecords(
  reader: Reader,
  source: ExchangeSource,
  period: Period,
  office: string,
): Generator<ExchangeRecord, void> {
  const rows = (sql: string) => reader.prepare(sql).iterate(period) as IterableIterator<Raw>;
  switch (source) {
    case 'inspection_result':
      for (const row of rows(RESULTS)) yield resultRecord(row, office);
      return;
    case 'penalty':
      for (const row of rows(PENALTIES)) yield penaltyRecord(row, office);
  }
}

const RESULTS = `select i.id, i.no, i.kind, i.method, i.officers, i.started_at, i.checklist ->> 'title' as items,
    p.title as planTitle, p.id as planNo, s.name, s.uscc, s.old_registration_no, s.address, s.legal_person,
    q.state as reviewState, q.withdrawn_on, q.published_on,
    coalesce(q.result_code, i.result_code) as result, coalesce(q.disposition_code, i.disposition_code) as disposition,
    q.disposal_closed_on,
    (select group_concat(f.facts, '；') from finding f where f.inspection_id = i.id and f.state = 'open') as problems
  from inspection i
  join subject s on s.id = i.subject_id
  left join visit v on v.id = i.visit_id
  left join plan p on p.id = v.plan_id
  left join result_review q on q.inspection_id = i.id
  where i.state = 'finished' and i.broken_off is null and i.started_at >= @from and i.started_at < @to || 'T99'
  order by i.started_at, i.id`;

const word = (labels: Readonly<Record<string, string>>, code: string | number | null | undefined): string =>
  code === null || code === undefined ? '' : (labels[String(code)] ?? String(code));

type Officer = { readonly name: string; readonly certificateNo: string };

function resultRecord(row: Raw, office: string): ExchangeRecord {
  const officers = JSON.parse(String(row['officers'])) as Officer[];
  const released = row['reviewState'] === 'published' && row['withdrawn_on'] === null;
  return {
    id: String(row['id']),
    refusal: released ? '' : '结果还没有经第二人审核公示，请先办理审核',
    values: {
      no: row['no'] ?? null,
      planTitle: row['planTitle'] ?? null,
      planNo: row['planNo'] ?? null,
      subjectName: row['name'] ?? null,
      uscc: row['uscc'] ?? null,
      registrationNo: row['old_registration_no'] ?? null,
      address: row['address'] ?? null,
      legalPerson: row['legal_person'] ?? null,
      items: row['items'] ?? null,
      problems: row['problems'] ?? '未发现问题',
      method: word(inspectionMethodLabels, row['method']),
      kind: word(inspectionKindLabels, row['kind']),
      result: word(resultLabels, row['result']),
      resultCode: row['result'] ?? null,
      disposition: word(dispositionLabels, row['disposition']),
      closed: row['disposal_closed_on'] === null ? '否' : '是',
      closedOn: row['disposal_closed_on'] ?? null,
      inspectedOn: String(row['started_at']).slice(0, 10),
      publishedOn: row['published_on'] ?? null,
      department: office,
      officers: officers.map(({ name }) => name).join('、'),
      officerNos: officers.map(({ certificateNo }) => certificateNo).join('、'),
    },
  };
}

const PENALTIES = `select f.id, f.source_no, f.source_org, f.occurred_on, f.valid_to, f.fields, f.state, s.name, s.kind,
    s.uscc, s.old_registration_no, s.legal_person
  from fact f join subject s on s.id = f.subject_id
  where f.item_code like 'penalty_%' and f.state <> 'withdrawn' and f.occurred_on between @from and @to
  order by f.occurred_on, f.id`;

function penaltyRecord(row: Raw, office: string): ExchangeRecord {
  const fields = JSON.parse(String(row['fields'])) as Raw;
  const field = (key: string) => fields[key] ?? null;
  return {
    id: String(row['id']),
    refusal: '',
    values: {
      no: row['source_no'] ?? null,
      subjectName: row['name'] ?? null,
      subjectCategory: row['kind'] === 'agent' ? '自然人' : '法人及非法人组织',
      uscc: row['uscc'] ?? null,
      registrationNo: row['old_registration_no'] ?? null,
      legalPerson: row['legal_person'] ?? null,
      documentNo: row['source_no'] ?? null,
      violationType: field('violationType'),
      facts: field('facts'),
      legalBasis: field('legalBasis'),
      penaltyKinds: field('penaltyKinds'),
      content: field('content'),
      fine: field('fine'),
      confiscated: field('confiscated'),
      licence: field('licence'),
      decidedOn: row['occurred_on'] ?? null,
      validTo: row['valid_to'] ?? '长期',
      publicUntil: field('publicUntil'),
      authority: row['source_org'] ?? null,
      office,
    },
  };
}
