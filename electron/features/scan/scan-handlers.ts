import type { scanRoutes } from '#shared/ipc/scan';
import type { Handlers } from '../../ipc/context';
import { bindScan, findScanRecords, setScanAside, takeScans, viewScans } from './scan-service';

export const scanHandlers: Handlers<typeof scanRoutes> = {
  'scan.list': (input, { db }) => viewScans(db, input),
  'scan.take': (input, context) => takeScans(input, context),
  'scan.find-records': (input, { db }) => findScanRecords(db, input),
  'scan.bind': (input, { write }) =>
    write({ object: `scan:${input.id}`, summary: '手工归档扫描件' }, async (tx, sharpen) => {
      sharpen({ summary: await bindScan(tx, input) });
      return { id: input.id };
    }),
  'scan.set-aside': (input, { write }) =>
    write({ object: `scan:${input.id}`, summary: '扫描件不归档' }, async (tx, sharpen) => {
      sharpen({ summary: await setScanAside(tx, input) });
      return { id: input.id };
    }),
};
