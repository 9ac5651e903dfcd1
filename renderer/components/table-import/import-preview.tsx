import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Section } from '../section';
import { thousands } from '../words';
import css from './import.module.css';
import { Counts } from './import-counts';
import { ImportProblems } from './import-problems';
import { ImportSample } from './import-sample';
import type { Preview } from './import-words';
import type { TableImport } from './use-table-import';

type ImportPreviewProps = {
  readonly wizard: TableImport;
  readonly preview: Preview;
  /** 户, 条, 件. */
  readonly unit: string;
  /** Options of this import's own that change what the preview says. */
  readonly options?: ReactNode;
};

/** What would happen, before anything is written: problems first. */
export function ImportPreview({ wizard, preview, unit, options }: ImportPreviewProps) {
  const { failed, problems, notes, skipped } = preview;
  const write = preview.wouldInsert + preview.wouldMerge;
  return (
    <>
      <Counts
        items={[
          { label: '数据行', value: preview.rows },
          { label: '将新增', value: preview.wouldInsert },
          { label: '将合并', value: preview.wouldMerge },
          { label: '无变化', value: preview.unchanged },
          { label: '有问题，不导入', value: failed, tone: failed > 0 ? 'warn' : undefined },
        ]}
      />
      {options}
      {problems.length > 0 ? (
        <Section
          title="有问题的行"
          count={failed}
          hint={`这些行不会导入；导入后可以另存为表格，改正后再导入${problems.length < failed ? '（下面列出一部分）' : ''}`}
          flush
        >
          <ImportProblems name="import-problems" label="有问题的行" problems={problems} />
        </Section>
      ) : null}
      {notes.length > 0 ? (
        <Section title="提示" count={notes.length} hint="照样导入，供核对" flush>
          <ImportProblems name="import-notes" label="提示" problems={notes} remarks />
        </Section>
      ) : null}
      <ImportSample preview={preview} />
      {skipped.length > 0 ? (
        <p className={css.skipped}>
          另有 {thousands(skipped.length)} 行不是数据，已略过：
          {skipped
            .slice(0, 6)
            .map(({ rowNumber, reason }) => `第 ${rowNumber} 行（${reason}）`)
            .join('、')}
          {skipped.length > 6 ? ' 等' : ''}。
        </p>
      ) : null}
      <div className={css.foot}>
        <Button disabled={write === 0} onClick={() => void wizard.run()}>
          {write === 0 ? '没有可导入的行' : `导入 ${thousands(write)} ${unit}`}
        </Button>
        <Button variant="default" onClick={wizard.toColumns}>
          返回核对列
        </Button>
        <Button variant="default" onClick={wizard.restart}>
          重新选择文件
        </Button>
      </div>
    </>
  );
}
