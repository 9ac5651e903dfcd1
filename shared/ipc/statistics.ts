import * as z from 'zod';
import { statDimensions, statRow } from '#shared/domain/statistics/stat-row';
import { isIsoDate } from '#shared/kernel/dates';
import { id, page } from './fields';
import { route } from './route';

const month = z
  .string()
  .refine((text) => /^\d{4}-\d{2}$/.test(text) && isIsoDate(`${text}-01`), '月份无效，请按 2026-10 的格式填写');
/** The month alone, or from January on. */
const scope = z.enum(['month', 'year']).default('month');

const value = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('count'), value: z.number().int() }),
  z.object({ unit: z.literal('ratio'), numerator: z.number().int(), denominator: z.number().int() }),
]);
const counted = z.object({ value, text: z.string() });
const compared = counted.extend({ month: z.string(), frozen: z.boolean(), change: z.string() });

const splitPart = z.object({
  key: z.string(),
  label: z.string(),
  /** In the order of the asked figures. */
  values: z.array(z.number().int()),
});

const freeze = z.object({
  id: z.string(),
  frozenAt: z.string(),
  frozenBy: z.string(),
  confirmedBy: z.string(),
  rows: z.number(),
  sha256: z.string(),
  previousSha256: z.string().nullable(),
  auditSeq: z.number(),
  auditHash: z.string(),
});

const correction = z.object({
  month: z.string(),
  source: z.string(),
  recordId: z.string(),
  change: z.enum(['added', 'removed', 'changed']),
  before: statRow.nullable(),
  after: statRow.nullable(),
  /** By how much each count moves. */
  figures: z.record(z.string(), z.number()),
  text: z.string(),
});

export const statisticsRoutes = {
  'statistics.list-months': route({
    kind: 'read',
    input: z.object({}),
    output: z.object({
      /** Newest first. */
      months: z.array(
        z.object({
          month: z.string(),
          state: z.enum(['frozen', 'ready', 'waiting', 'running', 'future']),
          planned: z.number(),
          inspected: z.number(),
          freeze: freeze.nullable(),
        }),
      ),
    }),
  }),
  'statistics.overview': route({
    kind: 'read',
    input: z.object({ month, scope }),
    output: z.object({
      month: z.string(),
      state: z.enum(['frozen', 'ready', 'waiting', 'running', 'future']),
      freeze: freeze.nullable(),
      definitions: z.object({
        id: z.string(),
        title: z.string(),
        version: z.number(),
        verified: z.boolean(),
        note: z.string(),
      }),
      figures: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          section: z.enum(['inspection', 'publication', 'rectification']),
          unit: z.enum(['count', 'ratio']),
          formula: z.string(),
          basis: z.string(),
          verified: z.boolean(),
          now: counted,
          /** 上期 (of a year so far: the same months of the year before, as there is none other). */
          before: compared,
          /** 上年同期. */
          lastYear: compared,
          /** Of a frozen month: what corrections reported later make of it; null without any. */
          corrected: counted.nullable(),
        }),
      ),
      /** Twelve months up to this one. */
      trend: z.array(z.object({ month: z.string(), planned: z.number(), inspected: z.number() })),
      results: z.array(z.object({ code: z.string(), label: z.string(), n: z.number() })),
    }),
  }),
  'statistics.split': route({
    kind: 'read',
    input: z.object({ month, scope, by: z.enum(statDimensions) }),
    output: z.object({
      label: z.string(),
      figures: z.array(z.object({ id: z.string(), label: z.string() })),
      parts: z.array(splitPart),
    }),
  }),
  /** The records behind a figure; of a frozen month as they were. */
  'statistics.list-rows': route({
    kind: 'read',
    input: page.extend({
      month,
      scope,
      figure: z.string().min(1).max(40),
      by: z.enum(statDimensions).optional(),
      key: z.string().max(200).optional(),
    }),
    output: z.object({ label: z.string(), frozen: z.boolean(), rows: z.array(statRow), total: z.number() }),
  }),
  /** base × ratio = number, and what became of it, by plan and stratum. */
  'statistics.list-plans': route({
    kind: 'read',
    input: z.object({ year: z.number().int().min(2000).max(2100) }),
    output: z.object({
      strata: z.array(
        z.object({
          planId: z.string(),
          plan: z.string(),
          stratum: z.string(),
          label: z.string(),
          base: z.number(),
          ratio: z.string(),
          /** base × ratio, rounded by the rule of the pack. */
          number: z.number(),
          work: z.string(),
          drawn: z.number(),
          inspected: z.number(),
          entered: z.number(),
          published: z.number(),
          closed: z.number(),
          completion: z.string(),
          closing: z.string(),
        }),
      ),
    }),
  }),
  /** Of a frozen month those reported with it; of the month after the last frozen one those found so far. */
  'statistics.list-corrections': route({
    kind: 'read',
    input: z.object({ month }),
    output: z.object({ corrections: z.array(correction) }),
  }),
  'statistics.verify-month': route({
    kind: 'read',
    input: z.object({ month }),
    output: z.object({ ok: z.boolean(), problem: z.string().nullable(), rows: z.number(), sha256: z.string() }),
  }),
  'statistics.freeze-month': route({
    kind: 'job',
    bulk: true,
    input: z.object({ month, secondOfficerId: id }),
    output: z.object({ id: z.string(), sha256: z.string(), rows: z.number(), corrections: z.number() }),
    changes: ['statistics', 'today'],
  }),
};
