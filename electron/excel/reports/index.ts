import { paperReports } from '../papers/definitions';
import { numberSlip } from '../papers/number-slip';
import { campaignReport } from './campaign-report';
import { daySheet } from './day-sheet';
import type { ReportDefinition } from './definition';
import { evidenceIndex } from './evidence-index';
import { filingApplicants } from './filing-applicants';
import { importProblems } from './import-problems';
import { inspectionResults } from './inspection-results';
import { itemList } from './item-list';
import { leadList } from './lead-list';
import { letter } from './letter';
import { monthlyStatistics } from './monthly-statistics';
import { packDryRun } from './pack-dry-run';
import { photoSheets } from './photo-sheets';
import { planReasons } from './plan-reasons';
import { planTable } from './plan-table';
import { ratingList } from './rating-list';
import { ratingMigration } from './rating-migration';
import { ratingMovers } from './rating-movers';
import { ratingSimulation } from './rating-simulation';
import { ratingWarningLetter } from './rating-warning-letter';
import { ratingWhy } from './rating-why';
import { rectificationLedger } from './rectification-ledger';
import { rectificationReport } from './rectification-report';
import { rectificationWall } from './rectification-wall';
import { repairDecision } from './repair-decision';
import { repairLedger } from './repair-ledger';
import { repairReport } from './repair-report';
import { schedule } from './schedule';
import { scheduleAnnouncement } from './schedule-announcement';
import { subjectList } from './subject-list';

/** Every Excel document, one line each, in the order in which the pages show them. */
export const reports: readonly ReportDefinition[] = [
  ...paperReports,
  letter,
  numberSlip,
  rectificationReport,
  rectificationLedger,
  rectificationWall,
  monthlyStatistics,
  repairReport,
  repairDecision,
  repairLedger,
  scheduleAnnouncement,
  schedule,
  evidenceIndex,
  photoSheets,
  daySheet,
  planTable,
  planReasons,
  itemList,
  campaignReport,
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
