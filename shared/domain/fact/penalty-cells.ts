import { choiceParser } from '../table-import/cell-parsers';
import { CellNote, type CellParser, refuse } from '../table-import/column-spec';
import { normaliseDocumentNumber } from './document-number';
import { type MoneyUnit, moneyToFen } from './money-text';

export type PenaltySubjectCategory = 'organisation' | 'natural_person' | 'individual_business';

export const penaltySubjectCategoryLabels: Record<PenaltySubjectCategory, string> = {
  organisation: '法人及非法人组织',
  natural_person: '自然人',
  individual_business: '个体工商户',
};

export const categoryCell = choiceParser<PenaltySubjectCategory>(
  new Map<string, PenaltySubjectCategory>([
    ['法人及非法人组织', 'organisation'],
    ['法人', 'organisation'],
    ['非法人组织', 'organisation'],
    ['企业', 'organisation'],
    ['企业法人', 'organisation'],
    ['单位', 'organisation'],
    ['自然人', 'natural_person'],
    ['个人', 'natural_person'],
    ['个体工商户', 'individual_business'],
    ['个体', 'individual_business'],
  ]),
  penaltySubjectCategoryLabels,
);

export function documentNumberCell(text: string): string | CellNote<string> {
  const { value, standard } = normaliseDocumentNumber(text);
  return standard ? value : new CellNote(value, '文号不是通常的“机关代字〔年份〕序号号”格式，请核对。');
}

/** One hundred million yuan: far above what is usual, and what a sum in 元 looks like in a column of 万元. */
const NOTEWORTHY_FEN = 10_000_000_000;

export function moneyCell(unit: MoneyUnit): CellParser<number> {
  return (text, cell) => {
    const money = moneyToFen(typeof cell === 'number' ? cell : text, unit);
    if (!money.ok) return refuse(money.message);
    if (money.fen < NOTEWORTHY_FEN) return money.fen;
    return new CellNote(money.fen, '金额超过 1 亿元，请核对单位是否为万元。');
  };
}

/** Officially 万元; a header that says 元 and not 万元 is believed. */
export function moneyByHeader(header: string): CellParser<number> {
  return moneyCell(header.includes('元') && !header.includes('万') ? 'yuan' : 'wan');
}
