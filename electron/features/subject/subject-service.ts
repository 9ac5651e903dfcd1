import { checkSubject } from '#shared/domain/subject/check-subject';
import { normaliseName } from '#shared/domain/subject/name-text';
import { subjectKeys } from '#shared/domain/subject/same-subject';
import { searchKeys } from '#shared/domain/subject/search-keys';
import { type SubjectDraft, subjectKindLabels } from '#shared/domain/subject/subject';
import { checkUscc } from '#shared/domain/subject/uscc';
import type { ParsedInput, RouteOutput } from '#shared/ipc/contract';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';
import type { Store } from '../../db/open-store';
import type { WriteTx } from '../../db/write-tx';
import { readKind, subjectContent, subjectDraftOf } from '../../table-import/subject-row';
import { adoptChildren, createParentFinder, needsParent } from './subject-parents';
import { findByCodes } from './subject-repository';
import { getSubjectRow } from './subject-view';

export async function createSubject(tx: WriteTx, store: Store, draft: SubjectDraft): Promise<string> {
  refuseProblems(draft, tx.today);
  await refuseDuplicate(tx.db, draft, null);
  const id = tx.newId();
  const content = subjectContent(draft, searchKeys(draft.name));
  const parent_id = createParentFinder(store)(content);
  tx.insert('subject', { id, ...content, parent_id, import_id: null, withdrawn_at: null, created_at: tx.now });
  await adoptChildren(tx, { id, ...content });
  return id;
}

export async function updateSubject(
  tx: WriteTx,
  store: Store,
  { id, draft: patch }: ParsedInput<'subject.update'>,
): Promise<{ readonly name: string }> {
  const row = await getSubjectRow(tx.db, id);
  const current = subjectDraftOf(row);
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const draft: SubjectDraft = keepFormerName(current, { ...current, ...given });
  refuseProblems(draft, tx.today);
  await refuseDuplicate(tx.db, draft, id);
  const content = subjectContent(draft, searchKeys(draft.name));
  const found = needsParent(row, content) ? createParentFinder(store)(content) : row.parent_id;
  tx.update('subject', id, { ...content, parent_id: found === id ? null : found });
  await adoptChildren(tx, { id, ...content });
  return { name: draft.name };
}

/** A subject that was renamed is still found under its old name. */
function keepFormerName(current: SubjectDraft, next: SubjectDraft): SubjectDraft {
  const old = normaliseName(current.name);
  if (normaliseName(next.name) === old || next.formerNames.some((name) => normaliseName(name) === old)) return next;
  return { ...next, formerNames: [current.name, ...next.formerNames] };
}

function refuseProblems(draft: SubjectDraft, today: IsoDate): void {
  const problems = checkSubject(draft, { today });
  const [first] = problems;
  if (first) throw new AppError('bad_input', `还不能保存：${first.message}`, problems);
}

const CODE_FIELDS = [
  ['uscc', 'uscc', '统一社会信用代码'],
  ['idNumber', 'id_number', '公民身份号码'],
  ['agentCertNo', 'agent_cert_no', '资格证号'],
  ['agencyCode', 'agency_code', '代理机构代码'],
] as const;

async function refuseDuplicate(db: ReadDb, draft: SubjectDraft, ownId: string | null): Promise<void> {
  // an agent carries the code of its agency: no key of its own
  const keys = subjectKeys(draft);
  if (keys.length === 0) return;
  const codes = {
    uscc: draft.uscc,
    id_number: draft.idNumber,
    agent_cert_no: draft.agentCertNo,
    agency_code: draft.kind === 'agent' ? null : draft.agencyCode,
  };
  for (const row of await findByCodes(db, codes)) {
    if (row.id === ownId) continue;
    const same = CODE_FIELDS.find(
      ([, column]) =>
        codes[column] !== null && row[column] === codes[column] && !(column === 'agency_code' && row.kind === 'agent'),
    );
    if (!same) continue;
    const [path, , label] = same;
    throw new AppError(
      'conflict',
      `${label}已登记给“${row.name}”（${subjectKindLabels[readKind(row.kind)]}）。请核对号码，或打开那一条修改。`,
      [
        { path: `draft.${path}`, message: `与“${row.name}”重复` },
        { path, message: `与“${row.name}”重复` },
      ],
    );
  }
}

export function checkCode({ uscc }: ParsedInput<'subject.check-code'>): RouteOutput<'subject.check-code'> {
  const checked = checkUscc(uscc);
  return checked.ok
    ? { ok: true, value: checked.value, message: checked.note ?? '', suggestions: [] }
    : { ok: false, value: '', message: checked.message, suggestions: [...checked.suggestions] };
}

/** Shows personal data in full once; who, when, of whom and why stays in the log, the data themselves do not. */
export async function revealSubject(
  tx: WriteTx,
  { id, purpose }: ParsedInput<'subject.reveal'>,
): Promise<RouteOutput<'subject.reveal'>> {
  const row = await getSubjectRow(tx.db, id);
  const shown = { idNumber: row.id_number, phone: row.phone };
  const fields = Object.entries(shown)
    .filter(([, value]) => value !== null)
    .map(([field]) => field);
  if (fields.length === 0) throw new AppError('bad_state', `“${row.name}”没有登记身份证号和电话，没有可查看的内容。`);
  tx.insert('query_log', {
    id: tx.newId(),
    subject_id: id,
    purpose,
    fields: JSON.stringify(fields),
    officer_id: tx.actor.id,
    created_at: tx.now,
  });
  return shown;
}
