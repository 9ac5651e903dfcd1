import { NumberInput, Select } from '@mantine/core';
import css from './editor.module.css';
import type { Cut } from './intervals';

type CutInputProps = {
  readonly label: string;
  /** Words for the side that the cut closes: upper 不满/以下, lower 以上/超过. */
  readonly side: 'upper' | 'lower';
  readonly cut: Cut;
  readonly onChange: (cut: Cut) => void;
};

const words = {
  upper: [
    { value: 'below', label: '不满' },
    { value: 'to', label: '不超过' },
  ],
  lower: [
    { value: 'below', label: '达到' },
    { value: 'to', label: '超过' },
  ],
};

/** Where two bands meet; moving it moves both. */
export function CutInput({ label, side, cut, onChange }: CutInputProps) {
  return (
    <div className={css.pair}>
      <Select
        label={label}
        allowDeselect={false}
        data={words[side]}
        value={cut.kind}
        onChange={(kind) => kind !== null && onChange({ ...cut, kind: kind as Cut['kind'] })}
      />
      <NumberInput
        label="数值"
        hideControls
        decimalScale={3}
        value={cut.value ?? ''}
        onChange={(typed) => {
          const value = typed === '' ? undefined : Number(typed);
          if (value === undefined || Number.isFinite(value)) onChange({ ...cut, value });
        }}
      />
    </div>
  );
}
