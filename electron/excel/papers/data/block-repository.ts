import type { ReadDb } from '../../../db/dialect';

/** Blocks handed to other devices that still stand. */
export const listGivenBlocks = (db: ReadDb, officeCode: string, year: number) =>
  db
    .selectFrom('number_block')
    .selectAll()
    .where('office_code', '=', officeCode)
    .where('year', '=', year)
    .where('role', '=', 'given')
    .where('state', '=', 'active')
    .orderBy('device_no')
    .orderBy('word')
    .orderBy('first_no')
    .execute();
