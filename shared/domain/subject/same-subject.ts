import type { SubjectDraft } from './subject';

export type SubjectCodes = Pick<SubjectDraft, 'kind' | 'uscc' | 'idNumber' | 'agentCertNo' | 'agencyCode'>;

/**
 * The codes a subject can be found by, strongest first: unified social credit code; an agent's identity and
 * certificate numbers; an agency's or branch's own code. Names are no key: two firms may share one.
 *
 * @example subjectKeys({ ...emptySubject('agent', '甲'), agentCertNo: '4358209' }) // ['cert:4358209']
 */
export function subjectKeys(subject: SubjectCodes): readonly string[] {
  const keys: string[] = [];
  if (subject.uscc !== null) keys.push(`uscc:${subject.uscc}`);
  if (subject.idNumber !== null) keys.push(`id:${subject.idNumber}`);
  if (subject.agentCertNo !== null) keys.push(`cert:${subject.agentCertNo}`);
  if (subject.kind !== 'agent' && subject.agencyCode !== null) keys.push(`agency:${subject.agencyCode}`);
  return keys;
}

/**
 * Are these two entries one subject? When both have the stronger code it decides alone; a weaker one counts only
 * where one side lacks the stronger. So two agencies with different credit codes are never merged for sharing an
 * agency code.
 */
export function isSameSubject(a: SubjectCodes, b: SubjectCodes): boolean {
  if ((a.kind === 'agent') !== (b.kind === 'agent')) return false;
  if (a.uscc !== null && b.uscc !== null) return a.uscc === b.uscc;
  if (a.idNumber !== null && b.idNumber !== null) return a.idNumber === b.idNumber;
  if (a.agentCertNo !== null && b.agentCertNo !== null) return a.agentCertNo === b.agentCertNo;
  return a.kind !== 'agent' && a.agencyCode !== null && a.agencyCode === b.agencyCode;
}

/**
 * The subject already known under one of the codes of `incoming`.
 *
 * @param lookup what is stored under a key of `subjectKeys`
 * @example findSame(draft, (key) => byKey.get(key))
 */
export function findSame<Subject extends SubjectCodes>(
  incoming: SubjectCodes,
  lookup: (key: string) => Subject | undefined,
): Subject | undefined {
  for (const key of subjectKeys(incoming)) {
    const found = lookup(key);
    if (found !== undefined && isSameSubject(incoming, found)) return found;
  }
  return undefined;
}
