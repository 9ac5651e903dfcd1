import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

type PageRoute = { readonly path: string; readonly Page: LazyExoticComponent<ComponentType> };

/**
 * One line a page; each is loaded when it is first opened.
 *
 * @example page('/subjects/:id', () => import('../features/subject/subject-page').then((m) => m.SubjectPage)),
 */
const page = (path: string, load: () => Promise<ComponentType>): PageRoute => ({
  path,
  Page: lazy(async () => ({ default: await load() })),
});

export const pages: readonly PageRoute[] = [
  page('/', () => import('../features/today/today-page').then((m) => m.TodayPage)),
  page('/subjects', () => import('../features/subject/subject-page').then((m) => m.SubjectPage)),
  page('/subjects/new', () => import('../features/subject/subject-form-page').then((m) => m.NewSubjectPage)),
  page('/subjects/import', () => import('../features/subject/import-page').then((m) => m.ImportPage)),
  page('/subjects/:id', () => import('../features/subject/subject-file-page').then((m) => m.SubjectFilePage)),
  page('/subjects/:id/edit', () => import('../features/subject/subject-form-page').then((m) => m.EditSubjectPage)),
  page('/settings/:part?', () => import('../features/settings/settings-page').then((m) => m.SettingsPage)),
  page('/inspections', () => import('../features/inspection/inspection-page').then((m) => m.InspectionPage)),
  page('/inspections/new', () => import('../features/inspection/start-page').then((m) => m.StartPage)),
  page('/inspections/outing', () => import('../features/inspection/outing-page').then((m) => m.OutingPage)),
  page('/inspections/:id', () =>
    import('../features/inspection/inspection-file-page').then((m) => m.InspectionFilePage),
  ),
  page('/scans', () => import('../features/scan/scan-page').then((m) => m.ScanPage)),
  page('/inspections/:id/evidence', () => import('../features/evidence/desk-page').then((m) => m.InspectionDeskPage)),
  page('/rectifications/:id/evidence', () => import('../features/evidence/desk-page').then((m) => m.OrderDeskPage)),
  page('/results', () => import('../features/review/review-page').then((m) => m.ReviewPage)),
  page('/results/:id', () => import('../features/review/review-file-page').then((m) => m.ReviewFilePage)),
  page('/letters', () => import('../features/letter/letter-page').then((m) => m.LetterPage)),
  page('/letters/new', () => import('../features/letter/letter-form-page').then((m) => m.LetterFormPage)),
  page('/letters/:id', () => import('../features/letter/letter-file-page').then((m) => m.LetterFilePage)),
  page('/rectifications', () =>
    import('../features/rectification/rectification-page').then((m) => m.RectificationPage),
  ),
  page('/rectifications/new', () => import('../features/rectification/order-page').then((m) => m.OrderPage)),
  page('/rectifications/:id', () =>
    import('../features/rectification/rectification-file-page').then((m) => m.RectificationFilePage),
  ),
  page('/repairs', () => import('../features/repair/repair-page').then((m) => m.RepairPage)),
  page('/repairs/new', () => import('../features/repair/apply-page').then((m) => m.ApplyPage)),
  page('/repairs/records/new', () => import('../features/repair/record-form-page').then((m) => m.RecordFormPage)),
  page('/repairs/records/:id', () =>
    import('../features/repair/dishonesty-file-page').then((m) => m.DishonestyFilePage),
  ),
  page('/repairs/:id', () => import('../features/repair/repair-file-page').then((m) => m.RepairFilePage)),
  page('/ratings', () => import('../features/rating/rating-page').then((m) => m.RatingPage)),
  page('/ratings/run', () => import('../features/rating/rate-all-page').then((m) => m.RateAllPage)),
  page('/ratings/runs', () => import('../features/rating/run-list-page').then((m) => m.RunListPage)),
  page('/ratings/runs/:id', () => import('../features/rating/run-file-page').then((m) => m.RunFilePage)),
  page('/ratings/migration', () => import('../features/rating/migration-page').then((m) => m.MigrationPage)),
  page('/ratings/simulate/:subjectId', () => import('../features/rating/simulate-page').then((m) => m.SimulatePage)),
  page('/ratings/:id', () => import('../features/rating/rating-file-page').then((m) => m.RatingFilePage)),
  page('/leads', () => import('../features/lead/lead-page').then((m) => m.LeadPage)),
  page('/leads/applicants', () => import('../features/lead/applicant-page').then((m) => m.ApplicantPage)),
  page('/leads/applicants/rows', () => import('../features/lead/applicant-rows-page').then((m) => m.ApplicantRowsPage)),
  page('/leads/import', () => import('../features/lead/import-page').then((m) => m.LeadImportPage)),
  page('/leads/:id', () => import('../features/lead/lead-file-page').then((m) => m.LeadFilePage)),
  page('/plans', () => import('../features/plan/plan-page').then((m) => m.PlanPage)),
  page('/plans/tasks', () => import('../features/plan/plan-page').then((m) => m.PlanPage)),
  page('/plans/campaigns/:id', () => import('../features/plan/campaign-page').then((m) => m.CampaignPage)),
  page('/plans/new', () => import('../features/plan/draw-page').then((m) => m.DrawPage)),
  page('/plans/:id', () => import('../features/plan/plan-file-page').then((m) => m.PlanFilePage)),
  page('/papers', () => import('../features/paper/paper-page').then((m) => m.PaperPage)),
  page('/papers/apply', () => import('../features/paper/apply-page').then((m) => m.ApplyPage)),
  page('/papers/case/:kind/:id', () => import('../features/paper/case-page').then((m) => m.CasePage)),
  page('/papers/view/:paper/:id', () => import('../features/paper/paper-view-page').then((m) => m.PaperViewPage)),
  page('/papers/blank/:paper/:id', () => import('../features/paper/paper-view-page').then((m) => m.BlankPaperPage)),
  page('/papers/interviews/:id', () => import('../features/interview/interview-page').then((m) => m.InterviewPage)),
  page('/packs', () => import('../features/pack/pack-page').then((m) => m.PackPage)),
  page('/packs/:packId/:version', () => import('../features/pack/pack-file-page').then((m) => m.PackFilePage)),
  page('/packs/:packId/:version/activate', () => import('../features/pack/activate-page').then((m) => m.ActivatePage)),
  page('/packs/:packId/:version/edit', () => import('../features/pack/edit-page').then((m) => m.EditPage)),
  page('/reports/statistics', () => import('../features/statistics/statistics-page').then((m) => m.StatisticsPage)),
  page('/reports/statistics/rows', () => import('../features/statistics/rows-page').then((m) => m.StatisticsRowsPage)),
  page('/reports/exchange', () => import('../features/exchange/exchange-page').then((m) => m.ExchangePage)),
  page('/reports', () => import('../features/report/report-page').then((m) => m.ReportPage)),
  page('*', () => import('./not-found-page').then((m) => m.NotFoundPage)),
];
