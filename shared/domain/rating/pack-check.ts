import type { FieldProblem } from '../../kernel/errors';
import { type CataloguePack, findItem, repeats } from '../catalogue/catalogue';
import { validateFactFields } from '../catalogue/validate-fact-fields';
import { subjectKindLabels } from '../subject/subject';
import { type Condition, factFieldsOf, readsFact } from './condition';
import { coverProblems } from './interval';
import { type Selection, selectionsOf } from './leaf';
import type { PackNode, RatingPack } from './pack';
import { weightProblems } from './pack-weights';

/**
 * What a schema cannot say about a pack: unique ids, references that exist, weights, bands without gap or
 * overlap, dates in order.
 *
 * @returns every problem with its path in the file; without a catalogue its codes and fields are not checked
 * @example packProblems(pack, catalogue) // [{ path: 'grades.1', message: '与前一个区间重叠' }]
 */
export function packProblems(pack: RatingPack, catalogue: CataloguePack | null): FieldProblem[] {
  const nodes = allNodes(pack);
  return [
    ...(catalogue === null ? [] : kindProblems(pack)),
    ...dateProblems(pack),
    ...idProblems(pack, nodes),
    ...basisProblems(pack, nodes),
    ...weightProblems(pack),
    ...coverProblems(pack.grades, 'grades'),
    ...nodes.flatMap(({ node, path }) => nodeProblems(node, path)),
    ...vetoProblems(pack),
    ...caseProblems(pack),
    ...(catalogue === null ? [] : catalogueProblems(pack, nodes, catalogue)),
  ];
}

type Placed = { readonly node: PackNode; readonly path: string };

/** Every node of the tree and of the bonus, parents before children, with its path in the file. */
export function allNodes(pack: RatingPack): Placed[] {
  const under = (nodes: readonly PackNode[], path: string): Placed[] =>
    nodes.flatMap((node, i) => [
      { node, path: `${path}.${i}` },
      ...under(node.children ?? [], `${path}.${i}.children`),
    ]);
  return [...under(pack.nodes, 'nodes'), ...under(pack.bonus?.children ?? [], 'bonus.children')];
}

/** A kind nobody knows would only mean that the pack never rates anybody. */
function kindProblems({ subjectKinds }: RatingPack): FieldProblem[] {
  return subjectKinds.flatMap((kind, i) =>
    Object.hasOwn(subjectKindLabels, kind) ? [] : [{ path: `subjectKinds.${i}`, message: `没有主体类型“${kind}”` }],
  );
}

function dateProblems(pack: RatingPack): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (pack.effectiveTo !== null && pack.effectiveTo < pack.effectiveFrom)
    problems.push({ path: 'effectiveTo', message: '失效日期早于生效日期' });
  pack.bases.forEach((basis, i) => {
    if (basis.to !== null && basis.to < basis.from)
      problems.push({ path: `bases.${i}.to`, message: '依据的失效日期早于生效日期' });
  });
  if (pack.extends?.id === pack.id && pack.extends.version >= pack.version)
    problems.push({ path: 'extends', message: '规则包不能以自己或自己的更新版本为基础' });
  return problems;
}

function idProblems(pack: RatingPack, nodes: readonly Placed[]): FieldProblem[] {
  const ids = [
    ...nodes.map(({ node, path }) => ({ id: node.id, path: `${path}.id` })),
    ...(pack.bonus === null ? [] : [{ id: pack.bonus.id, path: 'bonus.id' }]),
    ...pack.vetoes.map((veto, i) => ({ id: veto.id, path: `vetoes.${i}.id` })),
  ];
  const lists = [
    ids,
    pack.bases.map((basis, i) => ({ id: basis.id, path: `bases.${i}.id` })),
    pack.grades.map((grade, i) => ({ id: grade.code, path: `grades.${i}.code` })),
    pack.cases.map((one, i) => ({ id: one.name, path: `cases.${i}.name` })),
  ];
  return lists.flatMap((list) =>
    repeats(list.map((entry) => entry.id)).map((index) => ({
      path: list[index]?.path ?? '',
      message: `“${list[index]?.id}”重复`,
    })),
  );
}

function basisProblems(pack: RatingPack, nodes: readonly Placed[]): FieldProblem[] {
  const known = new Set(pack.bases.map((basis) => basis.id));
  const citing: { readonly basis: readonly string[]; readonly path: string }[] = [
    { basis: pack.base.basis, path: 'base' },
    ...nodes.map(({ node, path }) => ({ basis: node.basis, path })),
    ...(pack.bonus === null ? [] : [{ basis: pack.bonus.basis, path: 'bonus' }]),
    ...pack.vetoes.map((veto, i) => ({ basis: veto.basis, path: `vetoes.${i}` })),
    ...pack.grades.flatMap((grade, i) => [
      { basis: grade.basis, path: `grades.${i}` },
      { basis: grade.entails.sampling.basis, path: `grades.${i}.entails.sampling` },
      ...grade.entails.measures.map((m, j) => ({ basis: m.basis, path: `grades.${i}.entails.measures.${j}` })),
      ...grade.entails.incentives.map((m, j) => ({ basis: m.basis, path: `grades.${i}.entails.incentives.${j}` })),
      ...(grade.entails.entitlements ?? []).map((m, j) => ({
        basis: m.basis,
        path: `grades.${i}.entails.entitlements.${j}`,
      })),
    ]),
  ];
  return citing.flatMap(({ basis, path }) =>
    basis.flatMap((id, i) => (known.has(id) ? [] : [{ path: `${path}.basis.${i}`, message: `依据库中没有“${id}”` }])),
  );
}

