import * as z from 'zod';
import { packHead } from '../basis/basis';

/** Where a phrase is written to. */
export const phraseFields = ['note', 'facts', 'scene', 'statement', 'reason', 'any'] as const;
export type PhraseField = (typeof phraseFields)[number];
export const phraseFieldLabels: Record<PhraseField, string> = {
  note: '备注',
  facts: '发现的事实',
  scene: '现场情况',
  statement: '陈述和申辩',
  reason: '理由',
  any: '各处通用',
};

/** What may be filled in from the record; the words stand in braces in the text. */
export const placeholders = ['对象', '日期', '时间', '地点', '检查人员', '到场人员', '文号'] as const;
export type Placeholder = (typeof placeholders)[number];
export type PhraseValues = Readonly<Record<Placeholder, string>>;

const BRACES = /\{([^{}]+)\}/g;

/** Names in braces that nobody can fill in. */
export function unknownPlaceholders(text: string): readonly string[] {
  const names = [...text.matchAll(BRACES)].map((match) => match[1] ?? '');
  return names.filter((name) => !placeholders.some((known) => known === name));
}

export const phraseText = z
  .string()
  .trim()
  .min(2, '常用语至少两个字')
  .max(1000, '最多 1000 个字')
  .refine((text) => unknownPlaceholders(text).length === 0, {
    error: `花括号里只能写：${placeholders.join('、')}`,
  });

export const phrasePack = packHead.extend({
  kind: z.literal('phrases'),
  phrases: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]+$/),
        itemCode: z
          .string()
          .regex(/^[A-Z]{2,4}-\d{2}$/)
          .optional(),
        field: z.enum(phraseFields),
        text: phraseText,
      }),
    )
    .min(1)
    .superRefine((phrases, ctx) => {
      const seen = new Set<string>();
      for (const { id } of phrases) {
        if (seen.has(id)) ctx.addIssue({ code: 'custom', message: `常用语 ${id} 重复` });
        seen.add(id);
      }
    }),
});
export type PhrasePack = z.output<typeof phrasePack>;

export type Phrase = {
  /** Of the office's own phrase, or of the shipped one. */
  readonly id: string;
  readonly own: boolean;
  readonly itemCode: string | null;
  readonly field: PhraseField;
  readonly text: string;
};

/**
 * A phrase with the names, dates and places of the record. What the record does not know stays a blank to be typed.
 *
 * @example fillPhrase('{日期}在{地点}检查', values) // '2026年11月25日在云州市示例路1号检查'
 */
export function fillPhrase(text: string, values: PhraseValues): string {
  return text.replace(BRACES, (whole, name: string) =>
    name in values ? values[name as Placeholder].trim() || '＿＿' : whole,
  );
}

/**
 * The phrases that fit a place, those of the question first, then those of the field, then the general ones.
 *
 * @example phrasesFor(all, { itemCode: 'PA-01', field: 'facts' })
 */
export function phrasesFor(
  all: readonly Phrase[],
  place: { readonly itemCode: string | null; readonly field: PhraseField },
): readonly Phrase[] {
  const rank = (phrase: Phrase): number =>
    (phrase.itemCode !== null ? 0 : 2) + (phrase.field === place.field ? 0 : 1) + (phrase.own ? 0 : 0.5);
  return all
    .filter((phrase) => phrase.itemCode === null || phrase.itemCode === place.itemCode)
    .filter((phrase) => phrase.field === place.field || phrase.field === 'any')
    .map((phrase, at) => ({ phrase, at }))
    .sort((a, b) => rank(a.phrase) - rank(b.phrase) || a.at - b.at)
    .map(({ phrase }) => phrase);
}
