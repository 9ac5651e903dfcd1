import { buildInterview } from '#shared/domain/paper/build-interview';
import { buildOrder } from '#shared/domain/paper/build-order';
import { buildSiteRecord } from '#shared/domain/paper/build-record';
import { buildChecklist, buildResult } from '#shared/domain/paper/build-result';
import type { PaperContent, PaperHead, PaperParty } from '#shared/domain/paper/content';
import { type BlankPaperId, blankNouns } from '#shared/domain/paper/papers';
import { AppError } from '#shared/kernel/errors';
import { getPaperSubject } from '../reports/data/subject-repository';
import { blankRecord, blankResult, checklistFor } from './data/inspection';
import { toParty } from './data/party';
import { getReserved } from './data/reserved-repository';
import type { GatheredPaper, PaperSources } from './gather-paper';
import { paperCode } from './paper-code';

const NOBODY: PaperParty = {
  name: '',
  licence: '',
  idLabel: '统一社会信用代码',
  idText: '',
  legalPerson: '',
  address: '',
  phone: '',
  otherContact: '',
};

/**
 * A paper to be filled in by hand: number, subject and officers are printed, the rest are lines; the code in the corner
 * brings the scan back to its record.
 *
 * @throws AppError `not_found` for an unknown number, `bad_state` for a void one, `bad_input` for a paper that this
 *   number was not taken for
 */
export async function gatherBlank(
  { db, packs, office }: PaperSources,
  paper: BlankPaperId,
  reservedId: string,
): Promise<GatheredPaper> {
  const reserved = await getReserved(db, reservedId);
  if (blankNouns[paper] !== reserved.noun)
    throw new AppError('bad_input', `文号 ${reserved.no} 不是为这种文书预留的，请另取文号。`);
  const subject = reserved.subjectId === null ? null : await getPaperSubject(db, reserved.subjectId);
  const party = subject ? toParty(subject) : NOBODY;
  const head: PaperHead = {
    office: office.name,
    no: reserved.no,
    code: paperCode('reserved_number', reserved.id, paper),
    blank: true,
  };
  const known = {
    party,
    kind: reserved.kind,
    plan: reserved.plan,
    place: subject?.address ?? '',
    officers: reserved.officers,
    checklist: subject ? checklistFor(packs.checklists(), subject.kind, reserved.day, reserved.checklistId) : null,
  };
  return {
    content: build(),
    owner: { table: 'reserved_number', id: reserved.id },
    no: reserved.no,
    subjectName: party.name,
    rows: known.checklist ? 1 : 0,
  };

  function build(): PaperContent {
    switch (paper) {
      case 'inspection-record':
        return buildSiteRecord(blankRecord(known), packs.papers(), head);
      case 'result-record':
        return buildResult(blankResult(known), head);
      case 'checklist':
        return buildChecklist(blankResult(known), head);
      case 'interview-record':
        return buildInterview(blankInterview(known.officers, packs.papers().questions), packs.papers(), head);
      case 'rectification-order':
        return buildOrder(
          {
            party,
            text: null,
            remedy: packs.orderNotice().remedy.text,
            basis: packs.orderNotice().defaultBasis.text,
            contact: '',
            contactPhone: office.phone,
            orderedOn: null,
            deliveredOn: null,
            receivedBy: '',
          },
          head,
        );
    }
  }
}

type Person = { readonly name: string; readonly certificateNo: string };

const blankInterview = (officers: readonly Person[], questions: readonly { readonly text: string }[]) => ({
  nth: null,
  startedAt: null,
  endedAt: null,
  place: '',
  officers,
  recorder: '',
  person: { name: '', sex: null, idNumber: '', employer: '', post: '', phone: '', otherContact: '', address: '' },
  lines: questions.map(({ text }) => ({ question: text.replace(/\{[a-zA-Z]+\}/g, '＿＿＿＿＿＿'), answer: '' })),
  confirmation: null,
  refusedReason: null,
  witnessName: null,
  finished: false,
});