function nodeProblems(node: PackNode, path: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (node.floor !== undefined && node.cap !== undefined && node.floor > node.cap)
    problems.push({ path: `${path}.floor`, message: '下限高于上限' });
  if (node.leaf !== undefined && node.combine !== undefined)
    problems.push({ path: `${path}.combine`, message: '没有下级指标的指标不得填写 combine' });
  if (node.children !== undefined && node.mayImprove !== undefined)
    problems.push({ path: `${path}.mayImprove`, message: '应当写在没有下级指标的指标上' });
  if (node.leaf?.measure === 'value' && node.leaf.scale.by === 'bands')
    problems.push(...coverProblems(node.leaf.scale.bands, `${path}.leaf.scale.bands`));
  return problems;
}

function vetoProblems(pack: RatingPack): FieldProblem[] {
  const grades = new Set(pack.grades.map((grade) => grade.code));
  return pack.vetoes.flatMap((veto, i) => [
    ...(grades.has(veto.ceiling) ? [] : [{ path: `vetoes.${i}.ceiling`, message: `没有等级“${veto.ceiling}”` }]),
    ...(veto.subject !== undefined && readsFact(veto.subject)
      ? [{ path: `vetoes.${i}.subject`, message: '此处只能写主体条件' }]
      : []),
  ]);
}

function caseProblems(pack: RatingPack): FieldProblem[] {
  const grades = new Set(pack.grades.map((grade) => grade.code));
  const vetoes = new Set(pack.vetoes.map((veto) => veto.id));
  return pack.cases.flatMap((one, i) => [
    ...(grades.has(one.expect.grade)
      ? []
      : [{ path: `cases.${i}.expect.grade`, message: `没有等级“${one.expect.grade}”` }]),
    ...one.expect.vetoes.flatMap((id, j) =>
      vetoes.has(id) ? [] : [{ path: `cases.${i}.expect.vetoes.${j}`, message: `没有否决项“${id}”` }],
    ),
    ...(pack.subjectKinds.includes(one.subject.kind)
      ? []
      : [{ path: `cases.${i}.subject.kind`, message: '用例的主体类型不在规则包适用范围内' }]),
  ]);
}

function catalogueProblems(pack: RatingPack, nodes: readonly Placed[], catalogue: CataloguePack): FieldProblem[] {
  if (pack.catalogue !== catalogue.id)
    return [{ path: 'catalogue', message: `所用目录“${pack.catalogue}”与本局目录“${catalogue.id}”不一致` }];
  const selections = nodes.flatMap(({ node, path }) =>
    node.leaf === undefined
      ? []
      : selectionsOf(node.leaf).flatMap((selection) =>
          selectionProblems(
            selection.facts,
            `${path}.leaf.${selection.path}`,
            [selection.field ?? [], node.leaf?.measure === 'each' ? node.leaf.rules.flatMap(ruleFields) : []].flat(),
            catalogue,
          ),
        ),
  );
  const vetoes = pack.vetoes.flatMap((veto, i) =>
    veto.facts === undefined ? [] : selectionProblems(veto.facts, `vetoes.${i}.facts`, [], catalogue),
  );
  const ages = pack.dataAgeLimits.flatMap((limit, i) => unknownItem(limit.item, `dataAgeLimits.${i}.item`, catalogue));
  const cases = pack.cases.flatMap((one, i) =>
    one.facts.flatMap((fact, j) => {
      const item = findItem(catalogue, fact.item);
      const path = `cases.${i}.facts.${j}`;
      if (item === undefined) return unknownItem(fact.item, `${path}.item`, catalogue);
      return validateFactFields(item, fact.fields).map((p) => ({ ...p, path: `${path}.${p.path}` }));
    }),
  );
  return [...selections, ...vetoes, ...ages, ...cases];
}

function ruleFields(rule: {
  readonly when?: Condition | undefined;
  readonly pointsFrom?: { readonly field: string } | undefined;
}): string[] {
  return [
    ...(rule.when === undefined ? [] : factFieldsOf(rule.when)),
    ...(rule.pointsFrom ? [rule.pointsFrom.field] : []),
  ];
}

function selectionProblems(
  facts: Selection,
  path: string,
  fields: readonly string[],
  catalogue: CataloguePack,
): FieldProblem[] {
  const wanted = [...(facts.where === undefined ? [] : factFieldsOf(facts.where)), ...fields];
  const known = new Set(
    facts.items.flatMap((code) => findItem(catalogue, code)?.fields.map((field) => field.key) ?? []),
  );
  const codes = facts.items.flatMap((code, i) => unknownItem(code, `${path}.items.${i}`, catalogue));
  if (codes.length > 0) return codes;
  return [...new Set(wanted)]
    .filter((field) => !known.has(field))
    .map((field) => ({ path, message: `所读信息项没有字段“${field}”` }));
}

function unknownItem(code: string, path: string, catalogue: CataloguePack): FieldProblem[] {
  return findItem(catalogue, code) === undefined ? [{ path, message: `目录中没有信息项“${code}”` }] : [];
}
