import type { SubjectKind } from '#shared/domain/subject/subject';
import { useJob } from '../../api/jobs';
import { type PreviewJob, type RunJob, useTableImport } from '../../components/table-import/use-table-import';
import type { ImportNoun } from './import-words';

/** What the officer chose beyond the file. */
type Own = { readonly defaultKind: SubjectKind | null; readonly createSubjects: boolean };

const FRESH: Own = { defaultKind: null, createSubjects: false };

/** Subjects and penalties: the same steps, two pairs of routes. */
export function useSubjectImport(noun: ImportNoun) {
  const jobs = {
    subject: { preview: useJob('subject.preview-import'), run: useJob('subject.run-import') },
    fact: { preview: useJob('fact.preview-import'), run: useJob('fact.run-import') },
  };
  return useTableImport<Own>({
    previewJob: jobs[noun].preview as PreviewJob,
    runJob: jobs[noun].run as RunJob,
    fresh: FRESH,
    ask: (kind, file, { defaultKind, createSubjects }) =>
      noun === 'subject'
        ? jobs.subject[kind].run({ ...file, ...(defaultKind ? { defaultKind } : {}) })
        : jobs.fact[kind].run({ ...file, createSubjects }),
  });
}
