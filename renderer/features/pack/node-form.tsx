import { Select } from '@mantine/core';
import type { Combine, PackNode } from '#shared/domain/rating/pack';
import { GroundAt, NumberAt, TextAt } from './bound-fields';
import { useAt, useDraftScope } from './draft-context';
import css from './editor.module.css';
import { pathOf } from './json-path';
import { LeafAt } from './leaf-fields';
import { combineIn, weightsLeft } from './tree-edit';
import { WeightTable } from './weight-table';
import { withCombine } from './weights';

/** One indicator: its name, its weight, how its parts add up or how it scores. */
export function NodeForm({ at }: { readonly at: string }) {
  const { pack } = useDraftScope();
  const { value: node } = useAt<PackNode>(at);
  if (node === undefined) return null;
  const list = pathOf(at).slice(0, -1);
  const weighted = combineIn(pack, list) === 'weighted';
  const left = weightsLeft(pack, list);
  const isLeaf = node.children === undefined;
  return (
    <>
      <TextAt at={`${at}.name`} label="指标名称" required grows />
      <div className={css.row}>
        <TextAt at={`${at}.id`} label="编号" required />
        {weighted ? (
          <NumberAt
            at={`${at}.weight`}
            label="权重"
            required
            suffix="%"
            description={
              left === 0 ? (
                '同级合计 100%'
              ) : (
                <span className={css.error}>{left > 0 ? `同级还差 ${left}%` : `同级超出 ${-left}%`}</span>
              )
            }
          />
        ) : null}
      </div>
      <div className={css.row}>
        <NumberAt at={`${at}.floor`} label="最低分" suffix="分" placeholder="不限" description="最多扣 20 分填 −20" />
        <NumberAt at={`${at}.cap`} label="最高分" suffix="分" placeholder="不限" />
      </div>
      {isLeaf ? <LeafAt at={`${at}.leaf`} /> : <CombineAt at={at} node={node} />}
      <GroundAt at={at} />
      <TextAt at={`${at}.provider`} label="数据来源" placeholder="由哪个部门、哪个系统提供" />
      {isLeaf ? (
        <TextAt
          at={`${at}.mayImprove`}
          label="例外说明"
          description="多一条不良记录反而可能得分更高时，在这里写明理由；通常不填。"
        />
      ) : null}
    </>
  );
}

function CombineAt({ at, node }: { readonly at: string; readonly node: PackNode }) {
  const { replace } = useAt<PackNode>(at);
  return (
    <>
      <Select
        label="下级指标怎样合计"
        allowDeselect={false}
        data={combineOptions}
        value={node.combine ?? 'points'}
        onChange={(combine) => combine !== null && replace(withCombine(node, combine as Combine))}
      />
      <WeightTable at={`${at}.children`} />
    </>
  );
}

export const combineOptions = [
  { value: 'points', label: '分值直接相加' },
  { value: 'weighted', label: '按权重合计' },
];
