import { figureValue, isCounted } from '#shared/domain/statistics/definitions';
import { changeText, figureText } from '#shared/domain/statistics/figure-text';
import { lastDay, type Month, monthOf, monthState, shiftMonth } from '#shared/domain/statistics/month';
import { statDimensionLabels } from '#shared/domain/statistics/stat-row';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import { AppError } from '#shared/kernel/errors';
import type { MonthFreezeTable } from '../../db/schema-statistics';
import { requireSecondOfficer } from '../../db/second-officer';
import type { JobContext, ReadContext } from '../../ipc/context';
import { correctionText } from '../../statistics/correction-text';
import { findCorrections } from '../../statistics/corrections';
import { countPeriod, monthCounts, periodOf, splitPeriod } from '../../statistics/count-period';
import { freezeMonth } from '../../statistics/freeze-month';
import { checkFrozenMonth, findFreeze, frozenRows, storedCorrections } from '../../statistics/frozen-month';
import { listRows } from '../../statistics/live-rows';
import { comparedFigures, correctedCounts, definitionsOf, splitFigures } from '../../statistics/month-figures';
import { sourceOfFigure, sourcesOf } from '../../statistics/sources';
import { findOfficerNames, listFreezes } from './statistics-repository';
import { basisText, isVerified, keyLabel } from './statistics-view';

const SPLIT_FIGURES = ['planned', 'inspected', 'problem', 'entered', 'published', 'closed', 'ordered'] as const;
const MONTHS_SHOWN = 36;

const whereOf = ({ store, packs, clock }: ReadContext) => ({
  reader: store.reader,
  pack: packs.statistics().value,
  today: clock.today(),
});

async function viewFreeze(context: ReadContext, freeze: MonthFreezeTable) {
  const names = await findOfficerNames(context.db, [freeze.frozen_by, freeze.confirmed_by]);
  return {
    id: freeze.id,
    frozenAt: freeze.frozen_at,
    frozenBy: names.get(freeze.frozen_by) ?? '',
    confirmedBy: names.get(freeze.confirmed_by) ?? '',
    rows: freeze.row_count,
    sha256: freeze.content_sha256,
    previousSha256: freeze.previous_sha256,
    auditSeq: freeze.audit_seq,
    auditHash: freeze.audit_hash,
  };
}

export async function viewMonths(context: ReadContext): Promise<RouteOutput<'statistics.list-months'>> {
  const { reader, pack, today } = whereOf(context);
  const freezes = await listFreezes(context.db);
  const current = monthOf(today);
  const first = shiftMonth(current, 1 - MONTHS_SHOWN);
  const counts = new Map(monthCounts(reader, pack, first, current).map((one) => [one.month, one.counts]));
  const frozen = freezes.map(({ month }) => month);
  const oldest = [...counts.keys(), ...frozen, shiftMonth(current, -1)].sort()[0] ?? current;
  const months = [];
  for (let month = current; month >= oldest && month >= first; month = shiftMonth(month, -1)) {
    const freeze = freezes.find((one) => one.month === month);
    months.push({
      month,
      state: monthState(month, today, frozen),
      planned: counts.get(month)?.planned ?? 0,
      inspected: counts.get(month)?.inspected ?? 0,
      freeze: freeze ? await viewFreeze(context, freeze) : null,
    });
  }
  return { months };
}

export async function viewOverview(
  { month, scope }: ParsedInput<'statistics.overview'>,
  context: ReadContext,
): Promise<RouteOutput<'statistics.overview'>> {
  const where = whereOf(context);
  const { reader, today } = where;
  const { now, before, lastYear } = comparedFigures(where, month, scope);
  const pack = definitionsOf(reader, where.pack, month);
  const corrected = now.freeze && scope === 'month' ? correctedCounts(reader, now.freeze, now.counts) : null;
  const freezes = await listFreezes(context.db);
  return {
    month,
    state: monthState(
      month,
      today,
      freezes.map((one) => one.month),
    ),
    freeze: now.freeze ? await viewFreeze(context, now.freeze) : null,
    definitions: {
      id: pack.id,
      title: pack.title,
      version: pack.version,
      verified: isVerified(pack),
      note: pack.note ?? '',
    },
    figures: pack.figures.map((definition) => {
      const value = figureValue(definition, now.counts);
      const compare = (other: typeof now) => {
        const then = figureValue(definition, other.counts);
        const { month: otherMonth, freeze } = other;
        return {
          value: then,
          text: figureText(then),
          month: otherMonth,
          frozen: freeze !== null,
          change: changeText(value, then),
        };
      };
      const later = corrected && figureValue(definition, corrected);
      const { id, label, section, unit, formula, verified } = definition;
      return {
        ...{ id, label, section, unit, formula, verified },
        basis: basisText(definition),
        now: { value, text: figureText(value) },
        before: compare(before),
        lastYear: compare(lastYear),
        corrected: later && figureText(later) !== figureText(value) ? { value: later, text: figureText(later) } : null,
      };
    }),
    trend: trendOf(where, month),
    results: splitFigures(where, month, scope, 'result')
      .map(({ key, counts }) => ({ code: key, label: keyLabel('result', key), n: counts.inspected ?? 0 }))
      .filter(({ n }) => n > 0)
      .sort((a, b) => b.n - a.n || (a.code < b.code ? -1 : 1)),
  };
}

