import { relations } from '#shared/domain/rating/fact';
import type { PackCase } from '#shared/domain/rating/pack';
import { subjectStatusLabels } from '#shared/domain/subject/subject';
import { useToday } from '../../api/today';
import { FactFieldInput } from '../../components/fact-field-input';
import { DateAt, ManyAt, NumberAt, SelectAt, TextAt, WordsAt } from './bound-fields';
import { useAt, useDraftScope } from './draft-context';
import css from './editor.module.css';
import { ListFrame } from './list-frame';
import { type Check, kindWords, relationLabels } from './pack-words';

const statuses = Object.entries(subjectStatusLabels).map(([value, label]) => ({ value, label }));
const states = [
  { value: 'active', label: '有效' },
  { value: 'repaired', label: '已修复' },
  { value: 'withdrawn', label: '已撤销' },
];

type CaseFormProps = { readonly at: string; readonly check: Check | null };

/** A worked example: a subject with its records, and the result the pack must give. */
export function CaseForm({ at, check }: CaseFormProps) {
  const today = useToday();
  const { pack, catalogue } = useDraftScope();
  const { value } = useAt<PackCase>(at);
  if (value === undefined) return null;
  const outcome = check?.cases.find(({ name }) => name === value.name);
  const items = catalogue.items.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <>
      {outcome ? (
        <p className={outcome.passed ? css.passed : css.error} role="status">
          {outcome.sentence}
        </p>
      ) : null}
      <TextAt at={`${at}.name`} label="用例名称" required />
      <div className={css.row}>
        <SelectAt
          at={`${at}.subject.kind`}
          label="主体类型"
          required
          options={pack.subjectKinds.map((kind) => ({ value: kind, label: kindWords(kind) }))}
        />
        <SelectAt at={`${at}.subject.status`} label="登记状态" placeholder="存续" options={statuses} />
      </div>
      <div className={css.row}>
        <DateAt at={`${at}.asOf`} label="评价日" required />
        <WordsAt at={`${at}.subject.tags`} label="标签" placeholder="没有标签" />
      </div>
      <ListFrame
        at={`${at}.facts`}
        title="有哪些记录"
        add="增加一条记录"
        entry={(index) => `第 ${index + 1} 条记录`}
        blank={() => ({ item: items[0]?.value ?? '', occurredOn: value.asOf ?? today, fields: {} })}
      >
        {(place) => (
          <>
            <SelectAt at={`${place}.item`} label="信息项" required options={items} />
            <div className={css.row}>
              <DateAt at={`${place}.occurredOn`} label="发生日期" required />
              <DateAt at={`${place}.validTo`} label="失效日期" open description="不填，一直有效。" />
            </div>
            <div className={css.row}>
              <SelectAt at={`${place}.state`} label="状态" options={states} placeholder="有效" clearable />
              <DateAt at={`${place}.repairedOn`} label="修复或者撤销日期" open />
            </div>
            <SelectAt
              at={`${place}.via`}
              label="谁的记录"
              clearable
              placeholder="本单位"
              options={relations.map((one) => ({ value: one, label: relationLabels[one] }))}
            />
            <FactFields at={place} />
          </>
        )}
      </ListFrame>
      <fieldset className={css.list}>
        <legend>应得结果</legend>
        <div className={css.row}>
          <NumberAt at={`${at}.expect.score`} label="得分" required suffix="分" />
          <SelectAt
            at={`${at}.expect.grade`}
            label="等级"
            required
            options={pack.grades.map(({ code, name, symbol }) => ({ value: code, label: `${symbol} ${name}` }))}
          />
        </div>
        <ManyAt
          at={`${at}.expect.vetoes`}
          label="触发的否决项"
          placeholder="没有"
          options={pack.vetoes.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </fieldset>
    </>
  );
}

/** The fields of the chosen item, in the shape of the catalogue. */
function FactFields({ at }: { readonly at: string }) {
  const { catalogue, problems } = useDraftScope();
  const { value: code } = useAt<string>(`${at}.item`);
  const { value: fields, set } = useAt<Readonly<Record<string, string | number | null>>>(`${at}.fields`);
  const item = catalogue.items.find((one) => one.code === code);
  if (!item || item.fields.length === 0) return null;
  return (
    <div className={css.grid}>
      {item.fields.map((field) => (
        <FactFieldInput
          key={field.key}
          field={field}
          value={fields?.[field.key] ?? null}
          error={problems.find(({ path }) => path === `${at}.fields.${field.key}`)?.message}
          onChange={(next) => {
            const { [field.key]: _, ...rest } = fields ?? {};
            set(next === null ? rest : { ...rest, [field.key]: next });
          }}
        />
      ))}
    </div>
  );
}
