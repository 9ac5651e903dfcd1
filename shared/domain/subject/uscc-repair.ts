import { hasValidUsccCheck, isOrganisationCode, usccCharacterAt } from './uscc-digits';
import { hasPlausibleHead } from './uscc-structure';

/** A correction of one slip; `says` names the place, for the officer. */
export type UsccRepair = { readonly value: string; readonly says: string };

/** More proposals than this are no help. */
const MOST_PROPOSALS = 8;

/** Characters that eyes, keyboards and scanners confuse. */
const LOOK_ALIKES = ['0ODQ', '1ILT7', '2Z7', '5S6', '8B3', '6G', 'UVY', 'CG', 'EF', 'MNHW', 'PR', 'KX', '49A'] as const;

type Candidate = UsccRepair & { readonly rank: number };

/**
 * The codes one slip away from a wrong one: a changed character, two neighbours swapped, a character too many or
 * missing. Only codes with a right check character and a head that could be issued. Those whose organisation code
 * (positions 9–17) is right come first, then look-alikes, then swaps; when any has a right organisation code, the
 * others are left out.
 *
 * @example proposeRepairs('91330100799655958B')[0]?.says // '第 15 位可能应为 0'
 */
export function proposeRepairs(text: string): readonly UsccRepair[] {
  const found = new Map<string, Candidate>();
  for (const candidate of candidates(text)) {
    if (!hasValidUsccCheck(candidate.value) || !hasPlausibleHead(candidate.value)) continue;
    const rank = candidate.rank + (isOrganisationCode(candidate.value.slice(8, 17)) ? 4 : 0);
    const known = found.get(candidate.value);
    if (!known || known.rank < rank) found.set(candidate.value, { ...candidate, rank });
  }
  const ranked = [...found.values()].sort((a, b) => b.rank - a.rank);
  const sure = ranked.filter(({ rank }) => rank >= 4);
  return (sure.length > 0 ? sure : ranked).slice(0, MOST_PROPOSALS).map(({ value, says }) => ({ value, says }));
}

function* candidates(text: string): Generator<Candidate> {
  if (text.length === 18) {
    yield* changes(text);
    yield* swaps(text);
  } else if (text.length === 17) {
    yield* insertions(text);
  } else if (text.length === 19) {
    yield* removals(text);
  }
}

function* changes(text: string): Generator<Candidate> {
  for (let i = 0; i < 18; i++) {
    const old = text.charAt(i);
    const char = usccCharacterAt(text, i);
    if (char === null || char === old) continue;
    const alike = LOOK_ALIKES.some((group) => group.includes(old) && group.includes(char));
    const value = text.slice(0, i) + char + text.slice(i + 1);
    yield { value, says: `第 ${i + 1} 位可能应为 ${char}`, rank: alike ? 3 : 1 };
  }
}

function* swaps(text: string): Generator<Candidate> {
  for (let i = 0; i < 17; i++) {
    const [a, b] = [text.charAt(i), text.charAt(i + 1)];
    if (a === b) continue;
    yield { value: text.slice(0, i) + b + a + text.slice(i + 2), says: `第 ${i + 1}、${i + 2} 位可能写颠倒`, rank: 2 };
  }
}

function* insertions(text: string): Generator<Candidate> {
  for (let i = 0; i < 18; i++) {
    const char = usccCharacterAt(`${text.slice(0, i)}0${text.slice(i)}`, i);
    if (char === null) continue;
    yield { value: text.slice(0, i) + char + text.slice(i), says: `第 ${i + 1} 位可能漏写 ${char}`, rank: 1 };
  }
}

function* removals(text: string): Generator<Candidate> {
  for (let i = 0; i < 19; i++) {
    const doubled = text.charAt(i) === text.charAt(i + 1);
    yield { value: text.slice(0, i) + text.slice(i + 1), says: `第 ${i + 1} 位可能多写`, rank: doubled ? 2 : 1 };
  }
}
