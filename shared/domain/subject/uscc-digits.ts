/** GB 32100-2015: the characters in the order of their values; I, O, S, V, Z never occur. */
export const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** Character code → value, −1 for what is not in the alphabet; 100,000 rows ask for it 18 times each. */
const VALUES = Int8Array.from({ length: 128 }, (_, code) => USCC_ALPHABET.indexOf(String.fromCharCode(code)));

const BASE_36 = Int8Array.from({ length: 128 }, (_, code) =>
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(String.fromCharCode(code)),
);

/** 18th character for the first 17; null when one of them is not in the alphabet (GB 32100, appendix A). */
export function usccCheckCharacter(text: string): string | null {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const value = VALUES[text.charCodeAt(i)] ?? -1;
    if (value < 0) return null;
    sum += value * (USCC_WEIGHTS[i] ?? 0);
  }
  return USCC_ALPHABET[(31 - (sum % 31)) % 31] ?? null;
}

/**
 * The one character that makes 18 characters valid when it stands at `position` (0-based); the weights have inverses
 * because 31 is prime. Null when another character is not in the alphabet.
 */
export function usccCharacterAt(text: string, position: number): string | null {
  let sum = 0;
  for (let i = 0; i < 18; i++) {
    if (i === position) continue;
    const value = VALUES[text.charCodeAt(i)] ?? -1;
    if (value < 0) return null;
    sum += value * (USCC_WEIGHTS[i] ?? 1);
  }
  const weight = USCC_WEIGHTS[position] ?? 1;
  for (let value = 0; value < 31; value++) if ((sum + value * weight) % 31 === 0) return USCC_ALPHABET[value] ?? null;
  return null;
}

/** Are these 18 characters of the alphabet with the right check character? */
export function hasValidUsccCheck(text: string): boolean {
  return text.length === 18 && usccCheckCharacter(text) === text[17];
}

/** GB 11714: 8 characters and a check character of 0–9 or X. */
export function isOrganisationCode(code: string): boolean {
  if (code.length !== 9) return false;
  let sum = 0;
  for (let i = 0; i < 8; i++) {
    const value = BASE_36[code.charCodeAt(i)] ?? -1;
    if (value < 0) return false;
    sum += value * (ORGANISATION_WEIGHTS[i] ?? 0);
  }
  const check = 11 - (sum % 11);
  return (check === 10 ? 'X' : check === 11 ? '0' : String(check)) === code[8];
}
