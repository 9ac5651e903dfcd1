import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { formatPoints } from '#shared/kernel/decimal';
import { Unverified } from '../../components/law-side';
import { StatePill } from '../../components/pill';
import { Section } from '../../components/section';
import { PointsText } from '../../components/text';
import { AlertPill } from './alert-pill';
import { type Branch, branchesOf, inSight, silentGroups, treeMove } from './indicator-branches';
import { lineId } from './line-id';
import type { WhyView } from './rating-words';
import css from './tree.module.css';

/** The indicators as a tree: every place with its points, weight and provider; a leaf opens its line. */
export function IndicatorTree({ why }: { readonly why: Pick<WhyView, 'tree' | 'lines'> }) {
  const branches = useMemo(() => branchesOf(why.tree), [why.tree]);
  const [folded, setFolded] = useState(() => silentGroups(branches));
  const [current, setCurrent] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const shown = inSight(branches, folded);
  const active = shown.some(({ at }) => at === current) ? current : (shown[0]?.at ?? 0);

  const fold = (at: number, closed: boolean) => {
    const next = new Set(folded);
    if (closed) next.add(at);
    else next.delete(at);
    setFolded(next);
  };
  const open = (branch: Branch) => {
    if (branch.branches) return fold(branch.at, !folded.has(branch.at));
    const at = why.lines.findIndex(({ nodeId }) => nodeId === branch.nodeId);
    const line = why.lines[at];
    if (line) document.getElementById(lineId(line, at))?.focus();
  };
  const go = (at: number) => {
    setCurrent(at);
    list.current?.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, branch: Branch) => {
    if (event.key === 'Enter' || event.key === ' ') open(branch);
    else {
      const move = treeMove(event.key, shown, branch.at, folded);
      if (!move) return;
      if ('go' in move) go(move.go);
      else if ('fold' in move) fold(move.fold, true);
      else fold(move.unfold, false);
    }
    event.preventDefault();
  };
  const groups = branches.filter((branch) => branch.branches);
  const allOpen = groups.every(({ at }) => !folded.has(at));
  return (
    <Section
      title="指标"
      count={branches.filter((branch) => !branch.branches).length}
      hint="方向键展开和收起，Enter 看说明"
      actions={
        groups.length > 0 ? (
          <Button
            variant="subtle"
            size="xs"
            onClick={() => setFolded(allOpen ? new Set(groups.map(({ at }) => at)) : new Set())}
          >
            {allOpen ? '全部收起' : '全部展开'}
          </Button>
        ) : null
      }
      flush
    >
      <div ref={list} className={css.tree} role="tree" aria-label="指标">
        {shown.map((branch) => (
          <div
            key={branch.at}
            role="treeitem"
            aria-level={branch.depth + 1}
            aria-expanded={branch.branches ? !folded.has(branch.at) : undefined}
            aria-selected={branch.at === active}
            tabIndex={branch.at === active ? 0 : -1}
            data-at={branch.at}
            data-group={branch.branches || undefined}
            className={css.node}
            style={{ paddingLeft: 12 + branch.depth * 18 }}
            onKeyDown={(event) => onKeyDown(event, branch)}
            onClick={() => {
              setCurrent(branch.at);
              open(branch);
            }}
          >
            <Node branch={branch} folded={folded.has(branch.at)} />
          </div>
        ))}
      </div>
    </Section>
  );
}

function Node({ branch, folded }: { readonly branch: Branch; readonly folded: boolean }) {
  const Icon = folded ? IconChevronRight : IconChevronDown;
  const remarks = [
    branch.weight === null ? '' : `权重 ${branch.weight}`,
    branch.provider === null ? '' : `数据来自${branch.provider}`,
    branch.facts > 0 ? `${branch.facts} 条记录` : '',
  ].filter(Boolean);
  return (
    <>
      <span className={css.mark}>{branch.branches ? <Icon size={14} stroke={1.5} aria-hidden /> : null}</span>
      <span className={css.words}>
        <span className={css.name}>{branch.name}</span>
        {branch.verified || branch.branches ? null : <Unverified />}
        {branch.alert ? <AlertPill alert={branch.alert} /> : null}
        {branch.missing ? <StatePill label="缺少数据" tone="off" /> : null}
        {remarks.length > 0 ? <span className={css.remarks}>{remarks.join('　')}</span> : null}
      </span>
      <span className={css.points} title={`${formatPoints(branch.pointsThousandths)} 分`}>
        <PointsText value={branch.pointsThousandths} signed={branch.kind !== 'base'} />
      </span>
    </>
  );
}
