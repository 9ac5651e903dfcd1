import { type CSSProperties, useState } from 'react';
import type { Combine, PackNode, RatingPack } from '#shared/domain/rating/pack';
import { FilterChips } from '../../components/filter-chips';
import { Section } from '../../components/section';
import type { Catalogue } from './catalogue-fields';
import { LeafView } from './leaf-view';
import { boundsWords, weightWords } from './node-words';
import css from './pack.module.css';
import { RuleGround } from './rule-ground';

type Shown = 'all' | 'unverified' | 'watched';

const wanted: Record<Shown, (node: PackNode) => boolean> = {
  all: () => true,
  unverified: ({ verified }) => !verified,
  watched: ({ leaf }) => leaf?.measure === 'value' && leaf.monitor !== undefined,
};

const holds = (node: PackNode, shown: Shown): boolean =>
  (node.leaf !== undefined && wanted[shown](node)) || (node.children ?? []).some((child) => holds(child, shown));

const leavesOf = (nodes: readonly PackNode[]): readonly PackNode[] =>
  nodes.flatMap((node) => (node.children === undefined ? [node] : leavesOf(node.children)));

type TreeViewProps = { readonly pack: RatingPack; readonly catalogue: Catalogue };

/** The indicator tree as it is read: what counts, how much, where it comes from, on what basis. */
export function TreeView({ pack, catalogue }: TreeViewProps) {
  const [shown, setShown] = useState<Shown>('all');
  const bonus = pack.bonus ?? null;
  const leaves = leavesOf([...pack.nodes, ...(bonus?.children ?? [])]);
  const countOf = (key: Shown) => leaves.filter(wanted[key]).length;
  const weighted = pack.model === 'weighted';
  return (
    <>
      <FilterChips<Shown>
        label="显示哪些指标"
        value={shown}
        onChange={setShown}
        chips={[
          { value: 'all', label: '全部指标', count: leaves.length },
          { value: 'unverified', label: '未核实', count: countOf('unverified') },
          { value: 'watched', label: '有预警线', count: countOf('watched') },
        ]}
      />
      <Section title="基础分和总分">
        <p>
          每户从“{pack.base.name}”{pack.base.points} 分起，
          {weighted ? '再加各项指标得分按权重合计的结果' : '逐项加减'}
          {pack.floor === undefined ? '' : `；最低 ${pack.floor} 分`}
          {pack.cap === undefined ? '' : `；最高 ${pack.cap} 分`}
          {pack.better === 'lower' ? '；分数越低越好' : '；分数越高越好'}。
        </p>
        <RuleGround pack={pack} rule={pack.base} />
      </Section>
      <Section title="指标" hint={weighted ? '同级权重合计 100%' : '逐项加减分'} flush>
        <Nodes nodes={pack.nodes} combine={pack.model} share={weighted ? 1 : null} {...{ pack, catalogue, shown }} />
      </Section>
      {bonus ? (
        <Section title={bonus.name} hint={`合计至多 ${bonus.cap} 分，不按权重折算`} flush>
          <div className={css.leadGround}>
            <RuleGround pack={pack} rule={bonus} />
          </div>
          <Nodes nodes={bonus.children} combine="points" share={null} {...{ pack, catalogue, shown }} />
        </Section>
      ) : null}
    </>
  );
}

type NodesProps = TreeViewProps & {
  readonly nodes: readonly PackNode[];
  readonly combine: Combine;
  /** The part of the whole score that the node above has; null where it is not weighted. */
  readonly share: number | null;
  readonly shown: Shown;
  readonly depth?: number;
};

function Nodes({ nodes, combine, share, shown, depth = 0, ...rest }: NodesProps) {
  return (
    <ul className={css.nodes}>
      {nodes
        .filter((node) => holds(node, shown))
        .map((node) => {
          const own = share === null || combine !== 'weighted' ? null : (share * (node.weight ?? 0)) / 100;
          return (
            <li key={node.id} style={{ '--depth': depth } as CSSProperties}>
              {node.children === undefined ? (
                <LeafView node={node} share={own} depth={depth} {...rest} />
              ) : (
                <>
                  <div className={css.group}>
                    <h3>
                      {node.name}
                      <span className={css.weight}>
                        {[weightWords(node, own, depth), boundsWords(node)].filter((words) => words !== '').join('，')}
                      </span>
                    </h3>
                    <RuleGround pack={rest.pack} rule={node} />
                  </div>
                  <Nodes
                    nodes={node.children}
                    combine={node.combine ?? 'points'}
                    share={own}
                    shown={shown}
                    depth={depth + 1}
                    {...rest}
                  />
                </>
              )}
            </li>
          );
        })}
    </ul>
  );
}
