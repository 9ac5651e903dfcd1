import { SegmentedControl, Select } from '@mantine/core';
import type { Leaf, Read } from '#shared/domain/rating/leaf';
import { withMeasure, withTake } from './blanks';
import { SelectAt } from './bound-fields';
import { fieldsOf, isNumeric } from './catalogue-fields';
import { ConditionAt } from './condition-fields';
import { subjectFields } from './condition-form';
import { useAt, useDraftScope } from './draft-context';
import css from './editor.module.css';
import { itemsOf } from './leaf-words';
import { ListFrame } from './list-frame';
import { MonitorAt } from './monitor-fields';
import { RulePoints } from './rule-points';
import { ScaleAt } from './scale-fields';
import { SelectionAt } from './selection-fields';

const takeLabels: Record<Read['take'], string> = {
  count: '记录条数',
  sum: '某个数值字段的合计',
  exists: '有没有记录',
  latest: '最近一条记录的某个字段',
  imported: '其他机关评定的结果',
  days_since_latest: '距最近一条记录的天数',
  share: '两个数量的百分比',
  subject: '主体的登记情况',
};

/** How an indicator scores: each record by rules, or one value by a scale. */
export function LeafAt({ at }: { readonly at: string }) {
  const { value: leaf, replace } = useAt<Leaf>(at);
  const { catalogue } = useDraftScope();
  if (leaf === undefined) return null;
  const fields = fieldsOf(catalogue, itemsOf(leaf));
  return (
    <>
      <div>
        <p className={css.label}>计分方法</p>
        <SegmentedControl
          fullWidth
          aria-label="计分方法"
          data={[
            { value: 'each', label: '每条记录各计分' },
            { value: 'value', label: '取一个数值换算' },
          ]}
          value={leaf.measure}
          onChange={(measure) => replace(withMeasure(leaf, measure as Leaf['measure']))}
        />
      </div>
      {leaf.measure === 'each' ? (
        <>
          <SelectionAt at={`${at}.facts`} />
          <ListFrame
            at={`${at}.rules`}
            title="计分规则"
            hint="自上而下，用第一条符合的；都不符合不计分"
            add="增加一条规则"
            least={1}
            entry={(index) => `第 ${index + 1} 条`}
            blank={() => ({ points: 0 })}
          >
            {(place, index) => (
              <>
                <ConditionAt
                  at={`${place}.when`}
                  label="适用于"
                  fields={fields}
                  without={index === 0 ? '每条记录' : '其余每条记录'}
                />
                <RulePoints at={place} fields={fields} />
              </>
            )}
          </ListFrame>
        </>
      ) : (
        <>
          <ReadAt at={`${at}.read`} read={leaf.read} />
          <ScaleAt at={`${at}.scale`} read={leaf.read} scale={leaf.scale} />
          <MonitorAt at={`${at}.monitor`} read={leaf.read} />
        </>
      )}
    </>
  );
}

function ReadAt({ at, read }: { readonly at: string; readonly read: Read }) {
  const { replace } = useAt<Read>(at);
  const { catalogue } = useDraftScope();
  const numeric = read.take === 'sum';
  const fields = 'facts' in read ? fieldsOf(catalogue, read.facts.items) : [];
  const known = read.take === 'subject' ? subjectFields.filter(({ type }) => type !== 'tags') : fields;
  return (
    <>
      <Select
        label="取什么数值"
        allowDeselect={false}
        data={Object.entries(takeLabels).map(([value, label]) => ({ value, label }))}
        value={read.take}
        onChange={(take) => take !== null && replace(withTake(read, take as Read['take']))}
      />
      {read.take === 'share' ? (
        <>
          <Quantity at={`${at}.of`} title="分子：读取哪些记录" items={read.of.facts.items} />
          <Quantity at={`${at}.base`} title="分母：读取哪些记录" items={read.base.facts.items} />
        </>
      ) : null}
      {'facts' in read ? <SelectionAt at={`${at}.facts`} /> : null}
      {'field' in read ? (
        <SelectAt
          at={`${at}.field`}
          label={numeric ? '合计哪个字段' : '取哪个字段'}
          required
          options={known
            .filter((field) => !numeric || isNumeric(field))
            .map(({ key, label }) => ({ value: key, label }))}
        />
      ) : null}
    </>
  );
}

function Quantity({
  at,
  title,
  items,
}: {
  readonly at: string;
  readonly title: string;
  readonly items: readonly string[];
}) {
  const { catalogue } = useDraftScope();
  return (
    <>
      <SelectionAt at={`${at}.facts`} title={title} />
      <SelectAt
        at={`${at}.field`}
        label="合计哪个字段"
        clearable
        placeholder="不选，按记录条数"
        options={fieldsOf(catalogue, items)
          .filter(isNumeric)
          .map(({ key, label }) => ({ value: key, label }))}
      />
    </>
  );
}
