import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Combine } from '#shared/domain/rating/pack';
import { useDraftScope } from './draft-context';
import css from './editor.module.css';
import { combineOptions } from './node-form';
import type { PartKind } from './pack-parts';
import { WeightTable } from './weight-table';
import { withModel } from './weights';

type Group = Extract<PartKind, 'nodes' | 'vetoes' | 'grades' | 'bases' | 'cases' | 'bonus'>;

const words: Record<Group, { readonly about: string; readonly add: string }> = {
  nodes: {
    about: '指标可以分任意多层。有下级的指标汇总下级的得分，没有下级的指标按记录计分。',
    add: '增加一级指标',
  },
  bonus: { about: '这个规则包没有加分项。加分项在其他得分之外另加，合计有上限。', add: '设加分项' },
  vetoes: { about: '符合其中一项，等级就不高于所列的等级，得分不变。', add: '增加否决项' },
  grades: { about: '由低分到高分排列，相邻两级的分数自动衔接。', add: '增加等级' },
  bases: { about: '规则所依据的文件和条款。失效的保留在这里，注明失效日期。', add: '增加依据' },
  cases: { about: '每个用例写明一户的记录和应得的结果；有一个不符，规则包就不能定稿。', add: '增加用例' },
};

type GroupFormProps = { readonly group: Group; readonly onAdd: () => void };

/** What a heading of the tree is about, and the way to its first entry. */
export function GroupForm({ group, onAdd }: GroupFormProps) {
  const { pack, replace } = useDraftScope();
  return (
    <>
      <p className={css.quiet}>{words[group].about}</p>
      {group === 'nodes' ? (
        <>
          <Select
            label="一级指标怎样合计"
            allowDeselect={false}
            data={combineOptions}
            value={pack.model}
            onChange={(model) => model !== null && replace([], withModel(pack, model as Combine))}
          />
          <WeightTable at="nodes" />
        </>
      ) : null}
      <div>
        <Button variant="default" leftSection={<IconPlus size={16} stroke={1.5} />} onClick={onAdd}>
          {words[group].add}
        </Button>
      </div>
    </>
  );
}
