import * as z from 'zod';
import { basis, packHead } from '../basis/basis';
import { inspectionKinds } from '../plan/inspection-kinds';
import { paperIds } from './papers';

/** A standard paragraph with where its wording was seen; `{…}` is filled in from the record. */
const passage = z.strictObject({ text: z.string().min(1), basis, verified: z.boolean() });
export type Passage = z.output<typeof passage>;

const standardQuestion = passage.extend({ code: z.string().regex(/^[a-z]+$/), answer: z.string() });
export type StandardQuestion = z.output<typeof standardQuestion>;

/** Standard wording of the papers of an inspection (行政检查文书). */
export const paperPack = packHead.extend({
  kind: z.literal('papers'),
  papers: z.record(
    z.enum(paperIds),
    z.strictObject({ source: z.string().min(1), note: z.string(), verified: z.boolean() }),
  ),
  passages: z.strictObject({
    opening: passage,
    rights: passage,
    confirmation: passage,
    correctionNote: passage,
    noticeBody: passage,
    noticeDuty: passage,
    interviewConfirmation: passage,
  }),
  /** 检查事由 proposed by kind of inspection. */
  reasons: z.record(z.enum(inspectionKinds), passage),
  questions: z.array(standardQuestion).min(1),
  /** Typed by one key in a questioning. */
  phrases: z.array(z.string().min(1)),
});
export type PaperPack = z.output<typeof paperPack>;

/**
 * A standard paragraph with its blanks filled in; what is empty stays a line to write on.
 *
 * @example fillPassage('依法就{items}进行现场检查', { items: '专利代理' }) // '依法就专利代理进行现场检查'
 */
export function fillPassage(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-zA-Z]+)\}/g, (_whole, key: string) => values[key] || '＿＿＿＿＿＿＿＿');
}
