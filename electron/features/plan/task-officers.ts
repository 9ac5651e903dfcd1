import * as z from 'zod';
import type { IsoDate } from '#shared/kernel/dates';
import { AppError } from '#shared/kernel/errors';
import type { ReadDb } from '../../db/dialect';

const leavesColumn = z.array(z.object({ from: z.string(), to: z.string() }));

/** @throws AppError `bad_input` for an officer who is away on that day */
export async function requireNoLeave(db: ReadDb, ids: readonly string[], on: IsoDate): Promise<void> {
  const rows = await db
    .selectFrom('officer')
    .select(['id', 'name', 'leaves'])
    .where('id', 'in', [...ids])
    .execute();
  for (const { id, name, leaves } of rows) {
    const leave = leavesColumn.parse(JSON.parse(leaves)).find(({ from, to }) => from <= on && on <= to);
    if (leave)
      throw new AppError('bad_input', `${name}${leave.from}至${leave.to}请假，请更换人员或改选日期。`, [
        { path: `officer${ids.indexOf(id) + 1}Id`, message: '当日请假' },
      ]);
  }
}
