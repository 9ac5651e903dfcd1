import { formatBasis } from '#shared/domain/basis/basis';
import { dispositionLabels, resultLabels } from '#shared/domain/inspection/result-codes';
import { inspectionKindLabels } from '#shared/domain/plan/inspection-kinds';
import type { DefinitionPack, FigureDefinition } from '#shared/domain/statistics/definitions';
import type { StatDimension } from '#shared/domain/statistics/stat-row';

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
