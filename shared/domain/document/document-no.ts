import { AppError } from '../../kernel/errors';

/** 文书字: the word between the office code and the year. */
export const documentWords = {
  approval: '检审',
  notice: '检通',
  inspection: '检',
  interview: '询',
  rectification: '责改',
  transfer: '移',
  copy: '抄',
  assist: '协',
  repair: '信修',
} as const;
export type DocumentNoun = keyof typeof documentWords;
export const documentNouns = Object.keys(documentWords) as readonly DocumentNoun[];

/** What each series numbers, as settings and slips name it. */
export const documentNounLabels: Record<DocumentNoun, string> = {
  approval: '行政检查审批表',
  notice: '行政检查通知书',
  inspection: '检查（现场检查笔录、结果记录表）',
  interview: '询问笔录',
  rectification: '责令改正通知书、复查记录',
  transfer: '案件线索移送函',
  copy: '抄告函',
  assist: '协助函',
  repair: '信用修复文书',
};

export type DocumentNo = {
  /** Office code and word together, e.g. `××知责改`; they cannot be told apart without knowing the office. */
  readonly prefix: string;
  readonly year: number;
  readonly seq: number;
};

// × (U+00D7) stands for a place name in forms and samples
const PATTERN = /^([\u4e00-\u9fa5×]{2,20})[〔[【（(](20\d{2})[〕\]】）)]第?(\d{1,6})号$/;
const PREFIX = /^[\u4e00-\u9fa5×]{2,20}$/;

/**
 * A document number in today's form: full-width brackets, no 第, no leading zeros.
 *
 * @throws AppError `bad_input` when the office code or the number cannot stand in a document number
 * @example formatDocumentNo({ officeCode: '××知', word: '责改', year: 2026, seq: 12 }) // '××知责改〔2026〕12号'
 */
export function formatDocumentNo(parts: {
  readonly officeCode: string;
  readonly word: string;
  readonly year: number;
  readonly seq: number;
}): string {
  const prefix = parts.officeCode + parts.word;
  if (!PREFIX.test(prefix))
    throw new AppError('bad_input', '机关代字只能用 2 至 20 个汉字，请在单位设置中修改。', [
      { path: 'officeCode', message: '只能用汉字' },
    ]);
  if (!Number.isInteger(parts.seq) || parts.seq < 1 || parts.seq > 999_999)
    throw new AppError('bad_input', '文书序号应当是 1 至 999999 的整数。', [{ path: 'seq', message: '序号无效' }]);
  if (!Number.isInteger(parts.year) || parts.year < 2000 || parts.year > 2099)
    throw new AppError('bad_input', '文书年份应当是四位年份。', [{ path: 'year', message: '年份无效' }]);
  return `${prefix}〔${parts.year}〕${parts.seq}号`;
}

/**
 * Reads a document number; old brackets, 第 and leading zeros are accepted.
 *
 * @returns null when the text is not a document number
 * @example parseDocumentNo('浙杭上工商异入【2014】第0001号')?.seq // 1
 */
export function parseDocumentNo(text: string): DocumentNo | null {
  const match = PATTERN.exec(text.replace(/\s+/g, ''));
  const seq = Number(match?.[3] ?? 0);
  if (!match || seq === 0) return null;
  return { prefix: match[1] ?? '', year: Number(match[2]), seq };
}

/** The same number in today's form, or null. @example normalizeDocumentNo('赤壁市监处罚[2025]179号') */
export function normalizeDocumentNo(text: string): string | null {
  const parsed = parseDocumentNo(text);
  return parsed && `${parsed.prefix}〔${parsed.year}〕${parsed.seq}号`;
}

/** Key of the counter that hands out numbers: one series a year, office and word. */
export function seriesId(officeCode: string, word: string, year: number): string {
  return `${officeCode}|${word}|${year}`;
}
