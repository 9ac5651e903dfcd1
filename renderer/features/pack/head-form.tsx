import { packStatusLabels } from '#shared/domain/catalogue/labels';
import { subjectKindLabels } from '#shared/domain/subject/subject';
import { DateAt, ManyAt, NullTextAt, SelectAt, TextAt } from './bound-fields';
import { useDraftScope } from './draft-context';
import css from './editor.module.css';
import { ListFrame } from './list-frame';

const kinds = Object.entries(subjectKindLabels).map(([value, label]) => ({ value, label }));
const statuses = Object.entries(packStatusLabels).map(([value, label]) => ({ value, label }));

/** What the pack is, whose, for whom and from when. */
export function HeadForm() {
  const { pack } = useDraftScope();
  return (
    <>
      <TextAt at="title" label="名称" required grows />
      <div className={css.row}>
        <TextAt at="place" label="适用地区" required />
        <SelectAt at="status" label="规则性质" required options={statuses} />
      </div>
      <TextAt at="issuer" label="制定机关" required />
      <div className={css.row}>
        <DateAt at="effectiveFrom" label="施行日期" required />
        <DateAt at="effectiveTo" label="失效日期" open description="不填就一直有效。" />
      </div>
      <ManyAt at="subjectKinds" label="适用主体" required options={kinds} />
      <NullTextAt
        at="notice"
        label="使用前须知"
        rows={2}
        placeholder="例如：样例权重，由本局自行设定"
        description="显示在规则包、评价理由和打印件的最前面。"
      />
      {pack.extends ? (
        <ListFrame
          at="extends.changes"
          title="与基础包相比改了什么"
          hint={`基础包：${pack.extends.id} 第 ${pack.extends.version} 版`}
          add="增加一条说明"
          least={1}
          entry={(index) => `第 ${index + 1} 条`}
          blank={() => ''}
        >
          {(place, index) => <TextAt at={place} label={`第 ${index + 1} 条改动`} required grows />}
        </ListFrame>
      ) : null}
      <p className={css.quiet}>
        编号 {pack.id}　第 {pack.version} 版　信用信息目录 {pack.catalogue}
      </p>
    </>
  );
}
