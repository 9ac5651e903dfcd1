import { resultLabels } from '#shared/domain/inspection/result-codes';
import type { Counts, DefinitionPack } from '#shared/domain/statistics/definitions';
import { monthZh } from '#shared/domain/statistics/month';
import { statSourceLabels } from '#shared/domain/statistics/stat-row';
import type { Correction } from './corrections';

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

const resultWords = (code: string): string =>
  code === '' ? '尚无结果' : ((resultLabels as Readonly<Record<string, string>>)[code] ?? code);

function figureMoves(figures: Counts, pack: DefinitionPack): string {
  const labels = new Map(pack.figures.map(({ id, label }) => [id, label]));
  return Object.entries(figures)
    .map(([figure, by]) => `${labels.get(figure) ?? figure} ${(by ?? 0) > 0 ? '+' : '−'}${Math.abs(by ?? 0)}`)
    .join('，');
}
