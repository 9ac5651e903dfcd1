import { formatBasis } from '#shared/domain/basis/basis';
import { dispositionLabels, resultLabels } from '#shared/domain/inspection/result-codes';
import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import type { Counts, DefinitionPack, FigureDefinition } from '#shared/domain/statistics/definitions';
import { monthZh } from '#shared/domain/statistics/month';
import { type StatDimension, statSourceLabels } from '#shared/domain/statistics/stat-row';
import type { Correction } from '../../statistics/corrections';

const labelsOf: Partial<Record<StatDimension, Readonly<Record<string, string>>>> = {
  kind: inspectionKindLabels,
  result: resultLabels,
  disposition: dispositionLabels,
};

const emptyLabels: Record<StatDimension, string> = {
  kind: '未注明类型',
  plan: '另行安排',
  stratum: '不分层次',
  grade: '未评价',
  station: '未注明所队',
  result: '尚无结果',
  disposition: '尚无处置',
};

export const keyLabel = (by: StatDimension, key: string): string =>
  key === '' ? emptyLabels[by] : (labelsOf[by]?.[key] ?? key);

export const basisText = (definition: FigureDefinition): string => definition.basis.map(formatBasis).join('；');

export const isVerified = (pack: DefinitionPack): boolean => pack.figures.every(({ verified }) => verified);

const changeWords: Record<Correction['change'], string> = { added: '补记', removed: '核减', changed: '更改' };

/** One sentence a correction: the month, the record and what moves. */
export function correctionText(
  { month, source, change, before, after, figures }: Correction,
  pack: DefinitionPack,
): string {
  const row = after ?? before;
  const moves = figureMoves(figures, pack);
  const result =
    change === 'changed' && before && after && before.result !== after.result
      ? `，检查结果由“${resultWords(before.result)}”改为“${resultWords(after.result)}”`
      : '';
  return `${monthZh(month)}${changeWords[change]}：${statSourceLabels[source]} ${row?.no ?? ''}（${row?.subject ?? ''}）${result}${moves === '' ? '' : `，${moves}`}。`;
}

const resultWords = (code: string): string => keyLabel('result', code);

function figureMoves(figures: Counts, pack: DefinitionPack): string {
  const labels = new Map(pack.figures.map(({ id, label }) => [id, label]));
  return Object.entries(figures)
    .map(([figure, by]) => `${labels.get(figure) ?? figure} ${(by ?? 0) > 0 ? '+' : '−'}${Math.abs(by ?? 0)}`)
    .join('，');
}
