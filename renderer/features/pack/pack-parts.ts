import type { PackNode, RatingPack } from '#shared/domain/rating/pack';
import { pathOf } from './json-path';

export type PartKind =
  | 'head'
  | 'base'
  | 'nodes'
  | 'node'
  | 'bonus'
  | 'vetoes'
  | 'veto'
  | 'grades'
  | 'grade'
  | 'limits'
  | 'bases'
  | 'basis'
  | 'cases'
  | 'case';

/** One line of the editor's tree: a part of the pack with a form of its own. */
export type Part = {
  readonly path: string;
  readonly kind: PartKind;
  readonly label: string;
  readonly depth: number;
  /** Weight or points, at the right. */
  readonly hint: string;
  readonly hasParts: boolean;
  readonly parent: string | null;
};

const UNNAMED = '（未命名）';
const named = (name: string | undefined): string => name || UNNAMED;

/** Every part in the order of the tree, parents before what is in them. */
export function partsOf(pack: RatingPack): readonly Part[] {
  const list = (
    path: string,
    kind: PartKind,
    label: string,
    entryKind: PartKind,
    entries: readonly { readonly label: string; readonly hint?: string }[],
  ): readonly Part[] => [
    { path, kind, label, depth: 0, hint: `${entries.length} 项`, hasParts: entries.length > 0, parent: null },
    ...entries.map((entry, at) => ({
      path: `${path}.${at}`,
      kind: entryKind,
      label: named(entry.label),
      depth: 1,
      hint: entry.hint ?? '',
      hasParts: false,
      parent: path,
    })),
  ];
  const single = (path: string, kind: PartKind, label: string, hint = ''): Part => ({
    path,
    kind,
    label,
    depth: 0,
    hint,
    hasParts: false,
    parent: null,
  });
  const bonus = pack.bonus ?? null;
  return [
    single('head', 'head', '基本信息'),
    single('base', 'base', '基础分和总分', `${pack.base.points ?? '—'} 分`),
    {
      ...single('nodes', 'nodes', '指标树', pack.model === 'weighted' ? '按权重' : '按分值'),
      hasParts: pack.nodes.length > 0,
    },
    ...nodeParts(pack.nodes, 'nodes', 1, 'nodes'),
    {
      ...single(
        'bonus',
        'bonus',
        bonus === null ? '加分项（没有）' : named(bonus.name),
        bonus ? `至多 ${bonus.cap} 分` : '',
      ),
      hasParts: bonus !== null,
    },
    ...nodeParts(bonus?.children ?? [], 'bonus.children', 1, 'bonus'),
    ...list(
      'vetoes',
      'vetoes',
      '否决项',
      'veto',
      pack.vetoes.map(({ name, ceiling }) => ({ label: name, hint: ceiling })),
    ),
    ...list(
      'grades',
      'grades',
      '等级与应用',
      'grade',
      pack.grades.map(({ name, symbol }) => ({ label: `${symbol ?? ''} ${named(name)}` })),
    ),
    single('dataAgeLimits', 'limits', '数据时效', `${pack.dataAgeLimits.length} 项`),
    ...list(
      'bases',
      'bases',
      '依据库',
      'basis',
      pack.bases.map(({ document, article }) => ({ label: `${document ?? ''}${article ?? ''}` })),
    ),
    ...list(
      'cases',
      'cases',
      '验证用例',
      'case',
      pack.cases.map(({ name }) => ({ label: name })),
    ),
  ];
}

function nodeParts(nodes: readonly PackNode[], path: string, depth: number, parent: string): readonly Part[] {
  return nodes.flatMap((node, at) => {
    const own = `${path}.${at}`;
    const children = node.children ?? [];
    const hint = node.weight === undefined ? boundsHint(node) : `${node.weight}%`;
    return [
      { path: own, kind: 'node', label: named(node.name), depth, hint, hasParts: children.length > 0, parent },
      ...nodeParts(children, `${own}.children`, depth + 1, own),
    ] satisfies readonly Part[];
  });
}

function boundsHint({ floor, cap }: PackNode): string {
  if (floor !== undefined && floor < 0) return `至多扣 ${-floor}`;
  return cap === undefined ? '' : `至多 ${cap}`;
}

const ofBase = new Set(['base', 'floor', 'cap']);
const ofNodes = new Set(['nodes', 'model']);
const lists = new Set(['vetoes', 'grades', 'bases', 'cases']);

/** The part whose form holds the place, e.g. of a problem. @example partAt('nodes.0.leaf.rules.1') // 'nodes.0' */
export function partAt(place: string): string {
  const path = pathOf(place);
  const top = String(path[0] ?? '');
  if (top === 'dataAgeLimits') return 'dataAgeLimits';
  if (ofBase.has(top)) return 'base';
  if (lists.has(top)) return typeof path[1] === 'number' ? `${top}.${path[1]}` : top;
  if (!ofNodes.has(top) && top !== 'bonus') return 'head';
  if (top === 'model') return 'nodes';
  // nodes.N (children.N)* — and the same below bonus.children
  let end = top === 'bonus' ? (path[1] === 'children' && typeof path[2] === 'number' ? 3 : 1) : 1;
  if (top === 'nodes' && typeof path[1] === 'number') end = 2;
  if (end > 1) while (path[end] === 'children' && typeof path[end + 1] === 'number') end += 2;
  return path.slice(0, end).join('.');
}

/** What a folded tree shows: a part is hidden when one above it is folded. */
export function openParts(parts: readonly Part[], folded: ReadonlySet<string>): readonly Part[] {
  const hidden = new Set<string>();
  return parts.filter(({ path, parent }) => {
    const isHidden = parent !== null && (folded.has(parent) || hidden.has(parent));
    if (isHidden) hidden.add(path);
    return !isHidden;
  });
}

/** Every part above this one, nearest first: they must be unfolded to see it. */
export function partsAbove(parts: readonly Part[], path: string): readonly string[] {
  const parent = parts.find((part) => part.path === path)?.parent ?? null;
  return parent === null ? [] : [parent, ...partsAbove(parts, parent)];
}
