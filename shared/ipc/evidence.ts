import * as z from 'zod';
import { copyKinds, evidenceKinds, evidenceOwners, metadataStates, previewStates } from '#shared/domain/evidence/codes';
import { attachment, done, fileToken, id, localTime, requiredText, text } from './fields';
import { route } from './route';

const changes = ['evidence', 'inspection', 'rectification', 'subject'];

const owner = z.object({ table: z.enum(evidenceOwners), id });

/** Bytes that the page made itself (a copy, a preview, a pasted picture); 40 MB of them at most. */
const pageBytes = z
  .string()
  .min(4, '图片是空的')
  .max(56_000_000, '图片超过 40 MB，请改用“选择文件”存入')
  .regex(/^[A-Za-z0-9+/]+={0,2}$/, '图片内容无法识别');

/** Parts of the picture, in thousandths of its width and height. */
const rectangle = z.object({
  x: z.number().int().min(0).max(1000),
  y: z.number().int().min(0).max(1000),
  width: z.number().int().min(1).max(1000),
  height: z.number().int().min(1).max(1000),
});

const copyHow = z.object({
  /** Clockwise quarter turns. */
  degrees: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).default(0),
  masks: z.array(rectangle).max(200).default([]),
});

const warning = z.object({
  code: z.enum([
    ...(['before', 'after', 'future', 'far', 'elsewhere', 'renamed', 'edited', 'damaged'] as const),
    ...(['no_metadata', 'broken_metadata', 'no_time', 'heic', 'after_end'] as const),
  ]),
  /** `warn` asks for a look, `note` only says what is so. */
  level: z.enum(['warn', 'note']),
  message: z.string(),
});

const stored = z.object({
  id: z.string(),
  fileName: z.string(),
  size: z.number(),
  sha256: z.string(),
  sm3: z.string(),
  createdAt: z.string(),
  officerName: z.string(),
});

const copy = stored.extend({
  kind: z.enum(copyKinds),
  how: copyHow,
  width: z.number().nullable(),
  height: z.number().nullable(),
});

export const evidenceItem = stored.extend({
  no: z.number(),
  kind: z.enum(evidenceKinds),
  fileType: z.string(),
  mediaType: z.string(),
  preview: z.enum(previewStates),
  /** The scaled picture, once the page has made one. */
  previewSha256: z.string().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  metadata: z.enum(metadataStates),
  takenAt: z.string().nullable(),
  takenOffset: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  device: z.string(),
  software: z.string().nullable(),
  title: z.string(),
  proves: z.string(),
  obtainedAt: z.string(),
  obtainedPlace: z.string(),
  obtainedBy: z.string(),
  providedBy: z.string(),
  itemCode: z.string().nullable(),
  findingId: z.string().nullable(),
  url: z.string().nullable(),
  capturedAt: z.string().nullable(),
  copies: z.array(copy),
  withdrawnAt: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  warnings: z.array(warning),
});

const record = z.object({
  table: z.enum(evidenceOwners),
  id: z.string(),
  no: z.string(),
  subjectId: z.string(),
  subjectName: z.string(),
  place: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  finished: z.boolean(),
  /** What evidence can be tied to. */
  items: z.array(z.object({ code: z.string(), question: z.string(), answer: z.string().nullable() })),
  findings: z.array(z.object({ id: z.string(), itemCode: z.string().nullable(), facts: z.string() })),
});

const missing = z.object({ itemCode: z.string().nullable(), findingId: z.string().nullable(), label: z.string() });

const tie = {
  itemCode: z.string().max(20).nullable().optional(),
  findingId: z.string().max(64).nullable().optional(),
};

const fields = {
  title: requiredText(100).optional(),
  proves: text(500).optional(),
  kind: z.enum(evidenceKinds).optional(),
  obtainedAt: localTime.optional(),
  obtainedPlace: text(300).optional(),
  obtainedBy: text(100).optional(),
  providedBy: text(100).optional(),
  ...tie,
};

const addAnswer = z.object({
  added: z.array(z.object({ id: z.string(), no: z.number(), fileName: z.string(), warnings: z.array(warning) })),
  refused: z.array(z.object({ fileName: z.string(), message: z.string() })),
});

export const evidenceRoutes = {
  'evidence.list': route({
    kind: 'read',
    input: z.object({ owner }),
    output: z.object({
      record,
      items: z.array(evidenceItem),
      /** Files of the record that were attached without being entered as evidence. */
      unregistered: z.array(attachment),
      missing: z.array(missing),
    }),
  }),
  /** Files one by one; one that is refused does not keep the others out. */
  'evidence.add': route({
    kind: 'job',
    input: z.object({
      owner,
      files: z.array(fileToken).min(1, '请选择文件').max(200, '一次最多存入 200 个文件'),
      ...fields,
      /** A page saved from the network: where it was and when. */
      page: z
        .object({
          url: requiredText(2000).regex(/^https?:\/\/\S+$/i, '网址应当以 http:// 或 https:// 开头，不含空格'),
          capturedAt: localTime,
        })
        .optional(),
    }),
    output: addAnswer,
    changes,
  }),
  /** A picture from the clipboard. */
  'evidence.paste': route({
    kind: 'write',
    input: z.object({ owner, fileName: requiredText(100), content: pageBytes, ...tie }),
    output: done,
    changes,
  }),
  /** Enters the files that were attached to the record before. */
  'evidence.register': route({ kind: 'job', input: z.object({ owner }), output: addAnswer, changes }),
  'evidence.update': route({ kind: 'write', input: z.object({ id, ...fields }), output: done, changes: ['evidence'] }),
  /** All of the record in the order wanted; numbers stay with their evidence. */
  'evidence.reorder': route({
    kind: 'write',
    input: z.object({ owner, ids: z.array(id).min(1).max(2000) }),
    output: z.object({ moved: z.number() }),
    changes: ['evidence'],
  }),
  'evidence.withdraw': route({
    kind: 'write',
    input: z.object({ id, reason: requiredText(500) }),
    output: done,
    changes,
  }),
  /** A worked-over copy; the original stays as it is. */
  'evidence.add-copy': route({
    kind: 'write',
    input: z.object({ id, kind: z.enum(copyKinds), how: copyHow, content: pageBytes }),
    output: done,
    changes: ['evidence'],
  }),
  /** The scaled picture for thumbnails and photo sheets; null when the window could not read the original. */
  'evidence.set-preview': route({
    kind: 'write',
    input: z.object({ id, content: pageBytes.max(6_000_000).nullable() }),
    output: done,
    changes: ['evidence'],
  }),
  /** Recomputes both digests of all evidence of a record, in the order of its numbers. */
  'evidence.verify': route({
    kind: 'job',
    permission: 'any',
    input: z.object({ owner }),
    output: z.object({
      checked: z.number(),
      problems: z.array(z.object({ no: z.number(), fileName: z.string(), message: z.string() })),
    }),
  }),
  /** The text of a saved page, so that it can be read without being run. */
  'evidence.read-page': route({
    kind: 'read',
    input: z.object({ id }),
    output: z.object({ title: z.string(), text: z.string(), cut: z.boolean() }),
  }),
};
