import { NumberInput, Select } from '@mantine/core';
import { relations } from '#shared/domain/rating/fact';
import type { Selection } from '#shared/domain/rating/leaf';
import { ManyAt } from './bound-fields';
import { fieldsOf } from './catalogue-fields';
import { ConditionAt } from './condition-fields';
import { useAt, useDraftScope } from './draft-context';
import css from './editor.module.css';
import { relationLabels } from './pack-words';

type SelectionAtProps = { readonly at: string; readonly title?: string };

/** Which facts are read: items by name, whose, from when, under which condition. */
export function SelectionAt({ at, title = '读取哪些记录' }: SelectionAtProps) {
  const { catalogue } = useDraftScope();
  const { value } = useAt<Selection>(at);
  return (
    <fieldset className={css.list}>
      <legend>{title}</legend>
      <ManyAt
        at={`${at}.items`}
        label="信息项"
        required
        placeholder="按名称查找信用信息目录"
        options={catalogue.items.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <WindowAt at={`${at}.window`} />
      <ManyAt
        at={`${at}.from`}
        label="谁的记录"
        keep={false}
        description="不选，只看本单位自己的记录。"
        options={(['self', ...relations] as const).map((one) => ({ value: one, label: relationLabels[one] }))}
      />
      <ConditionAt
        at={`${at}.where`}
        label="只计符合条件的记录"
        fields={fieldsOf(catalogue, value?.items ?? [])}
        without="不加条件，选中的信息项全部计入"
      />
    </fieldset>
  );
}

type Window = Selection['window'];

const windowLabels: Record<Window['type'], string> = {
  validity: '评价日仍在有效期内的',
  rolling: '最近一段时间内的',
  until_repaired: '尚未修复或者撤销的',
  none: '截至评价日全部的',
};

const sinceOptions = [
  { value: 'occurredOn', label: '自发生日期起算' },
  { value: 'validFrom', label: '自生效日期起算' },
];

function blankWindow(type: Window['type']): Window {
  if (type === 'rolling') return { type, years: 3, since: 'occurredOn' };
  return type === 'until_repaired' ? { type, since: 'occurredOn' } : { type };
}

function WindowAt({ at }: { readonly at: string }) {
  const { value, set, replace, error } = useAt<Window>(at);
  const window = value ?? { type: 'validity' };
  return (
    <div className={css.row}>
      <Select
        label="时间范围"
        allowDeselect={false}
        error={error}
        data={Object.entries(windowLabels).map(([code, label]) => ({ value: code, label }))}
        value={window.type}
        onChange={(type) => type !== null && replace(blankWindow(type as Window['type']))}
      />
      {window.type === 'rolling' ? <Rolling window={window} onChange={set} /> : null}
      {window.type === 'until_repaired' ? (
        <NumberInput
          label="最长（个月）"
          placeholder="不限"
          hideControls
          allowDecimal={false}
          value={window.maxMonths ?? ''}
          onChange={(typed) => {
            const { maxMonths: _, ...rest } = window;
            set(typed === '' ? rest : { ...rest, maxMonths: Number(typed) });
          }}
        />
      ) : null}
      {window.type === 'rolling' || window.type === 'until_repaired' ? (
        <Select
          label="起算日"
          allowDeselect={false}
          data={sinceOptions}
          value={window.since ?? 'occurredOn'}
          onChange={(since) => since !== null && set({ ...window, since })}
        />
      ) : null}
    </div>
  );
}

type RollingProps = {
  readonly window: Extract<Window, { type: 'rolling' }>;
  readonly onChange: (window: Window) => void;
};

function Rolling({ window, onChange }: RollingProps) {
  const unit = window.months === undefined ? 'years' : 'months';
  const { years: _y, months: _m, ...rest } = window;
  const length = window.months ?? window.years;
  const put = (value: number | undefined, as: 'years' | 'months') =>
    onChange(value === undefined ? rest : { ...rest, [as]: value });
  return (
    <div className={css.pair}>
      <NumberInput
        label="多久"
        hideControls
        allowDecimal={false}
        value={length ?? ''}
        onChange={(typed) => put(typed === '' ? undefined : Number(typed), unit)}
      />
      <Select
        label="单位"
        allowDeselect={false}
        data={[
          { value: 'years', label: '年' },
          { value: 'months', label: '个月' },
        ]}
        value={unit}
        onChange={(as) => as !== null && put(length ?? 1, as as 'years' | 'months')}
      />
    </div>
  );
}
