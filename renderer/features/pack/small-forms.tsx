import { CheckAt, DateAt, GroundAt, NullTextAt, NumberAt, SelectAt, TextAt } from './bound-fields';
import { useDraftScope } from './draft-context';
import css from './editor.module.css';
import { ListFrame } from './list-frame';

/** Points on top, never weighted. */
export function BonusForm() {
  return (
    <>
      <TextAt at="bonus.name" label="加分项名称" required />
      <div className={css.row}>
        <TextAt at="bonus.id" label="编号" required />
        <NumberAt at="bonus.cap" label="合计至多加" required suffix="分" />
      </div>
      <GroundAt at="bonus" />
    </>
  );
}

/** One document and article that rules cite. */
export function BasisForm({ at }: { readonly at: string }) {
  return (
    <>
      <TextAt at={`${at}.document`} label="文件名称" required grows />
      <div className={css.row}>
        <NullTextAt at={`${at}.number`} label="文号" placeholder="例如：国知发保字〔2022〕8号" />
        <ArticleAt at={`${at}.article`} />
      </div>
      <TextAt at={`${at}.text`} label="原文" rows={3} placeholder="摘录所依据的原文" />
      <div className={css.row}>
        <DateAt at={`${at}.from`} label="施行日期" required />
        <DateAt at={`${at}.to`} label="失效日期" open description="不填，仍然有效。" />
      </div>
      <TextAt at={`${at}.id`} label="编号" required description="各项规则按编号引用这一依据。" />
    </>
  );
}

/** The article may be blank, but is always there. */
const ArticleAt = ({ at }: { readonly at: string }) => (
  <TextAt at={at} label="条款" placeholder="例如：第六条" keepBlank />
);

/** How old an item of data may be before it puts a bar over the rating. */
export function LimitsForm() {
  const { catalogue } = useDraftScope();
  const options = catalogue.items.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <ListFrame
      at="dataAgeLimits"
      title="数据时效"
      hint="过期的数据在评价上提示"
      add="增加一项"
      entry={(index) => `第 ${index + 1} 项`}
      blank={() => ({ item: options[0]?.value ?? '', maxDays: 31, required: false })}
    >
      {(place) => (
        <>
          <SelectAt at={`${place}.item`} label="信息项" required options={options} />
          <div className={css.row}>
            <NumberAt at={`${place}.maxDays`} label="最多多少天" required decimals={0} suffix="天" />
            <div className={css.atFoot}>
              <CheckAt at={`${place}.required`} label="没有这项数据也提示" />
            </div>
          </div>
          <TextAt at={`${place}.note`} label="备注" />
        </>
      )}
    </ListFrame>
  );
}
