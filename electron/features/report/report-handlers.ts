import { readRegisterId, variantTitle } from '#shared/domain/document/variant';
import type { reportRoutes } from '#shared/ipc/report';
import { reports } from '../../excel/reports/index';
import type { Handlers } from '../../ipc/context';
import { filePdf, pageFrame } from './file-pdf';
import { listIssued } from './report-repository';
import { exportReport, getDefinition, reportContext } from './report-service';

const titles = new Map(reports.map(({ id, title }) => [id, title]));

function titleOf(entry: string): string {
  const { report, variant } = readRegisterId(entry);
  return variantTitle(titles.get(report) ?? report, variant);
}

export const reportHandlers: Handlers<typeof reportRoutes> = {
  'report.list': () => ({
    reports: reports.map(({ id, title, group, description, params }) => ({
      id,
      title,
      group,
      description,
      params: [...params],
    })),
  }),
  'report.suggest-name': async ({ report, params }, context) => {
    const draft = await getDefinition(report).gather(await reportContext(context), params);
    return { fileName: draft.fileName };
  },
  'report.export': ({ report, params, target }, context) =>
    exportReport({ report, params, path: context.files.write(target).path }, context),
  'report.page-frame': (_input, context) => pageFrame(context),
  'report.file-pdf': (input, context) => filePdf(input, context),
  'report.list-issued': async (filter, { db }) => ({
    documents: (await listIssued(db, filter)).map((row) => ({ ...row, title: titleOf(row.report) })),
  }),
};
