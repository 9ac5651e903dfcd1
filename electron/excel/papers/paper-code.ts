import { writeRecordCode } from '#shared/domain/document/qr';
import type { PaperId } from '#shared/domain/paper/papers';

/** What the code in the corner of a paper says; reading it brings the scan to its record. */
export const paperCode = (noun: string, id: string, paper: PaperId): string => writeRecordCode({ noun, id, paper });
