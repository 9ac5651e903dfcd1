import { emptySubject, type SubjectDraft } from '#shared/domain/subject/subject';
import type { SubjectFile } from './subject-words';

type TextKey = {
  [K in keyof SubjectDraft]: SubjectDraft[K] extends string | null ? (null extends SubjectDraft[K] ? K : never) : never;
}[keyof SubjectDraft];

/** As the form holds it: no null in a text field, lists as they are. */
export type SubjectValues = Omit<SubjectDraft, TextKey | 'establishedOn'> & {
  readonly [K in Exclude<TextKey, 'establishedOn'>]: string;
} & { readonly establishedOn: string | null };

const TEXT_KEYS = [
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
  'note',
  'parentName',
  'parentUscc',
] as const satisfies readonly TextKey[];

/** A new subject; what another page knows of it already may come with the address. */
export const emptyValues = (known?: { readonly name: string; readonly uscc: string }): SubjectValues => ({
  ...valuesOf(emptySubject('enterprise', known?.name ?? '')),
  uscc: known?.uscc ?? '',
});

/** What is stored, for correcting it; masked numbers begin empty and stay as they are unless retyped. */
export function valuesOfFile(file: SubjectFile): SubjectValues {
  return valuesOf({
    ...file,
    status: file.status as SubjectDraft['status'],
    idNumber: null,
    phone: null,
  });
}

function valuesOf(draft: SubjectDraft): SubjectValues {
  const texts = Object.fromEntries(TEXT_KEYS.map((key) => [key, draft[key] ?? '']));
  const { kind, name, formerNames, establishedOn, status, tags } = draft;
  return { kind, name, formerNames, establishedOn, status, tags, ...texts } as SubjectValues;
}

/** Back to a draft: what is blank is absent. */
export function draftOf(values: SubjectValues): SubjectDraft {
  const texts = Object.fromEntries(TEXT_KEYS.map((key) => [key, values[key].trim() || null]));
  return { ...values, name: values.name.trim(), ...texts } as SubjectDraft;
}

/** Only what was changed, so that what the form does not show stays as it is. */
export function changesOf(before: SubjectValues, after: SubjectValues): Partial<SubjectDraft> {
  const draft = draftOf(after);
  const keys = (Object.keys(draft) as (keyof SubjectDraft)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  return Object.fromEntries(keys.map((key) => [key, draft[key]]));
}
