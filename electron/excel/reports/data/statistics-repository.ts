import type { Store } from '../../../db/open-store';

/** The name of an officer, empty when unknown. */
export const findOfficerName = (reader: Store['reader'], id: string): string =>
  String(reader.prepare('select name from officer where id = ?').pluck().get(id) ?? '');