function trendOf({ reader, pack }: ReturnType<typeof whereOf>, month: Month) {
  const first = shiftMonth(month, -11);
  const counts = new Map(monthCounts(reader, pack, first, month).map((one) => [one.month, one.counts]));
  return Array.from({ length: 12 }, (_, index) => {
    const at = shiftMonth(first, index);
    return { month: at, planned: counts.get(at)?.planned ?? 0, inspected: counts.get(at)?.inspected ?? 0 };
  });
}

export function viewSplit(
  { month, scope, by }: ParsedInput<'statistics.split'>,
  context: ReadContext,
): RouteOutput<'statistics.split'> {
  const where = whereOf(context);
  const pack = definitionsOf(where.reader, where.pack, month);
  const figures = pack.figures
    .filter(({ id }) => (SPLIT_FIGURES as readonly string[]).includes(id))
    .map(({ id, label }) => ({ id, label }));
  const parts = splitFigures(where, month, scope, by).map(({ key, counts }) => ({
    key,
    label: keyLabel(by, key),
    values: figures.map(({ id }) => (isCounted(id) ? (counts[id] ?? 0) : 0)),
  }));
  return { label: statDimensionLabels[by], figures, parts: parts.filter(({ values }) => values.some((n) => n !== 0)) };
}

/** @throws AppError `bad_input` for a figure that is no count: a quotient has the rows of its two parts */
export function viewRows(
  { month, scope, figure, by, key, offset, limit }: ParsedInput<'statistics.list-rows'>,
  context: ReadContext,
): RouteOutput<'statistics.list-rows'> {
  const { reader, pack, today } = whereOf(context);
  const definition = definitionsOf(reader, pack, month).figures.find(({ id }) => id === figure);
  if (!definition || !isCounted(figure))
    throw new AppError('bad_input', '这项指标没有逐条记录，请打开组成它的分子或分母。');
  const freeze = findFreeze(reader, month);
  const filter = { figure, by, key };
  const { label } = definition;
  if (freeze && scope === 'month')
    return { label, frozen: true, ...frozenRows(reader, freeze.id, filter, { offset, limit }) };
  const first = scope === 'year' ? `${month.slice(0, 4)}-01` : month;
  const source = sourceOfFigure(sourcesOf(pack), figure);
  const rows = listRows(reader, source, { ...filter, ...periodOf(first, month) }, today, { offset, limit });
  const counts =
    by === undefined
      ? countPeriod(reader, pack, first, month, today)
      : (splitPeriod(reader, pack, by, first, month, today).find((part) => part.key === (key ?? ''))?.counts ?? {});
  return { label, frozen: false, rows, total: counts[figure] ?? 0 };
}

export function viewCorrections(
  { month }: ParsedInput<'statistics.list-corrections'>,
  context: ReadContext,
): RouteOutput<'statistics.list-corrections'> {
  const { reader, pack, today } = whereOf(context);
  const freeze = findFreeze(reader, month);
  const last = reader.prepare('select max(month) from month_freeze').pluck().get() as Month | null;
  const open = last !== null && month === shiftMonth(last, 1);
  const corrections = freeze
    ? storedCorrections(reader, freeze.id, 'reported_in')
    : open
      ? findCorrections(reader, today)
      : [];
  return {
    corrections: corrections.map((one) => ({ ...one, figures: { ...one.figures }, text: correctionText(one, pack) })),
  };
}

export function verifyMonth(
  { month }: ParsedInput<'statistics.verify-month'>,
  { store }: ReadContext,
): RouteOutput<'statistics.verify-month'> {
  const freeze = findFreeze(store.reader, month);
  if (!freeze) throw new AppError('bad_state', `${month} 的统计还没有冻结，没有可核对的内容。`);
  const problem = checkFrozenMonth(store.reader, freeze);
  return { ok: problem === null, problem, rows: freeze.row_count, sha256: freeze.content_sha256 };
}

export async function storeFreeze(
  { month, secondOfficerId }: ParsedInput<'statistics.freeze-month'>,
  context: JobContext,
): Promise<RouteOutput<'statistics.freeze-month'>> {
  const { store, packs } = context;
  const second = await requireSecondOfficer(context, secondOfficerId, '冻结统计');
  const note = { object: `month:${month}`, summary: `冻结${month}的统计（确认人 ${second.name}）` };
  return context.write(note, async (tx, sharpen) => {
    const progress = (label: string, done: number) => context.progress(label, done, null);
    const pack = packs.statistics().value;
    const frozen = await freezeMonth(tx, { reader: store.reader, pack, month, secondOfficerId, progress });
    sharpen({
      summary: `${note.summary}：${frozen.rows} 条记录，更正 ${frozen.corrections} 条，截至 ${lastDay(month)}`,
    });
    return frozen;
  });
}
