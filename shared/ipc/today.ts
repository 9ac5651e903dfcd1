import * as z from 'zod';
import { route } from './route';

export const todayRoutes = {
  'today.get': route({
    kind: 'read',
    input: z.object({}),
    output: z.object({
      date: z.string(),
      isWorkingDay: z.boolean(),
      /** First-run steps still to do; empty once the office is set up. */
      setup: z.array(
        z.object({ key: z.enum(['office', 'officers', 'subjects', 'rating', 'plan']), done: z.boolean() }),
      ),
      items: z.array(
        z.object({
          id: z.string(),
          noun: z.enum([
            'calendar',
            'inspection',
            'visit',
            'rectification',
            'repair',
            'dishonesty',
            'officer',
            'rating',
            'rating_run',
            'pack',
            'month',
            'result',
            'letter',
            'check_notice',
          ]),
          title: z.string(),
          subjectId: z.string().nullable(),
          subjectName: z.string().nullable(),
          dueOn: z.string().nullable(),
          remaining: z.string(),
          urgency: z.enum(['overdue', 'today', 'soon', 'later']),
          next: z.string(),
        }),
      ),
      counts: z.object({
        subjects: z.number(),
        inspectionsOpen: z.number(),
        leadsOpen: z.number(),
        visitsThisWeek: z.number(),
        rectificationsOpen: z.number(),
        rectificationsOverdue: z.number(),
        repairsOpen: z.number(),
        repairableSoon: z.number(),
        /** Runs of ratings and pack proposals that wait for a second officer. */
        approvalsOpen: z.number(),
      }),
      grades: z.array(z.object({ packId: z.string(), gradeCode: z.string(), count: z.number() })),
      upcoming: z.array(
        z.object({
          visitId: z.string(),
          date: z.string(),
          subjectId: z.string(),
          subjectName: z.string(),
          address: z.string().nullable(),
          officers: z.array(z.string()),
        }),
      ),
    }),
  }),
};
