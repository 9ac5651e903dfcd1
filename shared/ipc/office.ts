import * as z from 'zod';
import { id, officerRef, requiredText, text } from './fields';
import { route } from './route';

const office = z.object({
  /** Full official name, printed on every document. */
  name: requiredText(60),
  /** The short form in document numbers, e.g. 云州市监. */
  code: requiredText(12),
  district: text(40),
  address: text(120),
  phone: text(40),
});

export const officeRoutes = {
  'office.get': route({
    kind: 'read',
    input: z.object({}),
    output: z.object({ office: office.nullable(), actor: officerRef.nullable(), practice: z.boolean() }),
  }),
  'office.save': route({
    kind: 'write',
    permission: 'any',
    input: office,
    output: z.object({}),
    changes: ['office', 'today'],
  }),
  /** Chooses the acting officer for the entries that follow. */
  'office.act-as': route({
    kind: 'write',
    permission: 'any',
    input: z.object({ officerId: id }),
    output: z.object({}),
    changes: ['office'],
  }),
  'office.list-packs': route({
    kind: 'read',
    input: z.object({}),
    output: z.object({
      packs: z.array(
        z.object({
          id: z.string(),
          kind: z.string(),
          version: z.number(),
          title: z.string(),
          place: z.string(),
          status: z.string(),
          effectiveFrom: z.string().nullable(),
          effectiveTo: z.string().nullable(),
          unverified: z.number(),
          file: z.string(),
          sha256: z.string(),
        }),
      ),
    }),
  }),
};
