import * as z from 'zod';
import { basis, packHead } from '../basis/basis';
import { parsePack } from '../basis/parse-pack';
import { term } from '../rectification/term';
import { askProblems, askWhen } from './ask-when';
import { severities } from './codes';

/** The clause a question stands on, with the wording shown beside the question. */
export const clause = basis.extend({ text: z.string().min(1) });
export type Clause = z.output<typeof clause>;

export const checklistItem = z.strictObject({
  code: z.string().regex(/^[A-Z]{2,4}-\d{2}$/),
  question: z.string().min(4),
  clause,
  help: z.string().optional(),
  severityDefault: z.enum(severities),
  /** 整改要求 proposed when the answer is "problem". */
  requirementDefault: z.string().min(1),
  /** Proposed by the program, not a legal figure; the officer decides. */
  termDefault: term,
  verified: z.boolean(),
  /** Asked only when earlier answers are such; always when left out. */
  askWhen: askWhen.optional(),
  /** A photo that belongs to the record: of every visit, or when a problem is found. */
  photo: z.enum(['always', 'on_problem']).optional(),
});
export type ChecklistItem = z.output<typeof checklistItem>;

export const checklist = packHead
  .extend({
    kind: z.literal('checklist'),
    subjectKinds: z.array(z.string().min(1)).min(1),
    basis: z.array(basis).min(1),
    sections: z.array(z.strictObject({ title: z.string().min(1), items: z.array(checklistItem).min(1) })).min(1),
    /** What the officers take along, beside their certificates. */
    bring: z.array(z.string().min(1).max(60)).optional(),
    /** True only when every clause was read in a text of the norm. */
    verified: z.boolean(),
  })
  .superRefine((pack, ctx) => {
    const items = pack.sections.flatMap((section) => section.items);
    const seen = new Set<string>();
    for (const item of items) {
      if (seen.has(item.code))
        ctx.addIssue({ code: 'custom', path: ['sections'], message: `项目代码 ${item.code} 重复` });
      seen.add(item.code);
    }
    for (const message of askProblems(items)) ctx.addIssue({ code: 'custom', path: ['sections'], message });
    if (pack.verified && items.some((item) => !item.verified))
      ctx.addIssue({ code: 'custom', path: ['verified'], message: '仍有条款未核实，不能标为已核实' });
    if (pack.effectiveTo !== null && pack.effectiveTo < pack.effectiveFrom)
      ctx.addIssue({ code: 'custom', path: ['effectiveTo'], message: '失效日期早于生效日期' });
  });
export type Checklist = z.output<typeof checklist>;

/** @throws AppError `bad_pack` */
export function parseChecklist(json: unknown, name: string): Checklist {
  return parsePack(checklist, json, `检查表“${name}”`);
}

/** All questions in order. */
export function checklistItems(pack: Checklist): readonly ChecklistItem[] {
  return pack.sections.flatMap((section) => section.items);
}
