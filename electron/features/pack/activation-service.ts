import * as z from 'zod';
import { isPackInForce, type PackSource } from '#shared/domain/rating/choose-pack';
import type { RatingPack } from '#shared/domain/rating/pack';
import { subjectKindText } from '#shared/domain/rating/rule-text';
import type { ParsedInput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import { getOfficerOnDuty } from '../../db/officers-on-duty';
import type { WriteTx } from '../../db/write-tx';
import { checkPack, requireSound } from '../../packs/check-pack';
import { getFromLibrary, loadLibrary, type PackLibrary, readySource } from '../../packs/pack-library';
import type { Packs } from '../../packs/packs';
import { hashText, keepPack } from '../../packs/rating-packs';
import type { DryRun } from '../../rating-run/dry-run';
import { findActivation, listBeginningOn } from './pack-repository';
import { nameOf } from './pack-service';

const refuse = (path: string, message: string, sentence = message): AppError =>
  new AppError('bad_input', `${sentence}。`, [{ path, message }]);

/** @throws AppError `bad_input` for a kind that the pack does not rate */
export function requireKinds({ value: pack }: PackSource, kinds: readonly string[]): readonly string[] {
  kinds.forEach((kind, i) => {
    if (!pack.subjectKinds.includes(kind))
      throw refuse(`subjectKinds.${i}`, `${nameOf(pack)}不适用于${subjectKindText(kind)}，请改选主体类型`);
  });
  return [...new Set(kinds)];
}

type Proposal = Omit<ParsedInput<'pack.propose'>, 'subjectKinds'> & { readonly subjectKinds: readonly string[] };

/** Everything that can stand against a proposal, before anybody is rated for it. */
export async function checkProposal(db: ReadDb, input: Proposal, packs: Packs, today: IsoDate): Promise<PackSource> {
  const library = await loadLibrary(db, packs);
  const source = soundSource(library, input, packs, '启用');
  requireKinds(source, input.subjectKinds);
  requireDays(source.value, input, today);
  await requireNoRival(db, source, input, library, null);
  return source;
}

/** The ready pack, its text still what its hash says, without a problem and with all its cases passing. */
function soundSource(library: PackLibrary, key: ParsedInput<'pack.get'>, packs: Packs, toDo: string): PackSource {
  const one = getFromLibrary(library, key);
  const source = readySource(one, toDo);
  const text = one.text();
  if (hashText(text) !== one.sha256)
    throw new AppError('bad_pack', `${nameOf(one)}的文件已被改动，不能${toDo}。请放回原文件后重试。`);
  const check = checkPack(JSON.parse(text), { catalogue: packs.catalogue(), library, draft: false });
  requireSound(check, nameOf(one), toDo);
  return source;
}

type Days = Pick<Proposal, 'from' | 'until'>;

function requireDays(pack: RatingPack, { from, until }: Days, today: IsoDate): void {
  if (from < today) throw refuse('from', '启用日期早于今天', `启用日期 ${from} 早于今天（${today}），请改为今天或以后`);
  if (until !== null && until < from)
    throw refuse('until', '截止日期早于启用日期', `截止日期 ${until} 早于启用日期 ${from}，请改正`);
  if (!isPackInForce(pack, from))
    throw refuse('from', '规则包在该日不生效', `${nameOf(pack)}在 ${from} 不生效（${spanText(pack)}），请改选日期`);
  if (until !== null && !isPackInForce(pack, until))
    throw refuse('until', '规则包在该日已失效', `${nameOf(pack)}在 ${until} 已失效（${spanText(pack)}），请改选日期`);
}

const spanText = ({ effectiveFrom, effectiveTo }: RatingPack): string =>
  `自 ${effectiveFrom} 起生效${effectiveTo === null ? '' : `，至 ${effectiveTo} 止`}`;

const kindsColumn = z.array(z.string());

/** No two packs may begin to rate the same kind on the same day: nobody could say which of them rules. */
async function requireNoRival(
  db: ReadDb,
  source: PackSource,
  { from, subjectKinds }: Pick<Proposal, 'from' | 'subjectKinds'>,
  library: PackLibrary,
  self: string | null,
): Promise<void> {
  for (const row of await listBeginningOn(db, from)) {
    const shared = kindsColumn.parse(JSON.parse(row.subject_kinds)).filter((kind) => subjectKinds.includes(kind));
    if (row.id === self || shared.length === 0) continue;
    const title = library.find(({ sha256 }) => sha256 === row.sha256)?.title ?? row.pack_id;
    const kinds = shared.map(subjectKindText).join('、');
    const stage = row.state === 'approved' ? '已批准' : '已提出、待审批';
    throw row.sha256 === source.sha256
      ? new AppError('conflict', `${nameOf(source.value)}自 ${from} 起用于${kinds}的启用${stage}，不必再次提出。`, [
          { path: 'from', message: '已有同一规则包自同日起的启用' },
        ])
      : new AppError(
          'conflict',
          `两个规则包同时生效：${kinds}自 ${from} 起，${nameOf({ title, version: row.version })}的启用${stage}，又要启用${nameOf(source.value)}。请改选日期或主体类型，或先驳回另一项。`,
          [{ path: 'from', message: `两个规则包同时生效（另一个为${nameOf({ title, version: row.version })}）` }],
        );
  }
}

/** Enters the proposal with what its dry run found; the checks hold again now that nothing else can be written. */
export async function propose(tx: WriteTx, input: Proposal, dryRun: DryRun, packs: Packs): Promise<string> {
  const source = await checkProposal(tx.db, input, packs, tx.today);
  const id = tx.newId();
  const figures = { asOf: dryRun.asOf, rated: dryRun.rated, moved: dryRun.moved.length, unrated: dryRun.unrated };
  tx.insert('pack_activation', {
    id,
    kind: 'rating',
    pack_id: input.packId,
    version: input.version,
    sha256: source.sha256,
    subject_kinds: JSON.stringify(input.subjectKinds),
    from_date: input.from,
    until_date: input.until,
    note: input.note,
    dry_run: JSON.stringify(figures),
    state: 'proposed',
    officer_id: tx.actor.id,
    created_at: tx.now,
    decided_by: null,
    decided_on: null,
    reason: '',
  });
  return id;
}

/** A second officer decides; on approval the very content that was proposed must still be there and still be sound. */
export async function decide(tx: WriteTx, input: ParsedInput<'pack.decide'>, packs: Packs): Promise<string> {
  const row = await findActivation(tx.db, input.id);
  if (!row) throw new AppError('not_found', '没有找到这项启用申请，请刷新列表后重试。');
  if (row.state !== 'proposed')
    throw new AppError('bad_state', `这项启用已经${row.state === 'approved' ? '批准' : '驳回'}，不能再次决定。`);
  const officer = await getOfficerOnDuty(tx.db, input.officerId, { subjectId: '', on: tx.today });
  if (officer.id === row.officer_id)
    throw refuse('officerId', '审批人与提出人是同一人', `${officer.name}是提出人，启用规则包应当由另一名人员审批`);
  if (input.decision === 'reject' && input.reason === '') throw refuse('reason', '驳回应当写明理由');
  const key = { packId: row.pack_id, version: row.version };
  if (input.decision === 'approve') await approve(tx, row, key, packs);
  tx.update('pack_activation', row.id, {
    state: input.decision === 'approve' ? 'approved' : 'rejected',
    decided_by: officer.id,
    decided_on: tx.today,
    reason: input.reason,
  });
  const verb = input.decision === 'approve' ? '批准' : '驳回';
  return `${officer.name}${verb}启用规则包 ${row.pack_id} 第 ${row.version} 版（自 ${row.from_date} 起）${input.reason ? `：${input.reason}` : ''}`;
}

type Row = NonNullable<Awaited<ReturnType<typeof findActivation>>>;

async function approve(tx: WriteTx, row: Row, key: ParsedInput<'pack.get'>, packs: Packs): Promise<void> {
  if (row.from_date < tx.today)
    throw new AppError(
      'bad_state',
      `启用日期 ${row.from_date} 已过，批准后会倒追已作出的评价。请驳回，再以今天或以后的日期提出。`,
    );
  const library = await loadLibrary(tx.db, packs);
  if (!library.some(({ sha256, state }) => sha256 === row.sha256 && state === 'ready'))
    throw new AppError(
      'bad_pack',
      `提出启用的规则包（${row.pack_id} 第 ${row.version} 版）不在本机或已被改动，不能批准。请重新导入它，或驳回后重新提出。`,
    );
  const source = soundSource(library, key, packs, '启用');
  if (source.sha256 !== row.sha256)
    throw new AppError('bad_pack', `${nameOf(source.value)}的内容与提出启用时不同，不能批准。请驳回后重新提出。`);
  const subjectKinds = kindsColumn.parse(JSON.parse(row.subject_kinds));
  await requireNoRival(tx.db, source, { from: row.from_date, subjectKinds }, library, row.id);
  await keepPack(tx, packs, source);
}
