import { formatRate, STATISTICS_NO, withdrawalRate } from '#shared/domain/filing/filing';
import { overallHandling } from '#shared/domain/warning/lead-fact';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { createFact, withdrawFact } from '../../db/fact-writer';
import { type ApplicantCounts, listApplicants, sumApplicants } from '../../db/filing-applicants';
import { maskedCode, viewFiling } from '../../db/filing-row';
import type { Store } from '../../db/open-store';
import { createPartySubjectFinder, type PartySubject } from '../../db/party-subject';
import { getActiveSubject } from '../../db/subject-match';
import type { WriteTx } from '../../db/write-tx';
import type { Packs } from '../../packs/packs';
import {
  countFilings,
  findConfirmedLeadFact,
  findNotified,
  findStatisticsFact,
  listFilings,
} from './filing-repository';

export const ABNORMAL_FILING = 'abnormal_filing';

export const viewFilings = async (
  db: ReadDb,
  input: ParsedInput<'filing.list'>,
): Promise<RouteOutput<'filing.list'>> => ({
  rows: (await listFilings(db, input)).map(viewFiling),
  total: await countFilings(db, input),
});

type Applicants = RouteOutput<'filing.list-applicants'>;

export async function viewApplicants(
  db: ReadDb,
  store: Store,
  input: ParsedInput<'filing.list-applicants'>,
): Promise<Applicants> {
  const subjectOf = createPartySubjectFinder(store, 'reader');
  const rows: Applicants['rows'] = [];
  for (const counts of await listApplicants(db, input)) {
    const subject = subjectOf(counts);
    const fact = subject ? await findStatisticsFact(db, subject.id, ABNORMAL_FILING) : undefined;
    rows.push({
      ...counts,
      code: maskedCode(counts.code),
      subjectId: subject?.id ?? null,
      ratePerMille: withdrawalRate(counts),
      recorded: fact ? recordedOf(fact, counts) : null,
    });
  }
  const { applicants, ...sums } = await sumApplicants(db, input);
  return { rows, total: applicants, sums: { ...sums, ratePerMille: withdrawalRate(sums) } };
}

type StoredFact = NonNullable<Awaited<ReturnType<typeof findStatisticsFact>>>;

function recordedOf(fact: StoredFact, counts: ApplicantCounts): Applicants['rows'][number]['recorded'] {
  const fields = JSON.parse(fact.fields) as Readonly<Record<string, unknown>>;
  return {
    factId: fact.id,
    applications: Number(fields['applications'] ?? 0),
    withdrawn: Number(fields['withdrawn'] ?? 0),
    current: fact.fields === JSON.stringify(factFields(counts)),
  };
}

const factFields = (counts: ApplicantCounts) => ({
  applications: counts.notified,
  withdrawn: counts.withdrawn,
  notifiedOn: counts.lastNotifiedOn,
  handling: overallHandling(counts),
});

type Handling = ParsedInput<'filing.set-handling'>;

/** Which of the chosen applications would change, and which cannot: nothing is handled before it was notified. */
export async function previewHandling(db: ReadDb, { target, handling, on }: Handling) {
  const found = await findNotified(db, target);
  const tooEarly = found.filter((row) => on < (row.notified_on ?? ''));
  const day = handling === 'notified' ? null : on;
  const changed = found.filter(
    (row) => !tooEarly.includes(row) && (row.handling !== handling || row.handled_on !== day),
  );
  return { found, tooEarly, changed, day };
}

/** All of them or none. */
export async function setHandling(tx: WriteTx, input: Handling): Promise<number> {
  if (input.on > tx.today)
    throw new AppError('bad_input', '处理日期不能晚于今天，请改正。', [{ path: 'on', message: '日期晚于今天' }]);
  const { found, tooEarly, changed, day } = await previewHandling(tx.db, input);
  if ('ids' in input.target && found.length < new Set(input.target.ids).size)
    throw new AppError('not_found', '所选的申请中有不在通报名单里的，请刷新列表后重新选择。');
  if (tooEarly.length > 0)
    throw new AppError(
      'bad_input',
      `有 ${tooEarly.length} 件在 ${input.on} 之后才通报（如 ${tooEarly[0]?.number ?? ''}），没有作任何修改，请改处理日期或去掉这些申请。`,
      [{ path: 'on', message: '早于通报日期' }],
    );
  for (const row of changed) tx.update('filing', row.id, { handling: input.handling, handled_on: day });
  return changed.length;
}

/** Enters one applicant's figures among the facts that ratings read; an entry whose figures have moved gives way. */
export async function recordFact(
  tx: WriteTx,
  store: Store,
  packs: Packs,
  { applicant, subjectId }: ParsedInput<'filing.record-fact'>,
): Promise<{ readonly id: string; readonly summary: string }> {
  const [counts] = await listApplicants(tx.db, { applicant, offset: 0, limit: 1 });
  if (!counts) throw new AppError('not_found', '没有找到这个申请人的通报记录，请刷新列表后重试。');
  const subject = await subjectFor(tx, store, counts, subjectId);
  const lead = await findConfirmedLeadFact(tx.db, subject.id, ABNORMAL_FILING);
  if (lead)
    throw new AppError(
      'conflict',
      `“${subject.name}”的非正常申请已由预警线索核实登记，不能再按统计登记，否则重复计算。请先重新打开那条线索，以“已计入通报统计”关闭。`,
    );
  const fields = factFields(counts);
  const stored = await findStatisticsFact(tx.db, subject.id, ABNORMAL_FILING);
  if (stored?.fields === JSON.stringify(fields))
    throw new AppError('bad_state', `“${subject.name}”的统计没有变化，已登记的就是最新的，不用更新。`);
  if (stored) await withdrawFact(tx, { id: stored.id, on: tx.today, reason: '通报统计有变化，由新的登记代替' });
  const text = `被通报非正常专利申请 ${counts.notified} 件，已说明 ${counts.explained} 件，已撤回 ${counts.withdrawn} 件，撤回率 ${formatRate(withdrawalRate(counts))}`;
  const id = await createFact(tx, packs.catalogue(), {
    subjectId: subject.id,
    itemCode: ABNORMAL_FILING,
    sourceOrg: '国家知识产权局',
    sourceNo: STATISTICS_NO,
    occurredOn: counts.lastNotifiedOn,
    summary: text,
    fields,
  });
  return { id, summary: `${stored ? '更新' : '登记'}“${subject.name}”的通报统计：${text}` };
}

async function subjectFor(
  tx: WriteTx,
  store: Store,
  counts: ApplicantCounts,
  chosen: string | undefined,
): Promise<Pick<PartySubject, 'id' | 'name'>> {
  if (chosen !== undefined) return getActiveSubject(tx.db, chosen);
  const found = createPartySubjectFinder(store, 'writer')(counts);
  if (!found)
    throw new AppError('bad_state', `“${counts.name}”还不是监管对象，不能计入评价。请先登记为监管对象，再登记统计。`, [
      { path: 'subjectId', message: '尚未登记' },
    ]);
  return found;
}
