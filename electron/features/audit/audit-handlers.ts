import type { auditRoutes } from '#shared/ipc/audit';
import { AppError } from '#shared/kernel/errors';
import type { Handlers } from '../../ipc/context';
import { countEntries, findEntry, listEntries } from './audit-repository';
import { maskChanges } from './mask-changes';

export const auditHandlers: Handlers<typeof auditRoutes> = {
  'audit.list': async (input, { db }) => ({ rows: await listEntries(db, input), total: await countEntries(db, input) }),
  'audit.get': async ({ seq }, { db }) => {
    const entry = await findEntry(db, seq);
    if (!entry) throw new AppError('not_found', `没有第 ${seq} 号审计记录。`);
    return { ...entry, changes: maskChanges(entry.changes) };
  },
};
