import { Button, TextInput } from '@mantine/core';
import { Link } from 'react-router-dom';
import { type FilingKind, filingKindLabels, filingKinds } from '#shared/domain/filing/codes';
import { useJob } from '../../api/jobs';
import { EXCEL_OR_CSV, FilePick } from '../../components/file-pick';
import { FilterChips } from '../../components/filter-chips';
import { JobProgress } from '../../components/job-progress';
import { Page, PageHeader } from '../../components/page';
import { StepBar } from '../../components/step-bar';
import { ImportColumns } from '../../components/table-import/import-columns';
import { ImportHistory } from '../../components/table-import/import-history';
import { ImportPreview } from '../../components/table-import/import-preview';
import { ImportResultPanel } from '../../components/table-import/import-result';
import {
  importSteps,
  type PreviewJob,
  type RunJob,
  useTableImport,
} from '../../components/table-import/use-table-import';
import css from './lead.module.css';

type Own = { readonly kind: FilingKind; readonly source: string };

const HINTS: Record<FilingKind, string> = {
  abnormal_patent: '国家知识产权局通报的名单；需要专利申请号、申请人、通报日期三列，处理情况有则读入。',
  trademark: '商标申请清单；需要申请号、商标、申请人、申请日期四列，转让和生效决定有则读入。',
  third_party: '第三方机构提供的名单；需要名称和疑点说明两列。只作线索，不作为信用信息。',
};

/** `/leads/import`: a filing list, in the four steps of every import. */
export function LeadImportPage() {
  const jobs = { preview: useJob('filing.preview-import'), run: useJob('filing.run-import') };
  const wizard = useTableImport<Own>({
    previewJob: jobs.preview as PreviewJob,
    runJob: jobs.run as RunJob,
    fresh: { kind: 'abnormal_patent', source: '' },
    ask: (kind, file, own) => jobs[kind].run({ ...file, ...own }),
  });
  const { stage, previewJob, runJob } = wizard;
  const quiet = (phase: string) => phase === 'idle' || phase === 'done';
  const working = !quiet(previewJob.state.phase) || !quiet(runJob.state.phase);
  return (
    <Page>
      <PageHeader
        title="导入名单"
        back={{ to: '/leads', label: '预警' }}
        purpose="同一申请号的合并，处理情况只进不退；整次导入可以撤销。"
      />
      {stage === 'file' ? (
        <FilterChips<FilingKind>
          label="名单种类"
          value={wizard.own.kind}
          onChange={(kind) => wizard.setOwn({ kind })}
          chips={filingKinds.map((value) => ({ value, label: filingKindLabels[value] }))}
        />
      ) : null}
      <StepBar steps={importSteps(stage, wizard.file?.name)} />
      <JobProgress job={previewJob} label="正在读取表格" kept="存储没有任何改动。" />
      <JobProgress job={runJob} label="正在导入" kept="已经写入的部分全部退回，存储和导入前一样。" />
      {working ? null : <StagePanel wizard={wizard} />}
      {stage === 'file' && !working ? <ImportHistory /> : null}
    </Page>
  );
}

type Wizard = ReturnType<typeof useTableImport<Own>>;

function StagePanel({ wizard }: { readonly wizard: Wizard }) {
  const { kind } = wizard.own;
  if (wizard.stage === 'columns' && wizard.preview) return <ImportColumns wizard={wizard} preview={wizard.preview} />;
  if (wizard.stage === 'preview' && wizard.preview)
    return <ImportPreview wizard={wizard} preview={wizard.preview} unit={kind === 'third_party' ? '条' : '件'} />;
  if (wizard.stage === 'result' && wizard.result)
    return (
      <ImportResultPanel
        result={wizard.result}
        onRestart={wizard.restart}
        next={
          <Button component={Link} to="/leads">
            {kind === 'third_party' ? '查看线索' : '前往筛查线索'}
          </Button>
        }
      />
    );
  return (
    <>
      {kind === 'third_party' ? (
        <TextInput
          className={css.source ?? ''}
          label="名单由谁提供"
          description="表中有来源列的，以表中为准"
          value={wizard.own.source}
          onChange={(event) => wizard.setOwn({ source: event.currentTarget.value })}
        />
      ) : null}
      <FilePick
        title={`选择${filingKindLabels[kind]}`}
        filters={EXCEL_OR_CSV}
        hint={`.xlsx 或 .csv；${HINTS[kind]}`}
        onPick={([file]) => file && wizard.take(file)}
      />
    </>
  );
}
