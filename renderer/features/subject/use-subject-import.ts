import type { SubjectKind } from '#shared/domain/subject/subject';
import { useJob } from '../../api/jobs';
import {
  type ImportFile,
  type PreviewJob,
  type RunJob,
  useTableImport,
} from '../../components/table-import/use-table-import';
import type { ImportNoun } from './import-words';

/** What a list of one kind of credit information does not say itself. */
export type ListChoice = {
  readonly itemCode: string | null;
  readonly sourceOrg: string;
  readonly occurredOn: string | null;
};

/** What the officer chose beyond the file. */
type Own = ListChoice & { readonly defaultKind: SubjectKind | null; readonly createSubjects: boolean };

const FRESH: Own = { defaultKind: null, createSubjects: false, itemCode: null, sourceOrg: '', occurredOn: null };

/** Subjects, penalties and lists of credit information: the same steps, three pairs of routes. */
export function useSubjectImport(noun: ImportNoun) {
  const jobs = {
    subject: { preview: useJob('subject.preview-import'), run: useJob('subject.run-import') },
    fact: { preview: useJob('fact.preview-import'), run: useJob('fact.run-import') },
    list: { preview: useJob('fact.preview-list-import'), run: useJob('fact.run-list-import') },
  };
  const ask = (kind: 'preview' | 'run', file: ImportFile, own: Own): Promise<unknown> => {
    const { defaultKind, createSubjects, itemCode, sourceOrg, occurredOn } = own;
    switch (noun) {
      case 'subject':
        return jobs.subject[kind].run({ ...file, ...(defaultKind ? { defaultKind } : {}) });
      case 'fact':
        return jobs.fact[kind].run({ ...file, createSubjects });
      case 'list':
        return jobs.list[kind].run({ ...file, itemCode: itemCode ?? '', sourceOrg, occurredOn: occurredOn ?? '' });
    }
  };
  return useTableImport<Own>({
    previewJob: jobs[noun].preview as PreviewJob,
    runJob: jobs[noun].run as RunJob,
    fresh: FRESH,
    ask,
  });
}
