import { toHalfWidth } from '../table-import/import-cell';
import { normaliseName } from './name-text';
import { checkUscc, normaliseUscc } from './uscc';

/** Which column a search text may mean. */
export type QueryKind = 'uscc' | 'id_number' | 'agency_code' | 'cert_no' | 'phone' | 'code_tail' | 'pinyin' | 'name';

export type SearchQuery = {
  /** Kinds to try, likeliest first; empty for an empty text. */
  readonly kinds: readonly QueryKind[];
  /** For code columns: upper case, no separators; for `uscc` the valid code when it can be made one. */
  readonly code: string;
  /** For the pinyin columns: lower case, no spaces or apostrophes, ü as v. */
  readonly pinyin: string;
  /** For names, in the form of `normaliseName`. */
  readonly name: string;
};

/**
 * Decides what a text in the search box may mean, so that one box serves codes, pinyin and Chinese.
 *
 * @example classifyQuery('btkj').kinds // ['pinyin', 'code_tail', 'name']
 * @example classifyQuery('11426').kinds // ['agency_code', 'code_tail', 'name']
 */
export function classifyQuery(text: string): SearchQuery {
  const plain = toHalfWidth(text).trim();
  const packed = plain.replace(/[\s\-'’·]+/g, '');
  const query = {
    code: packed.toUpperCase(),
    pinyin: packed.toLowerCase().replace(/ü/g, 'v'),
    name: normaliseName(plain),
  };
  if (packed === '') return { ...query, kinds: [] };
  if (!/^[a-z0-9ü]+$/i.test(packed)) return { ...query, kinds: ['name'] };
  if (packed.length === 18) {
    const checked = checkUscc(packed);
    if (checked.ok) return { ...query, code: checked.value, kinds: ['uscc'] };
    if (/^\d{17}[\dx]$/i.test(packed)) return { ...query, kinds: ['id_number', 'uscc'] };
    if (/\d/.test(packed)) return { ...query, code: normaliseUscc(packed), kinds: ['uscc', 'pinyin'] };
  }
  if (/^\d+$/.test(packed)) return { ...query, kinds: digitKinds(packed) };
  if (/\d/.test(packed)) return { ...query, kinds: ['code_tail', 'pinyin', 'name'] };
  return { ...query, kinds: ['pinyin', 'code_tail', 'name'] };
}

function digitKinds(digits: string): readonly QueryKind[] {
  if (digits.length === 5) return ['agency_code', 'code_tail', 'name'];
  if (digits.length === 7) return ['cert_no', 'agency_code', 'code_tail', 'phone'];
  if (/^1\d{10}$/.test(digits)) return ['phone', 'code_tail'];
  return digits.length >= 8 ? ['code_tail', 'phone'] : ['code_tail', 'name', 'phone'];
}
