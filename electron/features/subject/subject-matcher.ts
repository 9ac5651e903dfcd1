import { findSame, type SubjectCodes, subjectKeys } from '#shared/domain/subject/same-subject';

export type KnownSubject = SubjectCodes & {
  readonly id: string;
  /** The row of the file that named it last; 0 for one that only the store knows. */
  readonly rowNumber: number;
};

/** Knows every subject by its codes, those of the store and those of the file so far. */
export function createMatcher(stored: Iterable<KnownSubject>) {
  const byKey = new Map<string, KnownSubject>();
  const add = (subject: KnownSubject): void => {
    for (const key of subjectKeys(subject)) byKey.set(key, subject);
  };
  for (const subject of stored) add(subject);
  const lookup = (key: string) => byKey.get(key);
  return {
    add,
    find: (codes: SubjectCodes): KnownSubject | undefined => findSame(codes, lookup),
    /** A row gave the subject further codes; later rows find it by those too. */
    learn: (known: KnownSubject, codes: SubjectCodes, rowNumber: number): void =>
      add({
        id: known.id,
        kind: known.kind,
        uscc: codes.uscc ?? known.uscc,
        idNumber: codes.idNumber ?? known.idNumber,
        agentCertNo: codes.agentCertNo ?? known.agentCertNo,
        agencyCode: codes.agencyCode ?? known.agencyCode,
        rowNumber,
      }),
  };
}
