import type * as z from 'zod';
import { auditRoutes } from './audit';
import { calendarRoutes } from './calendar';
import { evidenceRoutes } from './evidence';
import { exchangeRoutes } from './exchange';
import { factRoutes } from './fact';
import { filingRoutes } from './filing';
import { inspectionRoutes } from './inspection';
import { interviewRoutes } from './interview';
import { jobRoutes } from './job';
import { leadRoutes } from './lead';
import { letterRoutes } from './letter';
import { numberRoutes } from './number';
import { officeRoutes } from './office';
import { officerRoutes } from './officer';
import { packRoutes } from './pack';
import { paperRoutes } from './paper';
import { planRoutes } from './plan';
import { ratingRoutes } from './rating';
import { rectificationRoutes } from './rectification';
import { rectificationProofRoutes } from './rectification-proof';
import { repairRoutes } from './repair';
import { reportRoutes } from './report';
import { reviewRoutes } from './review';
import { sampleRoutes } from './sample';
import { scanRoutes } from './scan';
import { shellRoutes } from './shell';
import { statisticsRoutes } from './statistics';
import { storeRoutes } from './store';
import { subjectRoutes } from './subject';
import { todayRoutes } from './today';

/** Every door of the engine. One line a noun. */
export const engineRoutes = {
  ...auditRoutes,
  ...calendarRoutes,
  ...evidenceRoutes,
  ...exchangeRoutes,
  ...factRoutes,
  ...filingRoutes,
  ...inspectionRoutes,
  ...interviewRoutes,
  ...jobRoutes,
  ...leadRoutes,
  ...letterRoutes,
  ...numberRoutes,
  ...officeRoutes,
  ...officerRoutes,
  ...packRoutes,
  ...paperRoutes,
  ...planRoutes,
  ...ratingRoutes,
  ...rectificationRoutes,
  ...rectificationProofRoutes,
  ...repairRoutes,
  ...reportRoutes,
  ...reviewRoutes,
  ...sampleRoutes,
  ...scanRoutes,
  ...statisticsRoutes,
  ...storeRoutes,
  ...subjectRoutes,
  ...todayRoutes,
};

/** The engine's doors and the window's own (dialogs). */
export const routes = { ...engineRoutes, ...shellRoutes };

export type EngineRoutes = typeof engineRoutes;
export type Routes = typeof routes;
export type RouteName = keyof Routes;
export type EngineRouteName = keyof EngineRoutes;
export type RouteInput<N extends RouteName> = z.input<Routes[N]['input']>;
export type RouteOutput<N extends RouteName> = z.output<Routes[N]['output']>;
/** What a handler receives, after defaults are filled in. */
export type ParsedInput<N extends RouteName> = z.output<Routes[N]['input']>;
