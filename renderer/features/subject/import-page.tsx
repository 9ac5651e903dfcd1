import { useSearchParams } from 'react-router-dom';
import { EXCEL_OR_CSV, FilePick } from '../../components/file-pick';
import { FilterChips } from '../../components/filter-chips';
import { JobProgress } from '../../components/job-progress';
import { Page, PageHeader } from '../../components/page';
import { type Step, StepBar } from '../../components/step-bar';
import { ImportColumns } from './import-columns';
import { ImportHistory } from './import-history';
import { ImportPreview } from './import-preview';
import { ImportResultPanel } from './import-result';
import { type ImportNoun, importWords } from './import-words';
import { type Stage, useTableImport } from './use-table-import';

const STAGES: readonly { readonly key: Stage; readonly label: string }[] = [
  { key: 'file', label: '选择文件' },
  { key: 'columns', label: '核对列' },
  { key: 'preview', label: '预览' },
  { key: 'result', label: '结果' },
];

/** `/subjects/import`, or with `?what=penalties` the penalty table: file, columns, preview, result. */
export function ImportPage() {
  const [params, setParams] = useSearchParams();
  const noun: ImportNoun = params.get('what') === 'penalties' ? 'fact' : 'subject';
  const change = (next: ImportNoun) => setParams(next === 'fact' ? { what: 'penalties' } : {}, { replace: true });
  return <Wizard key={noun} noun={noun} onNoun={change} />;
}

type WizardProps = { readonly noun: ImportNoun; readonly onNoun: (noun: ImportNoun) => void };

function Wizard({ noun, onNoun }: WizardProps) {
  const wizard = useTableImport(noun);
  const words = importWords[noun];
  const { stage, previewJob, runJob } = wizard;
  const quiet = (phase: string) => phase === 'idle' || phase === 'done';
  const working = !quiet(previewJob.state.phase) || !quiet(runJob.state.phase);
  return (
    <Page>
      <PageHeader title="导入" back={{ to: '/subjects', label: '主体' }} purpose={words.purpose} />
      {stage === 'file' ? (
        <FilterChips<ImportNoun>
          label="导入什么"
          value={noun}
          onChange={onNoun}
          chips={[
            { value: 'subject', label: importWords.subject.label },
            { value: 'fact', label: importWords.fact.label },
          ]}
        />
      ) : null}
      <StepBar steps={stepsOf(stage, wizard.file?.name)} />
      <JobProgress job={previewJob} label="正在读取表格" kept="存储没有任何改动。" />
      <JobProgress job={runJob} label="正在导入" kept="已经写入的部分全部退回，存储和导入前一样。" />
      {working ? null : <StagePanel noun={noun} wizard={wizard} />}
      {stage === 'file' && !working ? <ImportHistory /> : null}
    </Page>
  );
}

type StagePanelProps = { readonly noun: ImportNoun; readonly wizard: ReturnType<typeof useTableImport> };

function StagePanel({ noun, wizard }: StagePanelProps) {
  const words = importWords[noun];
  if (wizard.stage === 'columns' && wizard.preview)
    return <ImportColumns noun={noun} wizard={wizard} preview={wizard.preview} />;
  if (wizard.stage === 'preview' && wizard.preview)
    return <ImportPreview noun={noun} wizard={wizard} preview={wizard.preview} />;
  if (wizard.stage === 'result' && wizard.result)
    return <ImportResultPanel noun={noun} result={wizard.result} onRestart={wizard.restart} />;
  return (
    <FilePick
      title={words.pick}
      filters={EXCEL_OR_CSV}
      hint={words.hint}
      onPick={([file]) => file && wizard.take(file)}
    />
  );
}

function stepsOf(stage: Stage, fileName: string | undefined): readonly Step[] {
  const now = STAGES.findIndex(({ key }) => key === stage);
  return STAGES.map(({ key, label }, at) => ({
    key,
    label,
    state: at < now || stage === 'result' ? ('done' as const) : at === now ? ('current' as const) : ('todo' as const),
    ...(key === 'file' && fileName ? { note: fileName } : {}),
  }));
}
