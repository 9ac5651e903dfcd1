import { readFrozenList } from '#shared/domain/plan/frozen-list';
import type { PlanPreview, PlanStratum } from '#shared/domain/plan/plan';
import { poolChanges } from '#shared/domain/plan/pool-changes';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { ReadDb } from '../../db/dialect';
import { countOnSiteVisits } from '../../db/visit-cap';
import type { ReadContext } from '../../ipc/context';
import { findFreezeRecord, findSeriesFirst, listDrawnCodes } from './freeze-repository';
import type { GatheredPlan } from './gather-plan';
import { listNamesByCode } from './plan-repository';

type Outlook = Pick<RouteOutput<'plan.preview'>, 'pool' | 'atCap'>;

/** What the list alone does not tell: who has used up the cap, and how the pool moved since the year began. */
export async function lookAhead(
  { db, packs }: Pick<ReadContext, 'db' | 'packs'>,
  { year, packId }: ParsedInput<'plan.preview'>,
  preview: PlanPreview,
  gathered: GatheredPlan,
): Promise<Outlook> {
  const pack = packs.visitCap();
  const counts = await countOnSiteVisits(db, pack, year);
  const candidates = new Set(preview.population.candidates.map(({ code }) => code));
  const rows = gathered.subjects.flatMap(({ subjectId, code }) => {
    const counted = counts.get(subjectId) ?? 0;
    return counted >= pack.cap && candidates.has(code)
      ? [{ code, name: gathered.names.get(code) ?? code, counted }]
      : [];
  });
  const later = gathered.series !== null && gathered.series !== undefined && gathered.series.batchNo > 1;
  return { atCap: { cap: pack.cap, rows }, pool: later ? await poolSince(db, year, packId, preview, gathered) : null };
}

async function poolSince(
  db: ReadDb,
  year: number,
  packId: string,
  preview: PlanPreview,
  gathered: GatheredPlan,
): Promise<Outlook['pool']> {
  const first = await findSeriesFirst(db, year, packId);
  const freeze = first ? await findFreezeRecord(db, first.id) : undefined;
  if (!freeze) return null;
  const drawn = new Set((await listDrawnCodes(db, year, packId)).map(({ code }) => code));
  const changes = poolChanges(
    {
      candidates: readFrozenList(freeze.list).population.candidates,
      strata: JSON.parse(freeze.strata) as PlanStratum[],
    },
    { candidates: preview.population.candidates, strata: preview.strata },
    drawn,
  );
  const unknown = changes.left.filter((code) => !gathered.names.has(code));
  const found = new Map((await listNamesByCode(db, unknown)).map(({ code, name }) => [code, name]));
  const named = (codes: readonly string[]) =>
    codes.map((code) => ({ code, name: gathered.names.get(code) ?? found.get(code) ?? code }));
  return { joined: named(changes.joined), left: named(changes.left), strata: [...changes.strata] };
}
