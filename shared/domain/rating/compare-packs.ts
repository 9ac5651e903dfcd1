import { canonicalJson } from '../../kernel/canonical-json';
import type { CataloguePack } from '../catalogue/catalogue';
import { type Aspect, changedAspects } from './aspects';
import type { PackNode, RatingPack } from './pack';
import {
  ageLimitAspects,
  baseAspects,
  basisAspects,
  bonusAspects,
  caseAspects,
  gradeAspects,
  headAspects,
  nodeAspects,
  totalAspects,
  vetoAspects,
} from './pack-aspects';
import { type RuleWords, ruleWords } from './rule-text';

/** One difference between two packs, in words. */
export type PackDifference = {
  readonly part: 'head' | 'basis' | 'node' | 'veto' | 'grade' | 'limit' | 'case';
  readonly change: 'added' | 'removed' | 'changed';
  readonly label: string;
  readonly sentence: string;
};

type Part = PackDifference['part'];

/** One thing a pack holds, by the name under which the other pack holds it too. */
type Entry = {
  readonly key: string;
  readonly label: string;
  readonly aspects: readonly Aspect[];
  /** Everything about it: a difference that no aspect tells is still told. */
  readonly whole: unknown;
  /** Where it hangs in the tree; null outside of one. */
  readonly parent: { readonly key: string; readonly label: string } | null;
};

/**
 * Says what the later pack changes against the earlier one. Every difference of content is said, if only as
 * “其他内容有改动”; the id and the version are not content.
 *
 * @param catalogue gives items and fields their names
 * @example comparePacks(base, pack).map((one) => one.sentence) // ['“行政处罚”：权重由“30%”改为“25%”']
 */
export function comparePacks(
  before: RatingPack,
  after: RatingPack,
  catalogue: CataloguePack | null = null,
): PackDifference[] {
  const words = ruleWords(catalogue);
  const compare = (part: Part, noun: string, list: (pack: RatingPack) => readonly Entry[]) =>
    compareLists(part, noun, list(before), list(after));
  return [
    ...compare('head', '', headEntry),
    ...compare('basis', '依据', (pack) =>
      pack.bases.map((one) => entry(one.id, `${one.document}${one.article}`, basisAspects(one), one)),
    ),
    ...compare('node', '基础分', (pack) => [entry('base', pack.base.name, baseAspects(pack), pack.base)]),
    ...compare('node', '指标', (pack) => nodeEntries(pack, words)),
    ...compare('limit', '总分', (pack) => [
      entry('total', '总分', totalAspects(pack), [pack.floor ?? null, pack.cap ?? null]),
    ]),
    ...compare('veto', '否决项', (pack) =>
      pack.vetoes.map((one) => entry(one.id, one.name, vetoAspects(pack, one, words), one)),
    ),
    ...compare('grade', '等级', (pack) =>
      pack.grades.map((one) => entry(one.code, one.name, gradeAspects(pack, one), one)),
    ),
    ...compare('limit', '数据时限', (pack) =>
      pack.dataAgeLimits.map((one) => entry(one.item, words.item(one.item), ageLimitAspects(one), one)),
    ),
    ...compare('case', '验证用例', (pack) =>
      pack.cases.map((one) => entry(one.name, one.name, caseAspects(one, words), one)),
    ),
  ];
}

const entry = (key: string, label: string, aspects: readonly Aspect[], whole: unknown): Entry => ({
  key,
  label,
  aspects,
  whole,
  parent: null,
});

function headEntry(pack: RatingPack): Entry[] {
  const { place, issuer, status, notice, effectiveFrom, effectiveTo, subjectKinds, catalogue, model, better } = pack;
  const whole = { place, issuer, status, notice, effectiveFrom, effectiveTo, subjectKinds, catalogue, model, better };
  return [entry('head', '基本信息', headAspects(pack), { ...whole, title: pack.title })];
}

const BONUS = 'bonus:';

function nodeEntries(pack: RatingPack, words: RuleWords): Entry[] {
  const under = (nodes: readonly PackNode[], parent: NonNullable<Entry['parent']>): Entry[] =>
    nodes.flatMap((node) => [
      {
        ...entry(node.id, node.name, nodeAspects(pack, node, words), {
          ...node,
          children: node.children !== undefined,
        }),
        parent,
      },
      ...under(node.children ?? [], { key: node.id, label: node.name }),
    ]);
  const { bonus } = pack;
  if (bonus === null) return under(pack.nodes, { key: '', label: '总分' });
  const { children, ...whole } = bonus;
  return [
    ...under(pack.nodes, { key: '', label: '总分' }),
    entry(BONUS, bonus.name, bonusAspects(pack), whole),
    ...under(children, { key: BONUS, label: bonus.name }),
  ];
}

function compareLists(part: Part, noun: string, before: readonly Entry[], after: readonly Entry[]): PackDifference[] {
  const old = new Map(before.map((one) => [one.key, one]));
  const now = new Set(after.map((one) => one.key));
  const named = (one: Entry) => `${noun}“${one.label}”`;
  const say = (change: PackDifference['change'], one: Entry, sentence: string): PackDifference => ({
    part,
    change,
    label: one.label,
    sentence,
  });
  const reordered = orderChanges(before, after).map(({ parent, entries }) =>
    say('changed', entries, `${parent === null ? noun : `“${parent}”下各${noun}`}的排列次序有调整`),
  );
  return [
    ...after.flatMap((one) => {
      const earlier = old.get(one.key);
      if (earlier === undefined) return [say('added', one, `新增${named(one)}${where(one)}`)];
      const phrases = changes(earlier, one);
      if (phrases.length === 0) return [];
      const head = noun === '' || noun === one.label ? one.label : named(one);
      return [say('changed', one, `${head}：${phrases.join('；')}`)];
    }),
    ...before.filter((one) => !now.has(one.key)).map((one) => say('removed', one, `删去${named(one)}${where(one)}`)),
    ...reordered,
  ];
}

const where = ({ parent }: Entry): string => (parent === null || parent.key === '' ? '' : `（在“${parent.label}”下）`);

function changes(before: Entry, after: Entry): string[] {
  const moved =
    before.parent?.key === after.parent?.key ? [] : [`由“${before.parent?.label}”下移到“${after.parent?.label}”下`];
  const phrases = [...moved, ...changedAspects(before.aspects, after.aspects)];
  if (phrases.length > 0) return phrases;
  return canonicalJson(before.whole) === canonicalJson(after.whole) ? [] : ['其他内容有改动'];
}

/** Siblings that both packs hold and that stand in another order. */
function orderChanges(
  before: readonly Entry[],
  after: readonly Entry[],
): { readonly parent: string | null; readonly entries: Entry }[] {
  const parentOf = (one: Entry) => one.parent?.key ?? '';
  const oldParents = new Map(before.map((one) => [one.key, parentOf(one)]));
  const newParents = new Map(after.map((one) => [one.key, parentOf(one)]));
  return [...new Set(after.map(parentOf))].flatMap((parent) => {
    const stays = (one: Entry) => oldParents.get(one.key) === parent && newParents.get(one.key) === parent;
    const [old, now] = [before.filter(stays), after.filter(stays)];
    const first = now[0];
    if (first === undefined || old.every((one, i) => one.key === now[i]?.key)) return [];
    return [{ parent: first.parent?.label ?? null, entries: first }];
  });
}
