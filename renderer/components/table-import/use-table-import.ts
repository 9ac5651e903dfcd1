import { useState } from 'react';
import type { GrantedFile } from '#shared/ipc/shell';
import type { Job } from '../../api/jobs';
import type { Step } from '../step-bar';
import type { ImportResult, Preview } from './import-words';

export type Stage = 'file' | 'columns' | 'preview' | 'result';

/** What every import route takes beside its own options. */
export type ImportFile = { readonly file: string; readonly sheet?: string; readonly mapping?: Record<string, number> };

type Choice<Own> = {
  readonly sheet: string | undefined;
  /** Field → column; undefined leaves the guess. */
  readonly mapping: Readonly<Record<string, number>> | undefined;
  readonly own: Own;
};

/** All import jobs answer alike, so one of them stands for the types. */
export type PreviewJob = Job<'subject.preview-import'>;
export type RunJob = Job<'subject.run-import'>;

type Routes<Own> = {
  readonly previewJob: PreviewJob;
  readonly runJob: RunJob;
  readonly ask: (kind: 'preview' | 'run', file: ImportFile, own: Own) => Promise<unknown>;
  /** The options an import begins with. */
  readonly fresh: Own;
};

/** The four steps of an import; imports differ only in their routes and in the options of their own. */
export function useTableImport<Own>({ previewJob, runJob, ask, fresh }: Routes<Own>) {
  const FRESH: Choice<Own> = { sheet: undefined, mapping: undefined, own: fresh };
  const [stage, setStage] = useState<Stage>('file');
  const [file, setFile] = useState<GrantedFile | null>(null);
  const [choice, setChoice] = useState(FRESH);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  /** What the preview on the screen was made with. */
  const [previewed, setPreviewed] = useState(FRESH);

  const send = (kind: 'preview' | 'run', token: string, { sheet, mapping, own }: Choice<Own>) =>
    ask(
      kind,
      { file: token, ...(sheet === undefined ? {} : { sheet }), ...(mapping ? { mapping: { ...mapping } } : {}) },
      own,
    );
  const look = async (token: string, chosen: Choice<Own>, next: Stage) => {
    const found = (await send('preview', token, chosen)) as Preview | undefined;
    if (!found) return;
    setPreview(found);
    setPreviewed(chosen);
    setStage(found.missing.length > 0 ? 'columns' : next);
  };

  return {
    stage,
    file,
    own: choice.own,
    mapping: choice.mapping,
    preview,
    result,
    previewJob,
    runJob,
    take: (picked: GrantedFile) => {
      const first = { ...FRESH, own: choice.own };
      setFile(picked);
      setChoice(first);
      void look(picked.token, first, 'columns');
    },
    setOwn: (own: Partial<Own>) => setChoice({ ...choice, own: { ...choice.own, ...own } }),
    setMapping: (mapping: Readonly<Record<string, number>>) => setChoice({ ...choice, mapping }),
    /** Another sheet has other columns. */
    chooseSheet: (sheet: string) => {
      const next = { ...choice, sheet, mapping: undefined };
      setChoice(next);
      if (file) void look(file.token, next, 'columns');
    },
    /** With an option changed in the preview, what it shows changes too. */
    lookAgain: (own: Partial<Own>) => {
      const next = { ...choice, own: { ...choice.own, ...own } };
      setChoice(next);
      if (file) void look(file.token, next, 'preview');
    },
    toPreview: () => {
      if (!file) return;
      if (preview && preview.missing.length === 0 && same(choice, previewed)) setStage('preview');
      else void look(file.token, choice, 'preview');
    },
    toColumns: () => setStage('columns'),
    run: async () => {
      if (!file) return;
      const done = (await send('run', file.token, choice)) as ImportResult | undefined;
      if (!done) return;
      setResult(done);
      setStage('result');
    },
    restart: () => {
      previewJob.reset();
      runJob.reset();
      setStage('file');
      setFile(null);
      setPreview(null);
      setResult(null);
      setChoice({ ...FRESH, own: choice.own });
    },
  };
}

type AnyImport = ReturnType<typeof useTableImport<unknown>>;
/** What the steps need to know; the options of an import's own are its page's business. */
export type TableImport = Pick<
  AnyImport,
  'mapping' | 'setMapping' | 'chooseSheet' | 'toPreview' | 'toColumns' | 'run' | 'restart'
>;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const STAGES: readonly { readonly key: Stage; readonly label: string }[] = [
  { key: 'file', label: '选择文件' },
  { key: 'columns', label: '核对列' },
  { key: 'preview', label: '预览' },
  { key: 'result', label: '结果' },
];

export function importSteps(stage: Stage, fileName: string | undefined): readonly Step[] {
  const now = STAGES.findIndex(({ key }) => key === stage);
  return STAGES.map(({ key, label }, at) => ({
    key,
    label,
    state: at < now || stage === 'result' ? ('done' as const) : at === now ? ('current' as const) : ('todo' as const),
    ...(key === 'file' && fileName ? { note: fileName } : {}),
  }));
}
