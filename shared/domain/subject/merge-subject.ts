import { normaliseName } from './name-text';
import { type SubjectDraft, type SubjectKind, type SubjectStatus, subjectKindLabels } from './subject';

/** What a source says about a subject; kind and status are null when it says nothing about them. */
export type SubjectChange = Readonly<Omit<SubjectDraft, 'kind' | 'status'>> & {
  readonly kind: SubjectKind | null;
  readonly status: SubjectStatus | null;
};

export type SubjectMerge = { readonly merged: SubjectDraft; readonly changedFields: readonly (keyof SubjectDraft)[] };

const REPLACED = [
  'uscc',
  'noUsccReason',
  'oldRegistrationNo',
  'idNumber',
  'agencyCode',
  'agentCertNo',
  'legalPerson',
  'address',
  'district',
  'phone',
  'email',
  'industry',
  'establishedOn',
  'note',
  'parentName',
  'parentUscc',
] as const satisfies readonly (keyof SubjectDraft)[];

/**
 * Brings a newer entry into an older one of the same subject. The rule, as shown to the officer: a value that is
 * given replaces the older one, an empty one never erases; tags are united; a changed name keeps the old one as a
 * former name; a specific kind replaces 企业 and is never replaced by it, and between two specific kinds the first
 * stays and the other becomes a tag.
 *
 * @example mergeSubject(old, { ...row, phone: null }).merged.phone === old.phone // true
 */
export function mergeSubject(current: SubjectDraft, incoming: SubjectChange): SubjectMerge {
  const merged: { -readonly [Key in keyof SubjectDraft]: SubjectDraft[Key] } = { ...current };
  for (const field of REPLACED) merged[field] = (incoming[field] ?? current[field]) as never;
  if (merged.uscc !== null) merged.noUsccReason = null;
  merged.status = incoming.status ?? current.status;
  merged.name = incoming.name.trim() === '' ? current.name : incoming.name;
  const renamed = normaliseName(merged.name) !== normaliseName(current.name);
  merged.formerNames = formerNames(merged.name, [
    ...(renamed ? [current.name] : []),
    ...incoming.formerNames,
    ...current.formerNames,
  ]);
  merged.kind = mergedKind(current.kind, incoming.kind);
  const lost =
    incoming.kind !== null && incoming.kind !== merged.kind && incoming.kind !== 'enterprise'
      ? [subjectKindLabels[incoming.kind]]
      : [];
  merged.tags = [...new Set([...current.tags, ...incoming.tags, ...lost])];
  const changedFields = (Object.keys(merged) as (keyof SubjectDraft)[]).filter(
    (field) => !sameValue(merged[field], current[field]),
  );
  return { merged, changedFields };
}

function mergedKind(current: SubjectKind, incoming: SubjectKind | null): SubjectKind {
  return current === 'enterprise' && incoming !== null ? incoming : current;
}

function formerNames(name: string, names: readonly string[]): string[] {
  const known = new Set([normaliseName(name)]);
  return names.filter((former) => {
    const key = normaliseName(former);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

function sameValue(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
