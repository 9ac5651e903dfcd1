/** Words that judge, and what may stand in their place. A site record states what was seen; judging belongs to the later decision. */
const conclusions: Readonly<Record<string, readonly string[]>> = {
  涉嫌: ['现场看到', '（删去）'],
  违法: ['与规定要求不一致', '（删去）'],
  违规: ['与规定要求不一致', '（删去）'],
  非法: ['未见许可或者授权材料的', '（删去）'],
  构成侵权: ['与注册商标、专利的标示相同', '（删去）'],
  构成犯罪: ['（删去）'],
  情节严重: ['数量为＿＿、持续时间为＿＿', '（删去）'],
  情节恶劣: ['具体表现为＿＿', '（删去）'],
  应予处罚: ['（删去）'],
  应当处罚: ['（删去）'],
};

/** Offered instead of other words: leave it out. */
export const LEFT_OUT = '（删去）';

export type QualityWarning = {
  readonly word: string;
  readonly index: number;
  readonly message: string;
  /** Neutral words that may take its place; `LEFT_OUT` takes it away. */
  readonly neutral: readonly string[];
};

/**
 * Warns of conclusions in a site record (现场笔录只记事实). A warning never blocks: the party's own words may
 * contain them.
 *
 * @example recordQuality('该机构涉嫌无证代理').map((w) => w.word) // ['涉嫌']
 */
export function recordQuality(text: string): readonly QualityWarning[] {
  const warnings: QualityWarning[] = [];
  for (const [word, neutral] of Object.entries(conclusions)) {
    for (let index = text.indexOf(word); index >= 0; index = text.indexOf(word, index + word.length))
      warnings.push({
        word,
        index,
        neutral,
        message: `“${word}”是结论性用语，现场笔录只记录看到的事实，请改为具体情况`,
      });
  }
  return warnings.sort((a, b) => a.index - b.index);
}

/**
 * The text with one judging word replaced.
 *
 * @example inNeutralWords('涉嫌无证代理', { index: 0, word: '涉嫌' }, '现场看到') // '现场看到无证代理'
 */
export function inNeutralWords(
  text: string,
  { index, word }: Pick<QualityWarning, 'index' | 'word'>,
  neutral: string,
): string {
  return `${text.slice(0, index)}${neutral === LEFT_OUT ? '' : neutral}${text.slice(index + word.length)}`;
}
