import { checkIdNumber, maskIdNumber, maskPhone } from '#shared/domain/subject/id-number';

/** Where records keep telephone numbers; in other texts a number of that length may be anything. */
const PHONE_COLUMNS = new Set(['phone', 'contact_phone']);

/**
 * The changes of an entry as they are shown: identity and telephone numbers are covered, wherever they stand. The
 * stored entry keeps them in full, because the chain vouches for every character; who needs them asks for them with a
 * purpose, which is itself on record.
 */
export function maskChanges(changes: string): string {
  return JSON.stringify(JSON.parse(changes), (key, value: unknown) => {
    if (typeof value !== 'string') return value;
    if (key === 'id_number') return maskIdNumber(value);
    // the office's part of the seed is nobody's business before the draw; the plan shows it afterwards
    if (key === 'nonce') return '抽取后公布';
    return PHONE_COLUMNS.has(key) ? maskPhone(value) : coverIdNumbers(value);
  });
}

const coverIdNumbers = (text: string) =>
  text.replace(/(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g, (number) =>
    checkIdNumber(number).ok ? maskIdNumber(number) : number,
  );
