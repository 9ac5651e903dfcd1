import { Button, Checkbox } from '@mantine/core';
import { Link, useSearchParams } from 'react-router-dom';
import { type SubjectKind, subjectKindLabels, subjectKinds } from '#shared/domain/subject/subject';
import { SelectField } from '../../components/fields';
import { EXCEL_OR_CSV, FilePick } from '../../components/file-pick';
import { FilterChips } from '../../components/filter-chips';
import { JobProgress } from '../../components/job-progress';
import { Page, PageHeader } from '../../components/page';
import { StepBar } from '../../components/step-bar';
import { ImportColumns } from '../../components/table-import/import-columns';
import { ImportHistory } from '../../components/table-import/import-history';
import { ImportPreview } from '../../components/table-import/import-preview';
import { ImportResultPanel } from '../../components/table-import/import-result';
import { importSteps } from '../../components/table-import/use-table-import';
import { type ImportNoun, importWords } from './import-words';
import { isComplete, ListOptions } from './list-options';
import { useSubjectImport } from './use-subject-import';

/** Each kind of table by its address: `/subjects/import`, `?what=penalties`, `?what=list`. */
const WHAT: Readonly<Record<ImportNoun, string | null>> = { subject: null, fact: 'penalties', list: 'list' };
const NOUNS: readonly ImportNoun[] = ['subject', 'fact', 'list'];

/** Subjects, penalties or a list of credit information: file, columns, preview, result. */
export function ImportPage() {
  const [params, setParams] = useSearchParams();
  const noun = NOUNS.find((candidate) => WHAT[candidate] === params.get('what')) ?? 'subject';
  const change = (next: ImportNoun) => {
    const what = WHAT[next];
    setParams(what === null ? {} : { what }, { replace: true });
  };
  return <Wizard key={noun} noun={noun} onNoun={change} />;
}

type WizardProps = { readonly noun: ImportNoun; readonly onNoun: (noun: ImportNoun) => void };

function Wizard({ noun, onNoun }: WizardProps) {
  const wizard = useSubjectImport(noun);
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
          chips={NOUNS.map((value) => ({ value, label: importWords[value].label }))}
        />
      ) : null}
      <StepBar steps={importSteps(stage, wizard.file?.name)} />
      <JobProgress job={previewJob} label="正在读取表格" kept="存储没有任何改动。" />
      <JobProgress job={runJob} label="正在导入" kept="已经写入的部分全部退回，存储和导入前一样。" />
      {working ? null : <StagePanel noun={noun} wizard={wizard} />}
      {stage === 'file' && !working ? <ImportHistory /> : null}
    </Page>
  );
}

type StagePanelProps = { readonly noun: ImportNoun; readonly wizard: ReturnType<typeof useSubjectImport> };

function StagePanel({ noun, wizard }: StagePanelProps) {
  const words = importWords[noun];
  if (wizard.stage === 'columns' && wizard.preview)
    return (
      <ImportColumns
        wizard={wizard}
        preview={wizard.preview}
        options={(mapping) =>
          noun === 'subject' && mapping['kind'] === undefined ? (
            <SelectField
              label="主体类型"
              clearable
              description="表中没有主体类型列；不选则按代码判断，判断不出的作为企业"
              placeholder="按代码判断"
              options={subjectKinds.map((value) => ({ value, label: subjectKindLabels[value] }))}
              value={wizard.own.defaultKind}
              onChange={(value) => wizard.setOwn({ defaultKind: value as SubjectKind | null })}
            />
          ) : null
        }
      />
    );
  if (wizard.stage === 'preview' && wizard.preview)
    return (
      <ImportPreview
        wizard={wizard}
        preview={wizard.preview}
        unit={words.unit}
        options={
          noun === 'fact' ? (
            <Checkbox
              label="把名录中没有的当事人登记为新的监管对象"
              description="不选时，这些行列为有问题的行，不导入。"
              checked={wizard.own.createSubjects}
              onChange={(event) => wizard.lookAgain({ createSubjects: event.currentTarget.checked })}
            />
          ) : null
        }
      />
    );
  if (wizard.stage === 'result' && wizard.result)
    return (
      <ImportResultPanel
        result={wizard.result}
        onRestart={wizard.restart}
        next={
          <Button component={Link} to={noun === 'subject' ? '/subjects' : '/ratings'}>
            {noun === 'subject' ? '查看监管对象' : '开展评价'}
          </Button>
        }
      />
    );
  const ready = noun !== 'list' || isComplete(wizard.own);
  return (
    <>
      {noun === 'list' ? <ListOptions value={wizard.own} onChange={wizard.setOwn} /> : null}
      <FilePick
        title={words.pick}
        filters={EXCEL_OR_CSV}
        hint={ready ? words.hint : '先选择信息项，填写来源单位和日期，再选择文件。'}
        disabled={!ready}
        onPick={([file]) => file && wizard.take(file)}
      />
    </>
  );
}
