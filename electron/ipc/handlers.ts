import type { EngineRoutes } from '#shared/ipc/contract';
import { auditHandlers } from '../features/audit/audit-handlers';
import { calendarHandlers } from '../features/calendar/calendar-handlers';
import { evidenceHandlers } from '../features/evidence/evidence-handlers';
import { exchangeHandlers } from '../features/exchange/exchange-handlers';
import { factHandlers } from '../features/fact/fact-handlers';
import { filingHandlers } from '../features/filing/filing-handlers';
import { inspectionHandlers } from '../features/inspection/inspection-handlers';
import { interviewHandlers } from '../features/interview/interview-handlers';
import { jobHandlers } from '../features/job/job-handlers';
import { leadHandlers } from '../features/lead/lead-handlers';
import { letterHandlers } from '../features/letter/letter-handlers';
import { numberHandlers } from '../features/number/number-handlers';
import { officeHandlers } from '../features/office/office-handlers';
import { officerHandlers } from '../features/officer/officer-handlers';
import { packHandlers } from '../features/pack/pack-handlers';
import { paperHandlers } from '../features/paper/paper-handlers';
import { planHandlers } from '../features/plan/plan-handlers';
import { ratingHandlers } from '../features/rating/rating-handlers';
import { rectificationProofHandlers } from '../features/rectification/proof-handlers';
import { rectificationHandlers } from '../features/rectification/rectification-handlers';
import { repairHandlers } from '../features/repair/repair-handlers';
import { reportHandlers } from '../features/report/report-handlers';
import { reviewHandlers } from '../features/review/review-handlers';
import { sampleHandlers } from '../features/sample/sample-handlers';
import { scanHandlers } from '../features/scan/scan-handlers';
import { statisticsHandlers } from '../features/statistics/statistics-handlers';
import { storeHandlers } from '../features/store/store-handlers';
import { subjectHandlers } from '../features/subject/subject-handlers';
import { todayHandlers } from '../features/today/today-handlers';
import type { Handlers } from './context';

/** Every handler, one line a feature. */
export const handlers: Handlers<EngineRoutes> = {
  ...auditHandlers,
  ...calendarHandlers,
  ...evidenceHandlers,
  ...exchangeHandlers,
  ...factHandlers,
  ...filingHandlers,
  ...inspectionHandlers,
  ...interviewHandlers,
  ...jobHandlers,
  ...leadHandlers,
  ...letterHandlers,
  ...numberHandlers,
  ...officeHandlers,
  ...officerHandlers,
  ...packHandlers,
  ...paperHandlers,
  ...planHandlers,
  ...ratingHandlers,
  ...rectificationHandlers,
  ...rectificationProofHandlers,
  ...repairHandlers,
  ...reportHandlers,
  ...reviewHandlers,
  ...sampleHandlers,
  ...scanHandlers,
  ...statisticsHandlers,
  ...storeHandlers,
  ...subjectHandlers,
  ...todayHandlers,
};
