import * as z from 'zod';
import { phraseFields, phraseText } from '#shared/domain/inspection/phrase';
import { signatureWays, signerRoles } from '#shared/domain/inspection/signature';
import { avoidanceRuling, refusal } from '#shared/domain/inspection/site-acts';
import { done, fileToken, id, localTime, requiredText, text } from './fields';
import { route } from './route';

const changes = ['inspection', 'subject', 'today'];

/** A drawn signature is a few kilobytes; this is far more than any pad makes. */
const MAX_PICTURE = 600_000;

/** Signing, avoidance, refusal and breaking off; part of `inspection.ts`. */
export const siteRoutes = {
  /** A signature on the pad, on paper, or its refusal; an earlier one of the same person no longer counts. */
  'inspection.sign': route({
    kind: 'write',
    input: z.object({
      id,
      role: z.enum(signerRoles),
      officerId: id.nullable().default(null),
      name: requiredText(50),
      way: z.enum(signatureWays),
      at: localTime,
      /** The drawn signature as a PNG; only with `pad`. */
      picture: z
        .string()
        .max(MAX_PICTURE, '签名图片过大，请清除后重新签名')
        .regex(/^data:image\/png;base64,[A-Za-z0-9+/=]+$/, '签名图片无效，请清除后重新签名')
        .nullable()
        .default(null),
      reason: text(500).default(''),
      witnessName: text(50).default(''),
      witnessUnit: text(100).default(''),
      recorded: z.boolean().default(false),
    }),
    output: done,
    changes: ['inspection'],
  }),
  /** The scan of what was signed on paper; also after the visit is finished. */
  'inspection.attach-signed-scan': route({
    kind: 'write',
    input: z.object({ id, signatureIds: z.array(id).min(1).max(10), file: fileToken }),
    output: done,
    changes: ['inspection'],
  }),
  'inspection.get-signature-picture': route({
    kind: 'read',
    input: z.object({ signatureId: id }),
    /** A data URL; null when nothing was drawn or the scan is no picture. */
    output: z.object({ picture: z.string().nullable() }),
  }),
  'inspection.rule-avoidance': route({
    kind: 'write',
    input: avoidanceRuling
      .omit({ officerName: true, replacedBy: true })
      .extend({ id, decidedAt: localTime, decidedBy: text(50), reason: text(500), replacementId: id.nullable() }),
    output: done,
    changes: [...changes, 'plan'],
  }),
  'inspection.record-refusal': route({
    kind: 'write',
    input: refusal.extend({
      id,
      at: localTime,
      facts: requiredText(4000),
      witnessName: text(50),
      witnessUnit: text(100),
    }),
    output: done,
    changes: ['inspection'],
  }),
  /** The party thought better of it; what was recorded stays in the log. */
  'inspection.withdraw-refusal': route({
    kind: 'write',
    input: z.object({ id, reason: requiredText(500) }),
    output: done,
    changes: ['inspection'],
  }),
  'inspection.break-off': route({
    kind: 'write',
    input: z.object({ id, endedAt: localTime, reason: requiredText(500) }),
    output: done,
    changes: [...changes, 'plan'],
  }),
  /** Shipped phrases and those of the office; few enough to be held by the page. */
  'inspection.list-phrases': route({
    kind: 'read',
    input: z.object({}),
    output: z.object({
      phrases: z.array(
        z.object({
          id: z.string(),
          own: z.boolean(),
          itemCode: z.string().nullable(),
          field: z.enum(phraseFields),
          text: z.string(),
        }),
      ),
    }),
  }),
  /** A new phrase; with `id` the words of one that is there. A shipped one is replaced by the office's own. */
  'inspection.save-phrase': route({
    kind: 'write',
    input: z.object({
      id: id.optional(),
      itemCode: text(20).nullable().default(null),
      field: z.enum(phraseFields),
      text: phraseText,
    }),
    output: done,
    changes: ['inspection'],
  }),
  'inspection.retire-phrase': route({ kind: 'write', input: z.object({ id }), output: done, changes: ['inspection'] }),
};
