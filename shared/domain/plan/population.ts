import { AppError } from '../../kernel/errors';
import { sha256Hex } from '../../kernel/sha256';

/** One line of the frozen list: who may be drawn, and in which stratum. */
export type Candidate = { readonly code: string; readonly stratum: string };

/** The frozen list (候选名录). Its hash is announced before the seed exists. */
export type Population = {
  /** One line `code|stratum` each, sorted by code, every line ended by LF. */
  readonly text: string;
  /** SHA-256 of the text's bytes, 64 hex digits. */
  readonly sha256: string;
  /** In the order of the text. */
  readonly candidates: readonly Candidate[];
};

// ASCII only: every language then sorts the codes alike, and `|` and LF stay free as separators.
const CODE = /^[0-9A-Za-z._-]{1,64}$/;
const STRATUM = /^[a-z][a-z0-9_]{0,39}$/;

/**
 * Freezes the list. The order of the input does not matter. An empty list is a list too, it only cannot be drawn from.
 *
 * @throws AppError `conflict` for a code that stands twice, `bad_input` for a code or stratum that cannot be written
 * @example freezePopulation([{ code: 'B', stratum: 'good' }, { code: 'A', stratum: 'good' }]).text // 'A|good\nB|good\n'
 */
export function freezePopulation(input: readonly Candidate[]): Population {
  const candidates = sortByCode(input);
  let previous = '';
  for (const { code, stratum } of candidates) {
    if (!CODE.test(code))
      throw new AppError('bad_input', `主体代码“${code}”不能用于抽取，只能是 64 位以内的字母和数字，请先更正。`);
    if (!STRATUM.test(stratum)) throw new AppError('bad_input', `分层代码“${stratum}”不符合格式，请更换抽查规则。`);
    if (code === previous)
      throw new AppError('conflict', `主体代码“${code}”在候选名录中出现两次，请先合并重复的主体。`);
    previous = code;
  }
  const text = candidates.map(({ code, stratum }) => `${code}|${stratum}\n`).join('');
  return { text, sha256: sha256Hex(text), candidates };
}

/**
 * Reads a stored list back, exactly as it was frozen.
 *
 * @throws AppError `bad_input` when it was changed so that it is no such list any more
 * @example parsePopulation('A|good\nB|good\n').candidates.length // 2
 */
export function parsePopulation(text: string): Population {
  const lines = text.split('\n');
  const tail = lines.pop();
  const candidates = lines.map((line, index) => {
    const parts = line.split('|');
    const [code, stratum] = parts;
    if (code === undefined || stratum === undefined || parts.length !== 2)
      throw new AppError('bad_input', `候选名录第 ${index + 1} 行不是“代码|分层”，名录已被改动，请用备份核对。`);
    return { code, stratum };
  });
  const population = freezePopulation(candidates);
  if (tail !== '' || population.text !== text)
    throw new AppError('bad_input', '候选名录没有按代码排序或缺少换行，名录已被改动，请用备份核对。');
  return population;
}

function sortByCode(input: readonly Candidate[]): readonly Candidate[] {
  const sorted = input.every((candidate, index) => index === 0 || (input[index - 1]?.code ?? '') <= candidate.code);
  return sorted ? input : [...input].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}
