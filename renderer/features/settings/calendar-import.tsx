import { NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { GrantedFile } from '#shared/ipc/shell';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { Facts } from '../../components/facts';
import { FilePick } from '../../components/file-pick';
import { FormDrawer } from '../../components/form-drawer';
import { OfficerField } from '../../components/officer-fields';
import css from './sections.module.css';

const YEAR_FILES = [{ name: '年份文件（.xlsx、.csv、.json）', extensions: ['xlsx', 'csv', 'json'] }];

type Values = { year: number; source: string; confirmedBy: string | null };

/** Takes in a year; what the file says is shown before anything is stored. */
export function CalendarImport({ year, onClose }: { readonly year: number; readonly onClose: () => void }) {
  const today = useToday();
  const [file, setFile] = useState<GrantedFile | null>(null);
  const form = useForm<Values>({ initialValues: { year, source: '', confirmedBy: null } });
  const run = useAction('calendar.import', {
    form,
    done: (_output, input) => `已导入 ${input.year} 年节假日安排`,
    onDone: onClose,
  });
  const { source, confirmedBy } = form.values;
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="导入节假日安排"
      intro="按国务院办公厅的通知逐日列表，由另一名人员与通知原文核对后导入。已登记的到期日不改动，以后计算的期限按导入的安排。"
      submit="核对无误，导入"
      busy={run.busy}
      error={run.error}
      onSubmit={() =>
        file
          ? void run.run({ ...form.values, confirmedBy: confirmedBy ?? '', file: file.token })
          : form.setFieldError('source', '请先选择年份文件')
      }
    >
      <div className={css.stack}>
        <NumberInput
          label="年份"
          required
          min={1990}
          max={2100}
          value={form.values.year}
          error={form.errors['year']}
          onChange={(value) => form.setFieldValue('year', Number(value))}
        />
        <TextInput
          label="通知名称和文号"
          required
          placeholder={`国务院办公厅关于${form.values.year}年部分节假日安排的通知（文号）`}
          {...form.getInputProps('source')}
        />
        <FilePick
          title="选择年份文件"
          filters={YEAR_FILES}
          hint={file ? `已选择“${file.name}”` : '表格列名：日期、类型（休或班）、说明；也可以用 .json 年份文件'}
          onPick={([picked]) => setFile(picked ?? null)}
        />
        {file ? <Preview token={file.token} year={form.values.year} source={source} /> : null}
        <OfficerField
          label="复核人"
          description="不能是当前经办人"
          on={today}
          value={confirmedBy}
          error={form.errors['confirmedBy']}
          onChange={(value) => form.setFieldValue('confirmedBy', value)}
        />
      </div>
    </FormDrawer>
  );
}

type PreviewProps = { readonly token: string; readonly year: number; readonly source: string };

function Preview({ token, year, source }: PreviewProps) {
  const { data, error } = useRoute('calendar.check-file', { file: token, year, source });
  if (error)
    return (
      <p className={css.bad} role="alert">
        {error.message}
      </p>
    );
  if (!data) return <p className={css.hint}>正在检查文件</p>;
  if (data.found === null)
    return (
      <div role="alert">
        <p className={css.bad}>有 {data.problems.length} 处问题，还不能导入；请改正后重新选择文件。</p>
        <ul className={css.problems} aria-label="文件中的问题">
          {data.problems.map(({ row, column, message }) => (
            <li key={`${row} ${column} ${message}`}>
              {row === null ? '' : `第 ${row} 行`}
              {column === null ? '' : `“${column}”列`}
              {row === null && column === null ? '' : '：'}
              {message}
            </li>
          ))}
        </ul>
      </div>
    );
  const { workdays, offDays, makeupDays, off, work } = data.found;
  return (
    <Facts
      items={[
        { label: '工作日', value: `${workdays} 天` },
        { label: '放假', value: `${offDays} 天` },
        { label: '调休上班', value: `${makeupDays} 天` },
        {
          label: '放假日',
          value: off.map(({ from, to, name }) => `${name} ${from}${to === from ? '' : ` 至 ${to}`}`).join('；'),
          wide: true,
        },
        { label: '上班日', value: work.join('、') || '无', wide: true },
      ]}
    />
  );
}
