import { pinyin } from 'pinyin-pro';

/** One character: the likeliest syllable, and others it may be searched under. */
export type Reading = { readonly syllable: string; readonly others: readonly string[] };

/** Characters of names with more than one reading in use. A reading missing here is one nobody searches by. */
const POLYPHONES: Readonly<Record<string, readonly string[]>> = {
  重: ['chong', 'zhong'],
  长: ['chang', 'zhang'],
  单: ['dan', 'shan'],
  乐: ['le', 'yue'],
  厦: ['xia', 'sha'],
  调: ['tiao', 'diao'],
  行: ['hang', 'xing'],
  曾: ['zeng', 'ceng'],
  解: ['jie', 'xie'],
  仇: ['qiu', 'chou'],
  朝: ['chao', 'zhao'],
  盛: ['sheng', 'cheng'],
  晟: ['sheng', 'cheng'],
  传: ['chuan', 'zhuan'],
  藏: ['cang', 'zang'],
  宿: ['su', 'xiu'],
  查: ['zha', 'cha'],
  翟: ['zhai', 'di'],
  盖: ['gai', 'ge'],
  覃: ['qin', 'tan'],
  尉: ['wei', 'yu'],
  佛: ['fo', 'fu'],
  柏: ['bai', 'bo'],
  卜: ['bu', 'bo'],
  朴: ['piao', 'pu'],
  缪: ['miao', 'mou'],
  贾: ['jia', 'gu'],
  车: ['che', 'ju'],
  校: ['xiao', 'jiao'],
  参: ['can', 'shen'],
  什: ['shi', 'shen'],
  卡: ['ka', 'qia'],
  泊: ['bo', 'po'],
  阿: ['a', 'e'],
  番: ['fan', 'pan'],
  埔: ['pu', 'bu'],
  圩: ['wei', 'xu'],
  涌: ['yong', 'chong'],
  莘: ['shen', 'xin'],
  六: ['liu', 'lu'],
  蚌: ['bang', 'beng'],
  区: ['qu', 'ou'],
  都: ['du', 'dou'],
  沈: ['shen', 'chen'],
  折: ['zhe', 'she'],
  祭: ['ji', 'zhai'],
  员: ['yuan', 'yun'],
  角: ['jiao', 'jue'],
  石: ['shi', 'dan'],
  种: ['zhong', 'chong'],
  茜: ['qian', 'xi'],
  率: ['lv', 'shuai'],
  强: ['qiang', 'jiang'],
  降: ['jiang', 'xiang'],
  弹: ['tan', 'dan'],
  奇: ['qi', 'ji'],
};

/** Words with one reading only; they settle their characters. */
const WORDS: readonly (readonly [string, readonly string[]])[] = [
  ['音乐', ['yin', 'yue']],
  ['乐器', ['yue', 'qi']],
  ['乐团', ['yue', 'tuan']],
  ['重庆', ['chong', 'qing']],
  ['长沙', ['chang', 'sha']],
  ['长春', ['chang', 'chun']],
  ['长江', ['chang', 'jiang']],
  ['长城', ['chang', 'cheng']],
  ['长安', ['chang', 'an']],
  ['长兴', ['chang', 'xing']],
  ['长治', ['chang', 'zhi']],
  ['厦门', ['xia', 'men']],
  ['大厦', ['da', 'sha']],
  ['六安', ['lu', 'an']],
  ['六合', ['lu', 'he']],
  ['蚌埠', ['beng', 'bu']],
  ['朝阳', ['chao', 'yang']],
  ['番禺', ['pan', 'yu']],
  ['黄埔', ['huang', 'pu']],
  ['东阿', ['dong', 'e']],
  ['宿州', ['su', 'zhou']],
  ['宿迁', ['su', 'qian']],
  ['佛山', ['fo', 'shan']],
  ['成都', ['cheng', 'du']],
  ['沈阳', ['shen', 'yang']],
  ['石家庄', ['shi', 'jia', 'zhuang']],
  ['西藏', ['xi', 'zang']],
  ['乐山', ['le', 'shan']],
  ['乐清', ['yue', 'qing']],
  ['银行', ['yin', 'hang']],
  ['行业', ['hang', 'ye']],
  ['自行车', ['zi', 'xing', 'che']],
  ['调味', ['tiao', 'wei']],
  ['石油', ['shi', 'you']],
  ['石化', ['shi', 'hua']],
  ['重工', ['zhong', 'gong']],
  ['汽车', ['qi', 'che']],
  ['学校', ['xue', 'xiao']],
  ['传媒', ['chuan', 'mei']],
  ['传播', ['chuan', 'bo']],
  ['区块链', ['qu', 'kuai', 'lian']],
];

const WORDS_BY_HEAD = new Map<string, (typeof WORDS)[number][]>();
for (const entry of WORDS) {
  const head = entry[0].charAt(0);
  WORDS_BY_HEAD.set(head, [...(WORDS_BY_HEAD.get(head) ?? []), entry]);
}

/** Readings of single characters already asked for; kept by the caller, because this module keeps nothing. */
export type ReadingMemo = Map<string, string>;

/**
 * The readings of a text of Chinese characters, letters and digits, one entry a character. Letters and digits read
 * as themselves. Only a text with several unsettled polyphones goes through the dictionary, which is slow: with one,
 * both its readings are searched anyway.
 *
 * @example readText('重庆', new Map()).map(({ syllable }) => syllable) // ['chong', 'qing']
 */
export function readText(text: string, memo: ReadingMemo): readonly Reading[] {
  const chars = [...text];
  const settled = settleWords(text, chars);
  let open = 0;
  chars.forEach((char, i) => {
    if (settled[i] === undefined && POLYPHONES[char] !== undefined) open += 1;
  });
  const inContext = open > 1 ? pinyin(text, { toneType: 'none', type: 'array', v: true }) : NONE;
  return chars.map((char, i) => {
    const known = settled[i];
    if (known !== undefined) return { syllable: known, others: NONE };
    const readings = POLYPHONES[char];
    if (readings === undefined) return { syllable: readOne(char, memo), others: NONE };
    const guessed = inContext[i];
    const syllable = guessed !== undefined && readings.includes(guessed) ? guessed : (readings[0] ?? char);
    return { syllable, others: readings.filter((other) => other !== syllable) };
  });
}

const NONE: readonly string[] = [];

function settleWords(text: string, chars: readonly string[]): readonly (string | undefined)[] {
  const settled: (string | undefined)[] = new Array(chars.length);
  // Surrogate pairs would shift positions; such a text keeps its dictionary readings.
  if (chars.length !== text.length) return settled;
  for (let i = 0; i < chars.length; i++) {
    for (const [word, syllables] of WORDS_BY_HEAD.get(chars[i] ?? '') ?? []) {
      if (!text.startsWith(word, i)) continue;
      syllables.forEach((syllable, k) => {
        settled[i + k] = syllable;
      });
      break;
    }
  }
  return settled;
}

function readOne(char: string, memo: ReadingMemo): string {
  const known = memo.get(char);
  if (known !== undefined) return known;
  const read = /[a-z0-9]/.test(char) ? char : pinyin(char, { toneType: 'none', v: true }).toLowerCase();
  memo.set(char, read);
  return read;
}
