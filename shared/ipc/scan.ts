import * as z from 'zod';
import { paperIds } from '#shared/domain/paper/papers';
import { done, fileToken, id, page, requiredText, text } from './fields';
import { route } from './route';

const changes = ['scan', 'evidence', 'inspection', 'rectification', 'paper', 'today'];

export const scanStates = ['waiting', 'bound', 'set_aside'] as const;
/** Records that a scanned paper can belong to. */
export const scanOwners = ['inspection', 'rectification', 'recheck', 'interview', 'check_notice'] as const;

const scanRow = z.object({
  id: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  mediaType: z.string(),
  /** Page of the file, from 1. */
  page: z.number(),
  state: z.enum(scanStates),
  /** What the code said; empty when none was read. */
  code: z.string(),
  problem: z.string(),
  paper: z.enum(paperIds).nullable(),
  /** The record it belongs to, in words: its number and its subject. */
  record: z.string(),
  ownerTable: z.enum(scanOwners).nullable(),
  ownerId: z.string().nullable(),
  boundHow: z.enum(['code', 'hand']).nullable(),
  reason: z.string().nullable(),
  createdAt: z.string(),
});

export const scanRoutes = {
  'scan.list': route({
    kind: 'read',
    input: page.extend({ state: z.enum(scanStates).optional() }),
    output: z.object({ rows: z.array(scanRow), total: z.number() }),
  }),
  /** Keeps each file, reads its code and brings it to its record; what cannot be read waits. */
  'scan.take': route({
    kind: 'job',
    input: z.object({ files: z.array(fileToken).min(1, '请选择文件').max(200, '一次最多 200 个文件') }),
    output: z.object({
      bound: z.array(scanRow),
      waiting: z.array(scanRow),
      /** Taken in before: nothing was done again. */
      known: z.array(z.object({ fileName: z.string(), message: z.string() })),
      refused: z.array(z.object({ fileName: z.string(), message: z.string() })),
    }),
    changes,
  }),
  'scan.find-records': route({
    kind: 'read',
    input: z.object({ paper: z.enum(paperIds), query: text(100) }),
    output: z.object({ records: z.array(z.object({ id: z.string(), label: z.string(), hint: z.string() })) }),
  }),
  'scan.bind': route({
    kind: 'write',
    input: z.object({ id, paper: z.enum(paperIds), ownerId: id }),
    output: done,
    changes,
  }),
  'scan.set-aside': route({
    kind: 'write',
    input: z.object({ id, reason: requiredText(300) }),
    output: done,
    changes,
  }),
};
