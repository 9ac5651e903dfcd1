import { Select } from '@mantine/core';
import { NumberAt, SelectAt, TextAt } from './bound-fields';
import { type CatalogueField, isNumeric } from './catalogue-fields';
import { useAt } from './draft-context';
import css from './editor.module.css';

type Rule = {
  readonly points?: number | undefined;
  readonly pointsFrom?: { readonly field: string; readonly factor: number } | undefined;
};
type RulePointsProps = { readonly at: string; readonly fields: readonly CatalogueField[] };

/** Fixed points, or the number that stands in the record itself. */
export function RulePoints({ at, fields }: RulePointsProps) {
  const { value, replace } = useAt<Rule>(at);
  const numeric = fields.filter(isNumeric);
  const taken = value?.pointsFrom !== undefined;
  const change = (how: string | null) => {
    const { points: _p, pointsFrom: _f, ...rest } = value ?? {};
    replace(
      how === 'from' ? { ...rest, pointsFrom: { field: numeric[0]?.key ?? '', factor: -1 } } : { ...rest, points: 0 },
    );
  };
  return (
    <>
      <div className={css.row}>
        <Select
          label="分值"
          allowDeselect={false}
          data={[
            { value: 'fixed', label: '固定分值' },
            { value: 'from', label: '取自记录的字段', disabled: numeric.length === 0 && !taken },
          ]}
          value={taken ? 'from' : 'fixed'}
          onChange={change}
        />
        {taken ? (
          <>
            <SelectAt
              at={`${at}.pointsFrom.field`}
              label="字段"
              required
              options={numeric.map(({ key, label }) => ({ value: key, label }))}
            />
            <NumberAt at={`${at}.pointsFrom.factor`} label="倍数" required decimals={0} description="扣分填负数" />
          </>
        ) : (
          <NumberAt at={`${at}.points`} label="每条计" required suffix="分" description="扣分填负数" />
        )}
      </div>
      <TextAt at={`${at}.note`} label="说明" placeholder="会写进评价理由" />
    </>
  );
}
