import { toHalfWidth } from '../table-import/import-cell';

/**
 * A mark or a name reduced to what is compared: half width, upper case, no spaces, no separators.
 *
 * @example normaliseMark(' 云 州·Ｔower ') // '云州TOWER'
 */
export const normaliseMark = (text: string): string =>
  toHalfWidth(text)
    .toUpperCase()
    .replace(/[\s\u200b-\u200f\ufeff·•・\-_.,'"“”‘’()（）]+/gu, '');
