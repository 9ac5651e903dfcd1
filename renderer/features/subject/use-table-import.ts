import { useState } from 'react';
import type { SubjectKind } from '#shared/domain/subject/subject';
import type { GrantedFile } from '#shared/ipc/shell';
import { type Job, useJob } from '../../api/jobs';
import type { ImportNoun, ImportResult, Preview } from './import-words';

export type Stage = 'file' | 'columns' | 'preview' | 'result';

/** What the officer chose beyond the file. */
export type ImportOptions = {
  readonly sheet: string | undefined;
  /** Field → column; undefined leaves the guess. */
  readonly mapping: Readonly<Record<string, number>> | undefined;
  readonly defaultKind: SubjectKind | null;
  readonly createSubjects: boolean;
};

const FRESH: ImportOptions = { sheet: undefined, mapping: undefined, defaultKind: null, createSubjects: false };

/** The four steps of an import; subjects and penalties differ only in their routes. */
export function useTableImport(noun: ImportNoun) {
  const jobs = {
    subject: { preview: useJob('subject.preview-import'), run: useJob('subject.run-import') },
    fact: { preview: useJob('fact.preview-import'), run: useJob('fact.run-import') },
  };
  const [stage, setStage] = useState<Stage>('file');
  const [file, setFile] = useState<GrantedFile | null>(null);
  const [options, setOptions] = useState(FRESH);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  /** The options that the preview on the screen was made with. */
  const [previewed, setPreviewed] = useState(FRESH);

  const ask = (kind: 'preview' | 'run', token: string, chosen: ImportOptions) => {
    const common = {
      file: token,
      ...(chosen.sheet === undefined ? {} : { sheet: chosen.sheet }),
      ...(chosen.mapping ? { mapping: { ...chosen.mapping } } : {}),
    };
    return noun === 'subject'
      ? jobs.subject[kind].run({ ...common, ...(chosen.defaultKind ? { defaultKind: chosen.defaultKind } : {}) })
      : jobs.fact[kind].run({ ...common, createSubjects: chosen.createSubjects });
  };
  const look = async (token: string, chosen: ImportOptions, next: Stage) => {
    const found = (await ask('preview', token, chosen)) as Preview | undefined;
    if (!found) return;
    setPreview(found);
    setPreviewed(chosen);
    setStage(found.missing.length > 0 ? 'columns' : next);
  };

  return {
    stage,
    file,
    options,
    preview,
    result,
    previewJob: jobs[noun].preview as Job<'subject.preview-import'>,
    runJob: jobs[noun].run as Job<'subject.run-import'>,
    take: (picked: GrantedFile) => {
      setFile(picked);
      setOptions(FRESH);
      void look(picked.token, FRESH, 'columns');
    },
    change: (next: Partial<ImportOptions>) => setOptions({ ...options, ...next }),
    /** Another sheet has other columns. */
    chooseSheet: (sheet: string) => {
      const next = { ...options, sheet, mapping: undefined };
      setOptions(next);
      if (file) void look(file.token, next, 'columns');
    },
    /** With an option changed in the preview, what it shows changes too. */
    lookAgain: (next: Partial<ImportOptions>) => {
      const chosen = { ...options, ...next };
      setOptions(chosen);
      if (file) void look(file.token, chosen, 'preview');
    },
    toPreview: () => {
      if (!file) return;
      if (preview && preview.missing.length === 0 && sameOptions(options, previewed)) setStage('preview');
      else void look(file.token, options, 'preview');
    },
    toColumns: () => setStage('columns'),
    run: async () => {
      if (!file) return;
      const done = (await ask('run', file.token, options)) as ImportResult | undefined;
      if (!done) return;
      setResult(done);
      setStage('result');
    },
    restart: () => {
      jobs[noun].preview.reset();
      jobs[noun].run.reset();
      setStage('file');
      setFile(null);
      setPreview(null);
      setResult(null);
      setOptions(FRESH);
    },
  };
}

export type TableImport = ReturnType<typeof useTableImport>;

const sameOptions = (a: ImportOptions, b: ImportOptions): boolean => JSON.stringify(a) === JSON.stringify(b);
