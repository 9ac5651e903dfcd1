import { Alert, Button, Select } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { SelectField } from '../fields';
import { Section } from '../section';
import { thousands } from '../words';
import css from './import.module.css';
import type { Preview } from './import-words';
import type { TableImport } from './use-table-import';

type Mapping = Readonly<Record<string, number>>;
type ImportColumnsProps = {
  readonly wizard: TableImport;
  readonly preview: Preview;
  /** Options of this import's own, beside the sheet. */
  readonly options?: (mapping: Mapping) => ReactNode;
};

/** What each column means: guessed, with three sample values, and changeable. */
export function ImportColumns({ wizard, preview, options }: ImportColumnsProps) {
  const mapping = wizard.mapping ?? guessed(preview);
  const missing = preview.fields.filter(({ key, required }) => required && mapping[key] === undefined);
  const fieldAt = new Map(Object.entries(mapping).map(([field, column]) => [column, field]));
  const choose = (column: number, field: string | null) => {
    const kept = Object.entries(mapping).filter(([key, at]) => at !== column && key !== field);
    wizard.setMapping(Object.fromEntries(field ? [...kept, [field, column]] : kept));
  };
  return (
    <>
      {missing.length > 0 ? (
        <Alert color="yellow" icon={<IconAlertTriangle size={18} stroke={1.5} />} title="还缺必需的列">
          请指定哪一列是{missing.map(({ label }) => `“${label}”`).join('、')}，然后预览。
        </Alert>
      ) : null}
      <Section
        title="核对列"
        hint={`表头在第 ${preview.headerRow} 行，认出 ${fieldAt.size} / ${preview.columns.length} 列`}
        flush
      >
        <div className={css.options}>
          {preview.sheets.length > 1 ? (
            <SelectField
              label="工作表"
              options={preview.sheets.map(({ name, hidden }) => ({
                value: name,
                label: name,
                ...(hidden ? { hint: '隐藏的工作表' } : {}),
              }))}
              value={preview.sheet}
              onChange={(sheet) => sheet && wizard.chooseSheet(sheet)}
            />
          ) : null}
          {options?.(mapping)}
        </div>
        <table className={css.columns}>
          <thead>
            <tr>
              <th>列</th>
              <th>表头</th>
              <th>前几行的内容</th>
              <th>对应</th>
            </tr>
          </thead>
          <tbody>
            {preview.columns.map(({ index, letter, header, samples }) => (
              <tr key={index} className={fieldAt.has(index) ? undefined : css.left}>
                <td className={css.letter}>{letter}</td>
                <td className={css.header}>{header || '（空）'}</td>
                <td className={css.samples}>
                  {samples.length === 0 ? <span className={css.none}>没有内容</span> : null}
                  {samples.map((sample, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: three samples in their order, the same may stand twice
                    <span key={at} className={css.sample} title={sample}>
                      {sample}
                    </span>
                  ))}
                </td>
                <td>
                  <Select
                    aria-label={`${letter} 列“${header}”对应`}
                    searchable
                    clearable
                    placeholder="不导入"
                    data={preview.fields.map(({ key, label, required }) => ({
                      value: key,
                      label: required ? `${label}（必需）` : label,
                    }))}
                    value={fieldAt.get(index) ?? null}
                    onChange={(field) => choose(index, field)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <div className={css.foot}>
        <Button disabled={missing.length > 0} onClick={wizard.toPreview}>
          预览{preview.rows > 0 ? ` ${thousands(preview.rows)} 行` : ''}
        </Button>
        <Button variant="default" onClick={wizard.restart}>
          重新选择文件
        </Button>
      </div>
    </>
  );
}

const guessed = (preview: Preview): Mapping =>
  Object.fromEntries(preview.columns.flatMap(({ index, field }) => (field ? [[field, index]] : [])));
