import * as z from 'zod';
import type { DocumentNoun } from '#shared/domain/document/document-no';
import { documentNouns } from '#shared/domain/document/document-no';
import { paperIds } from '#shared/domain/paper/papers';
import { done, id, page, requiredText } from './fields';
import { route } from './route';

const changes = ['number', 'today'];
const year = z.number().int().min(2000, '请填写四位年份').max(2099, '请填写四位年份');
const word = z
  .string()
  .trim()
  .regex(/^[\u4e00-\u9fa5]{1,8}$/, '文书字应当是 1 至 8 个汉字');
const seq = z.number().int('应当是整数').min(1, '应当从 1 起').max(999_999, '最大 999999');
const deviceNo = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z-]{1,10}$/, '设备编号用 1 至 10 位数字或字母');
const noun = z.enum(documentNouns as [DocumentNoun, ...DocumentNoun[]]);

const block = z.object({
  id: z.string(),
  word: z.string(),
  year: z.number(),
  role: z.enum(['own', 'given']),
  firstNo: z.number(),
  lastNo: z.number(),
  nextNo: z.number(),
  deviceNo: z.string(),
  deviceName: z.string(),
  state: z.enum(['active', 'closed']),
  closedReason: z.string().nullable(),
  checkCode: z.string(),
  createdAt: z.string(),
});

const reserved = z.object({
  id: z.string(),
  no: z.string(),
  paper: z.enum(paperIds),
  subjectId: z.string().nullable(),
  subjectName: z.string().nullable(),
  visitId: z.string().nullable(),
  state: z.enum(['reserved', 'bound', 'void']),
  boundTable: z.string().nullable(),
  boundId: z.string().nullable(),
  voidReason: z.string().nullable(),
  createdAt: z.string(),
});

export const numberRoutes = {
  /** Every series of a year as this device stands in it, and all blocks known here. */
  'number.get-state': route({
    kind: 'read',
    input: z.object({ year: year.optional() }),
    output: z.object({
      year: z.number(),
      device: z.object({ no: z.string(), name: z.string(), host: z.string(), foreign: z.boolean() }).nullable(),
      host: z.string(),
      series: z.array(
        z.object({
          word: z.string(),
          label: z.string(),
          mode: z.enum(['whole', 'block']),
          lastNo: z.number(),
          /** The document number that comes next, null when there is none. */
          nextNo: z.string().nullable(),
          left: z.number().nullable(),
          /** What to do: few left, used up, none of this year yet. */
          warning: z.string().nullable(),
        }),
      ),
      blocks: z.array(block),
    }),
  }),
  /** Names this device and says which series it numbers out of blocks. */
  'number.register-device': route({
    kind: 'write',
    input: z.object({
      no: deviceNo,
      name: requiredText(40),
      blockWords: z.array(word).max(60),
      /** Why, when the store was registered on another computer before. */
      reason: z.string().trim().max(300).default(''),
    }),
    output: z.object({}),
    changes,
  }),
  /** The office hands numbers of a whole series to another device. */
  'number.give-block': route({
    kind: 'write',
    input: z.object({ word, year, firstNo: seq, lastNo: seq, deviceNo, deviceName: requiredText(40) }),
    output: z.object({ id: z.string(), checkCode: z.string() }),
    changes,
  }),
  /** The other device enters what its slip says. */
  'number.enter-block': route({
    kind: 'write',
    input: z.object({
      word,
      year,
      firstNo: seq,
      lastNo: seq,
      checkCode: z
        .string()
        .trim()
        .regex(/^\d{4}$/, '核对码是 4 位数字'),
    }),
    output: done,
    changes,
  }),
  /** A block that is given back or lost: its numbers are never used again. */
  'number.close-block': route({
    kind: 'write',
    input: z.object({ id, reason: requiredText(300) }),
    output: done,
    changes,
  }),
  /** Takes numbers for blank papers printed in advance. */
  'number.reserve': route({
    kind: 'write',
    input: z.object({
      noun,
      paper: z.enum(paperIds),
      year: year.optional(),
      visitId: id.optional(),
      subjectId: id.optional(),
      count: z.number().int().min(1).max(50).default(1),
    }),
    output: z.object({ ids: z.array(z.string()), nos: z.array(z.string()) }),
    changes: [...changes, 'paper'],
  }),
  'number.void-reserved': route({
    kind: 'write',
    input: z.object({ id, reason: requiredText(300) }),
    output: done,
    changes: [...changes, 'paper'],
  }),
  'number.list-reserved': route({
    kind: 'read',
    input: page.extend({ state: z.enum(['reserved', 'bound', 'void']).optional(), visitId: id.optional() }),
    output: z.object({ rows: z.array(reserved), total: z.number() }),
  }),
};
