import type { PackSource } from '#shared/domain/rating/choose-pack';
import { maskIdNumber, maskPhone } from '#shared/domain/subject/id-number';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import type { Packs } from '../../packs/packs';
import { ratingPacks } from '../../packs/rating-packs';
import { readKind, readList, subjectDraftOf } from '../../table-import/subject-row';
import { countByKind, findListed, type ListedSubject, listSubjects, searchSubjects } from './subject-list-repository';
import { findNameAndFile, findSubject, listChildren } from './subject-repository';
import { buildTimeline } from './subject-timeline';
import { gatherHistory } from './subject-timeline-repository';

type Row = RouteOutput<'subject.list'>['rows'][number];

export async function viewSubjects(
  db: ReadDb,
  packs: Packs,
  input: ParsedInput<'subject.list'>,
): Promise<RouteOutput<'subject.list'>> {
  const counts = await countByKind(db, input);
  const chosen = counts.filter(
    ({ kind }) => input.kinds.length === 0 || (input.kinds as readonly string[]).includes(kind),
  );
  return {
    rows: (await listSubjects(db, { ...input, gradeOrder: gradesBestFirst(await ratingPacks(db, packs)) })).map(
      viewRow,
    ),
    total: chosen.reduce((sum, { count }) => sum + count, 0),
    byKind: Object.fromEntries(counts.map(({ kind, count }) => [kind, count])),
  };
}

/** Packs list their grades by rising score; packs of different length agree from the common codes on. */
function gradesBestFirst(packs: readonly PackSource[]): string[] {
  const orders = packs.map(({ value }) => {
    const codes = value.grades.map(({ code }) => code);
    return value.better === 'higher' ? codes.reverse() : codes;
  });
  return [...new Set(orders.sort((a, b) => b.length - a.length).flat())];
}

function viewRow(row: ListedSubject): Row {
  return {
    id: row.id,
    kind: readKind(row.kind),
    name: row.name,
    uscc: row.uscc,
    agencyCode: row.agency_code,
    district: row.district,
    status: row.status,
    tags: readList(row.tags),
    gradeCode: row.grade_code,
    scoreThousandths: row.score,
    ratedAsOf: row.as_of,
    lastInspectedOn: row.last_inspected,
    openRectifications: row.open_rectifications,
    activeDishonesty: row.active_dishonesty,
  };
}

export async function viewSearch(
  db: ReadDb,
  { query, limit }: ParsedInput<'subject.search'>,
): Promise<RouteOutput<'subject.search'>> {
  const found = await searchSubjects(db, query, limit);
  return {
    items: found.map((hit) => ({
      id: hit.id,
      name: hit.name,
      kind: readKind(hit.kind),
      code: hit.uscc ?? hit.agent_cert_no ?? hit.agency_code,
      gradeCode: hit.grade_code,
    })),
  };
}

export async function getSubjectRow(db: ReadDb, id: string) {
  const row = await findSubject(db, id);
  if (!row) throw new AppError('not_found', '没有找到这个监管对象，可能已随导入撤销。请刷新列表后重试。');
  return row;
}

export async function viewSubject(
  db: ReadDb,
  packs: Packs,
  id: string,
  today: IsoDate,
): Promise<RouteOutput<'subject.get'>> {
  const row = await getSubjectRow(db, id);
  const { idNumber, phone, parentName, parentUscc, noUsccReason, oldRegistrationNo, ...draft } = subjectDraftOf(row);
  const [listed, children, { parent, importFile }, history] = [
    await findListed(db, id),
    await listChildren(db, id),
    await findNameAndFile(db, row),
    await gatherHistory(db, id),
  ];
  return {
    ...viewRow(listed),
    formerNames: [...draft.formerNames],
    noUsccReason,
    oldRegistrationNo,
    idNumberMasked: idNumber === null ? null : maskIdNumber(idNumber),
    agentCertNo: draft.agentCertNo,
    legalPerson: draft.legalPerson,
    address: draft.address,
    phoneMasked: phone === null ? null : maskPhone(phone),
    email: draft.email,
    industry: draft.industry,
    establishedOn: draft.establishedOn,
    note: draft.note,
    parentName,
    parentUscc,
    parent,
    children: children.map((child) => ({ ...child, kind: readKind(child.kind) })),
    importFile,
    timeline: buildTimeline(history, {
      today,
      catalogue: packs.catalogue(),
      acts: packs.acts(),
      ratingPacks: (await ratingPacks(db, packs)).map(({ value }) => value),
    }),
  };
}
