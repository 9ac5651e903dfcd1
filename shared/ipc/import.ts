import * as z from 'zod';
import { fileToken } from './fields';

/** Pieces that every table import shares: what was found in the file and what is wrong with its rows. */
export const rowProblem = z.object({
  rowNumber: z.number(),
  /** Excel letters, empty when the whole row is meant. */
  columnLetter: z.string(),
  header: z.string(),
  value: z.string(),
  message: z.string(),
  fix: z.string().nullable(),
});

const columnGuess = z.object({
  index: z.number(),
  letter: z.string(),
  header: z.string(),
  samples: z.array(z.string()),
  /** The field it is mapped to, or null when it is left out. */
  field: z.string().nullable(),
});

/** field key → column index; when given it is the whole mapping: columns it does not name are left out. */
const mappingInput = z.record(z.string(), z.number().int().min(0).max(16383));

export const importInput = z.object({
  file: fileToken,
  sheet: z.string().max(100).optional(),
  mapping: mappingInput.optional(),
});

export const importPreview = z.object({
  fileName: z.string(),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
  sheet: z.string(),
  headerRow: z.number(),
  columns: z.array(columnGuess),
  fields: z.array(z.object({ key: z.string(), label: z.string(), required: z.boolean() })),
  missing: z.array(z.string()),
  rows: z.number(),
  valid: z.number(),
  wouldInsert: z.number(),
  wouldMerge: z.number(),
  unchanged: z.number(),
  skipped: z.array(z.object({ rowNumber: z.number(), reason: z.string() })),
  failed: z.number(),
  problems: z.array(rowProblem),
  /** What was taken with a remark: a code that was normalised, rows that were united. */
  notes: z.array(rowProblem),
  sample: z.array(z.record(z.string(), z.string().nullable())),
});

export const importResult = z.object({
  batchId: z.string(),
  rows: z.number(),
  inserted: z.number(),
  merged: z.number(),
  unchanged: z.number(),
  failed: z.number(),
  /** The first 500; all of them are in the file of error rows. */
  problems: z.array(rowProblem),
  notes: z.array(rowProblem),
});

export const importBatch = z.object({
  id: z.string(),
  noun: z.string(),
  fileName: z.string(),
  startedAt: z.string(),
  officerName: z.string().nullable(),
  inserted: z.number(),
  merged: z.number(),
  unchanged: z.number(),
  failed: z.number(),
  state: z.enum(['done', 'undone']),
  undoneAt: z.string().nullable(),
});
