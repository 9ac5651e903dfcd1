import type { PaperId } from '#shared/domain/paper/papers';

/** What the code in the corner of a paper says; reading it brings the scan to its record. */
export const paperCode = (table: string, id: string, paper: PaperId): string => `${table}:${id}:${paper}`;
