import type { ReportDefinition } from './definition';
import { filingApplicants } from './filing-applicants';
import { importProblems } from './import-problems';
import { inspectionRecord } from './inspection-record';
import { inspectionResults } from './inspection-results';
import { leadList } from './lead-list';
import { packDryRun } from './pack-dry-run';
import { ratingList } from './rating-list';
import { ratingMigration } from './rating-migration';
import { ratingMovers } from './rating-movers';
import { ratingSimulation } from './rating-simulation';
import { ratingWarningLetter } from './rating-warning-letter';
import { ratingWhy } from './rating-why';
import { rectificationLedger } from './rectification-ledger';
import { rectificationOrder } from './rectification-order';
import { rectificationReport } from './rectification-report';
import { repairDecision } from './repair-decision';
import { repairLedger } from './repair-ledger';
import { repairReport } from './repair-report';
import { schedule } from './schedule';
import { subjectList } from './subject-list';

/** Every Excel document, one line each, in the order in which the pages show them. */
export const reports: readonly ReportDefinition[] = [
  rectificationOrder,
  rectificationReport,
  rectificationLedger,
  repairReport,
  repairDecision,
  repairLedger,
  schedule,
  inspectionRecord,
  ratingWhy,
  ratingSimulation,
  ratingWarningLetter,
  ratingMovers,
  ratingMigration,
  subjectList,
  inspectionResults,
  ratingList,
  packDryRun,
  leadList,
  filingApplicants,
  importProblems,
];
