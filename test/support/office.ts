import { askingOf } from '#shared/domain/inspection/ask-when';
import { emptySubject, type SubjectDraft } from '#shared/domain/subject/subject';
import type { RouteInput } from '#shared/ipc/contract';
import { DRAWN_ONLY } from '../../electron/db/visit-row';
import { openTestEngine, type TestEngine } from './engine';

type OfficerDraft = RouteInput<'officer.save'>;

const officer = (name: string, certificateNo: string, change: Partial<OfficerDraft> = {}): OfficerDraft => ({
  name,
  certificateNo,
  certificateUntil: '2028-12-31',
  station: '一队',
  position: '执法人员',
  skills: [],
  leaves: [],
  active: true,
  ...change,
});

export const saveOfficer = async (test: TestEngine, name: string, no: string, change?: Partial<OfficerDraft>) =>
  (await test.call('officer.save', officer(name, no, change))).id;

/** A subject of that name, without a credit code; a patent agency gets its own agency code out of its name. */
export async function createSubject(
  test: TestEngine,
  name: string,
  change: Partial<SubjectDraft> = {},
): Promise<string> {
  const kind = change.kind ?? 'patent_agency';
  const digits = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 90_000, 0) + 10_000;
  const draft = {
    ...emptySubject(kind, name),
    noUsccReason: '测试数据',
    agencyCode: kind === 'patent_agency' ? String(digits) : null,
  };
  return (await test.call('subject.create', { ...draft, ...change })).id;
}

export type Office = TestEngine & {
  readonly zhang: string;
  readonly li: string;
  readonly wang: string;
  readonly subjectId: string;
};

/** An office of three officers (the first one acts) and one patent agency. */
export async function openOffice(options: Parameters<typeof openTestEngine>[0] = {}): Promise<Office> {
  const test = openTestEngine(options);
  await test.call('office.save', {
    name: '云州市知识产权局',
    code: '云知',
    district: '云州市',
    address: '',
    phone: '',
  });
  const zhang = await saveOfficer(test, '张示例', 'Y001');
  const li = await saveOfficer(test, '李示例', 'Y002');
  const wang = await saveOfficer(test, '王示例', 'Y003');
  const subjectId = await createSubject(test, '云州示例专利代理事务所', { address: '云州市示例路1号' });
  return { ...test, zhang, li, wang, subjectId };
}

type VisitChange = Partial<RouteInput<'inspection.create'>>;

export const startInspection = (office: Office, change: VisitChange = {}) =>
  office.call('inspection.create', visitInput(office, change));

export const visitInput = (office: Office, change: VisitChange = {}): RouteInput<'inspection.create'> => ({
  subjectId: office.subjectId,
  kind: 'daily',
  method: 'on_site',
  checklistId: 'patent-agency',
  officer1Id: office.zhang,
  officer2Id: office.li,
  startedAt: '2026-09-21T09:00',
  place: '云州市示例路1号',
  ...change,
});

/** Fills in everything but the question left out; the question named as a problem gets its finding. */
export async function fillIn(
  office: Office,
  id: string,
  { problem, leaveOut }: { problem?: string; leaveOut?: string } = {},
): Promise<{ findingId: string | null }> {
  const { checklist } = await office.call('inspection.get', { id });
  let findingId: string | null = null;
  const items = checklist.sections.flatMap((section) => section.items);
  const given: { itemCode: string; answer: 'problem' | 'compliant' }[] = [];
  for (const item of items) {
    if (item.code === leaveOut || askingOf(items, given).get(item.code)?.state !== 'asked') continue;
    given.push({ itemCode: item.code, answer: item.code === problem ? 'problem' : 'compliant' });
    const found = item.code === problem;
    await office.call('inspection.answer', { id, itemCode: item.code, answer: found ? 'problem' : 'compliant' });
    if (!found) continue;
    const finding = {
      itemCode: item.code,
      clause: item.clause,
      facts: '执业许可证所载地址与实际不一致',
      severity: 'general',
    } as const;
    findingId = (await office.call('inspection.add-finding', { id, ...finding })).id;
  }
  await office.call('inspection.update-record', {
    id,
    rightsTold: true,
    avoidanceAsked: 'not_requested',
    scene: '现场有工作人员三名，墙上悬挂执业许可证。',
    scanNo: 'SM-1',
  });
  await signAll(office, id);
  return { findingId };
}

/** Everybody who has to sign does so on paper. */
export async function signAll(office: Office, id: string): Promise<void> {
  const { signings, startedAt } = await office.call('inspection.get', { id });
  for (const { role, officerId, name } of signings)
    await office.call('inspection.sign', {
      ...{ id, role, officerId, name: name || '周例文', way: 'paper' },
      at: `${startedAt.slice(0, 11)}10:50`,
    });
}

/** A finished visit with one finding. */
export async function finishedInspection(office: Office, change: VisitChange = {}) {
  const { id, no } = await startInspection(office, change);
  const { findingId } = await fillIn(office, id, { problem: 'PA-01' });
  if (findingId === null) throw new Error('the checklist has no PA-01');
  const endedAt = `${(change.startedAt ?? '2026-09-21T09:00').slice(0, 11)}11:00`;
  await office.call('inspection.finish', { id, endedAt, resultCode: '5', dispositionCode: 'order_correction' });
  return { id, no, findingId };
}

/** A drawn plan with one visit; how plans come about is the plan's own test. */
export const planVisit = (
  office: Office,
  { date = '2026-09-21', state = 'planned' }: { date?: string; state?: 'planned' | 'cancelled' } = {},
) =>
  office.write((tx) => {
    const [planId, id] = [tx.newId(), tx.newId()];
    tx.insert('plan', {
      id: planId,
      year: 2026,
      title: '年度抽查',
      pack_id: 'test',
      pack_version: 1,
      pack: '{}',
      strata: '[]',
      exclusions: '[]',
      population: '[]',
      population_sha256: '',
      seed_parts: '{}',
      seed: '',
      algorithm: 1,
      problems: '[]',
      state: 'drawn',
      void_reason: null,
      officer_id: null,
      created_at: tx.now,
      freeze_id: null,
      void_by: null,
      void_second: null,
      void_at: null,
      campaign_id: null,
    });
    tx.insert('visit', {
      ...DRAWN_ONLY,
      id,
      plan_id: planId,
      subject_id: office.subjectId,
      code: 'C1',
      stratum: 'a',
      rank: 1,
      draw_key: 'k',
      batch_no: 1,
      date,
      officer1_id: office.zhang,
      officer2_id: office.li,
      skips: '[]',
      state,
      inspection_id: null,
    });
    return { planId, id };
  });

/** Rates the agency (or another subject) and lets the second officer approve: the grade is the current one. */
export async function rateNow(office: Office, input: Partial<RouteInput<'rating.rate-subject'>> = {}) {
  const rated = await office.call('rating.rate-subject', { subjectId: office.subjectId, ...input });
  await approveRun(office, rated.batchId);
  return rated;
}

/** Rates everybody and lets the second officer approve. */
export async function rateAllNow(office: Office, input: RouteInput<'rating.rate-all'> = {}) {
  const run = await office.call('rating.rate-all', input);
  if (run.rated > 0) await approveRun(office, run.batchId ?? '');
  return run;
}

export const approveRun = (office: Office, id: string) =>
  office.call('rating.decide-batch', { id, officerId: office.li, decision: 'approve' });
