import type { ReportDefinition } from './definition';
import { importProblems } from './import-problems';
import { inspectionRecord } from './inspection-record';
import { inspectionResults } from './inspection-results';
import { packDryRun } from './pack-dry-run';
import { ratingList } from './rating-list';
import { ratingWhy } from './rating-why';
import { rectificationLedger } from './rectification-ledger';
import { rectificationOrder } from './rectification-order';
import { rectificationReport } from './rectification-report';
import { repairDecision } from './repair-decision';
import { repairLedger } from './repair-ledger';
import { repairReport } from './repair-report';
import { schedule } from './schedule';
import { scheduleAnnouncement } from './schedule-announcement';
import { subjectList } from './subject-list';

/** Every Excel document, one line each, in the order in which the pages show them. */
export const reports: readonly ReportDefinition[] = [
  rectificationOrder,
  rectificationReport,
  rectificationLedger,
  repairReport,
  repairDecision,
  repairLedger,
  scheduleAnnouncement,
  schedule,
  inspectionRecord,
  ratingWhy,
  subjectList,
  inspectionResults,
  ratingList,
  packDryRun,
  importProblems,
];
