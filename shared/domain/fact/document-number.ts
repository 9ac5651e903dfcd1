import { toHalfWidth } from '../table-import/import-cell';

export type DocumentNumber = {
  /** With 〔〕 around the year, as it is written today. */
  readonly value: string;
  /** It has the usual form; others are kept as they are, because courts and other systems number differently. */
  readonly standard: boolean;
};

const STANDARD = /^[\u4e00-\u9fa5]{2,20}字?〔20\d{2}〕第?\d{1,6}号$/;

/**
 * Normalises the number of a document: half-width digits, no spaces, any older bracket around the year as 〔〕.
 *
 * @example normaliseDocumentNumber('厦工商食责[2012]14号') // { value: '厦工商食责〔2012〕14号', standard: true }
 */
export function normaliseDocumentNumber(text: string): DocumentNumber {
  const value = toHalfWidth(text)
    .replace(/[\s\u200b-\u200f\ufeff]+/g, '')
    .replace(/[〔[【(［（〖]((?:19|20)\d{2})年?[〕\]】)］）〗]/, '〔$1〕');
  return { value, standard: STANDARD.test(value) };
}
