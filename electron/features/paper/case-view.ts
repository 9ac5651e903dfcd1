import * as z from 'zod';
import { formatBasis } from '#shared/domain/basis/basis';
import { documentNouns, documentWords } from '#shared/domain/document/document-no';
import { fewLeft } from '#shared/domain/document/number-block';
import { clause } from '#shared/domain/inspection/checklist';
import { startGround } from '#shared/domain/paper/check-notice';
import { type OrderCase, type OrderProblem, orderProblems } from '#shared/domain/paper/order-checks';
import { recheckResults } from '#shared/domain/rectification/rectification';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { ReadDb } from '../../db/dialect';
import { readNumberSeries } from '../../db/document-number';
import { officersColumn } from '../../db/officers-on-duty';
import { readSetting } from '../../db/setting';
import type { Packs } from '../../packs/packs';
import { type CaseFacts, casePapers, nextStep } from './case-papers';
import {
  countFindings,
  listInterviewsOf,
  listItemsOf,
  listOrdersOf,
  listPrints,
  listRechecksOf,
  listReservedOf,
  listScans,
} from './case-repository';
import { type Case, loadCase } from './notice-case';
import { viewNotice } from './notice-service';
import { findInspection, listNoticesOf } from './paper-repository';

const ENDED = ['refused', 'withdrawn'];

/** All papers of one inspection and what is wrong between them. */
export async function viewCase(
  db: ReadDb,
  key: ParsedInput<'paper.get-case'>,
  packs: Packs,
  year: number,
): Promise<RouteOutput<'paper.get-case'>> {
  const found = await loadCase(db, key, packs.checklists());
  const notices = (await listNoticesOf(db, found.visitId, found.inspectionId)).map(viewNotice);
  const notice = notices.find(({ state }) => !ENDED.includes(state)) ?? null;
  const facts = await gatherFacts(db, found, notice);
  const ground = startGround(notice ?? notices[0] ?? null);
  const texts = packs.papers().papers;
  return {
    subjectId: found.subjectId,
    subjectName: found.subjectName,
    visitId: found.visitId,
    inspectionId: found.inspectionId,
    inspectionNo: facts.inspection?.no ?? null,
    inspectionState: facts.inspection?.state ?? null,
    notice,
    earlier: notices.filter((one) => one !== notice),
    ground: ground.allowed ? { ...ground, reason: ground.how === 'urgent' ? ground.reason : '' } : ground,
    papers: casePapers(facts, (paper) => texts[paper].verified),
    interviews: facts.interviews.map(({ id, no, person_name, state }) => ({ id, no, personName: person_name, state })),
    problems: [...facts.orderProblems],
    reserved: (await listReservedOf(db, found.visitId, found.inspectionId)).map((row) => ({
      id: row.id,
      no: row.no,
      noun: row.noun,
      state: row.state,
      voidReason: row.void_reason,
    })),
    next: nextStep(facts),
    numberWarnings: await numberWarnings(db, year),
  };
}

async function gatherFacts(db: ReadDb, found: Case, notice: CaseFacts['notice']): Promise<CaseFacts> {
  const { inspectionId, subjectId } = found;
  const inspection = inspectionId === null ? undefined : await findInspection(db, inspectionId);
  const orders = inspectionId === null ? [] : await listOrdersOf(db, inspectionId, subjectId);
  const orderIds = orders.map(({ id }) => id);
  const rechecks = orderIds.length === 0 ? [] : await listRechecksOf(db, orderIds);
  const interviews = inspectionId === null ? [] : await listInterviewsOf(db, inspectionId);
  const owners = [
    ...(notice ? [notice.id] : []),
    ...(inspectionId === null ? [] : [inspectionId]),
    ...interviews.map(({ id }) => id),
    ...orderIds,
    ...rechecks.map(({ id }) => id),
  ];
  return {
    visitId: found.visitId,
    onSite: found.method === 'on_site',
    notice,
    inspection: inspection
      ? { id: inspection.id, no: inspection.no, state: inspection.state, disposition: inspection.disposition_code }
      : null,
    findings: inspectionId === null ? 0 : await countFindings(db, inspectionId),
    interviews,
    orders: orders.map(({ id, no }) => ({ id, no })),
    rechecks: rechecks.map(({ id, rectification_id, checked_on }) => ({
      id,
      orderId: rectification_id,
      checkedOn: checked_on,
    })),
    prints: owners.length === 0 ? [] : await listPrints(db, owners),
    scans: owners.length === 0 ? [] : await listScans(db, owners),
    orderProblems: await checkOrders(db, orders, rechecks, inspection),
  };
}

type Orders = Awaited<ReturnType<typeof listOrdersOf>>;
type Rechecks = Awaited<ReturnType<typeof listRechecksOf>>;
type Inspection = Awaited<ReturnType<typeof findInspection>>;

const resultsColumn = z.array(z.looseObject({ result: z.enum(recheckResults) }));

async function checkOrders(db: ReadDb, orders: Orders, rechecks: Rechecks, inspection: Inspection) {
  if (orders.length === 0) return [];
  const items = await listItemsOf(
    db,
    orders.map(({ id }) => id),
  );
  return orders.flatMap((order): readonly OrderProblem[] => {
    const one: OrderCase = {
      no: order.no,
      orderedOn: order.ordered_on,
      deliveredOn: order.delivered_on,
      partyName: order.subject_name,
      behaviour: order.behaviour,
      violated: order.violated,
      inspection: inspection
        ? { no: inspection.no, on: inspection.started_at.slice(0, 10), partyName: inspection.subject_name }
        : null,
      items: items
        .filter((item) => item.rectification_id === order.id)
        .map((item) => ({
          seq: item.seq,
          problem: item.problem,
          finding:
            item.clause === null
              ? null
              : {
                  facts: item.facts ?? '',
                  clause: formatBasis(clause.parse(JSON.parse(item.clause))),
                  withdrawn: item.finding_state === 'withdrawn',
                },
        })),
      rechecks: rechecks
        .filter((recheck) => recheck.rectification_id === order.id)
        .map((recheck) => ({
          checkedOn: recheck.checked_on,
          // an instant in UTC is never later than the office's day: the day itself counts when it was noted that day
          signedOn:
            recheck.created_at.slice(0, 10) < recheck.checked_on ? recheck.checked_on : recheck.created_at.slice(0, 10),
          officers: officersColumn.parse(JSON.parse(recheck.officers)),
          results: resultsColumn.parse(JSON.parse(recheck.results)).map(({ result }) => result),
        })),
    };
    return orderProblems(one);
  });
}

async function numberWarnings(db: ReadDb, year: number): Promise<string[]> {
  const office = await readSetting<{ readonly code: string }>(db, 'office');
  if (!office) return [];
  const warnings: string[] = [];
  for (const noun of documentNouns) {
    const few = fewLeft(await readNumberSeries(db, office.code, documentWords[noun], year));
    if (few !== null) warnings.push(few);
  }
  return warnings;
}
