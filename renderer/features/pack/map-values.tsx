import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Read } from '#shared/domain/rating/leaf';
import { NumberAt } from './bound-fields';
import { valueWords } from './catalogue-fields';
import { useAt, useDraftScope } from './draft-context';
import css from './editor.module.css';
import { readField } from './leaf-words';

type MapValuesProps = { readonly at: string; readonly read: Read };

/** Points for each value a field may have. */
export function MapValues({ at, read }: MapValuesProps) {
  const { catalogue } = useDraftScope();
  const { value, set, replace } = useAt<Readonly<Record<string, number>>>(`${at}.values`);
  const [typed, setTyped] = useState('');
  const values = value ?? {};
  const field = readField(read, catalogue);
  const left = (field?.choices ?? []).filter(({ code }) => !(code in values));
  const add = (key: string) => {
    if (key.trim() === '' || key in values) return;
    replace({ ...values, [key.trim()]: 0 });
    setTyped('');
  };
  const remove = (key: string) => {
    const { [key]: _, ...rest } = values;
    replace(rest);
  };
  return (
    <>
      <ul className={css.values}>
        {Object.entries(values).map(([key, points]) => (
          <li key={key}>
            <span>{valueWords(field, key)}</span>
            <NumberInput
              size="xs"
              aria-label={`${valueWords(field, key)}的分值`}
              hideControls
              suffix=" 分"
              decimalScale={3}
              value={points}
              onChange={(next) => {
                const number = Number(next);
                if (next !== '' && Number.isFinite(number)) set({ ...values, [key]: number });
              }}
            />
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`删除${valueWords(field, key)}`}
              onClick={() => remove(key)}
            >
              <IconTrash size={14} stroke={1.5} />
            </Button>
          </li>
        ))}
      </ul>
      {field && field.choices.length > 0 ? (
        <Select
          aria-label="增加一个取值"
          placeholder={left.length === 0 ? '各个取值都有分值了' : '增加一个取值'}
          disabled={left.length === 0}
          data={left.map(({ code, label }) => ({ value: code, label }))}
          value={null}
          onChange={(code) => code !== null && add(code)}
        />
      ) : (
        <div className={css.line}>
          <TextInput
            aria-label="增加一个取值"
            placeholder="增加一个取值"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button
            variant="default"
            leftSection={<IconPlus size={14} stroke={1.5} />}
            disabled={typed.trim() === ''}
            onClick={() => add(typed)}
          >
            增加
          </Button>
        </div>
      )}
      <NumberAt at={`${at}.other`} label="其他取值" required suffix="分" />
    </>
  );
}
