import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { subjectKindLabels } from '#shared/domain/subject/subject';
import { useRoute } from '../api/queries';
import css from './fields.module.css';

export type PickedSubject = { readonly id: string; readonly name: string };

type SubjectPickProps = {
  readonly value: PickedSubject | null;
  readonly onChange: (subject: PickedSubject | null) => void;
  readonly error?: ReactNode;
  readonly label?: string;
  readonly required?: boolean;
};

/** One subject, found by name, pinyin, the tail of a code or an agency code. */
export function SubjectPick({ value, onChange, error, label = '监管对象', required = true }: SubjectPickProps) {
  const [text, setText] = useState('');
  const [query] = useDebouncedValue(text.trim(), 150);
  const found = useRoute('subject.search', { query, limit: 20 }, { enabled: query !== '', keepPrevious: true });
  const items = query === '' || query === value?.name ? [] : (found.data?.items ?? []);
  const byId = new Map(items.map((item) => [item.id, item]));
  const options = value && !byId.has(value.id) ? [value, ...items] : items;
  return (
    <Select
      label={label}
      required={required}
      searchable
      clearable
      placeholder="名称、拼音首字母、代码尾号"
      value={value?.id ?? null}
      error={error}
      data={options.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options: all }) => all}
      searchValue={text}
      onSearchChange={setText}
      nothingFoundMessage={query === '' ? '输入名称、拼音或者代码查找' : '没有找到，请换一个词'}
      renderOption={({ option }) => {
        const item = byId.get(option.value);
        return (
          <span className={css.option}>
            {option.label}
            {item ? (
              <span className={css.hint}>
                {[subjectKindLabels[item.kind], item.code ?? ''].filter(Boolean).join('　')}
              </span>
            ) : null}
          </span>
        );
      }}
      onChange={(id) => {
        const chosen = options.find((item) => item.id === id);
        onChange(chosen ? { id: chosen.id, name: chosen.name } : null);
      }}
    />
  );
}
