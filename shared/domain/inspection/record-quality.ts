/** Words that judge. A site record states what was seen; judging belongs to the later decision. */
const conclusions = [
  '涉嫌',
  '违法',
  '违规',
  '非法',
  '构成侵权',
  '构成犯罪',
  '情节严重',
  '情节恶劣',
  '应予处罚',
  '应当处罚',
];

export type QualityWarning = { readonly word: string; readonly index: number; readonly message: string };

/**
 * Warns of conclusions in a site record (现场笔录只记事实). A warning never blocks: the party's own words may
 * contain them.
 *
 * @example recordQuality('该机构涉嫌无证代理').map((w) => w.word) // ['涉嫌']
 */
export function recordQuality(text: string): readonly QualityWarning[] {
  const warnings: QualityWarning[] = [];
  for (const word of conclusions) {
    for (let index = text.indexOf(word); index >= 0; index = text.indexOf(word, index + word.length))
      warnings.push({ word, index, message: `“${word}”是结论性用语，现场笔录只记录看到的事实，请改为具体情况` });
  }
  return warnings.sort((a, b) => a.index - b.index);
}
