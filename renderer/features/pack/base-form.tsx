import { GroundAt, NumberAt, SelectAt, TextAt } from './bound-fields';
import css from './editor.module.css';

const directions = [
  { value: 'higher', label: '分数越高越好（信用）' },
  { value: 'lower', label: '分数越低越好（风险）' },
];

/** The points everybody starts with, and the bounds of the score. */
export function BaseForm() {
  return (
    <>
      <div className={css.row}>
        <TextAt at="base.name" label="基础分的名称" required />
        <NumberAt at="base.points" label="基础分" required suffix="分" />
      </div>
      <div className={css.row}>
        <NumberAt at="floor" label="总分最低" suffix="分" placeholder="不限" />
        <NumberAt at="cap" label="总分最高" suffix="分" placeholder="不限" />
      </div>
      <SelectAt at="better" label="得分方向" required options={directions} />
      <GroundAt at="base" />
    </>
  );
}
