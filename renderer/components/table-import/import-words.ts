import type { RouteOutput } from '#shared/ipc/contract';

/** Every table import answers in these shapes. */
export type Preview = RouteOutput<'subject.preview-import'>;
export type ImportResult = RouteOutput<'subject.run-import'>;
export type Batch = RouteOutput<'subject.list-imports'>['batches'][number];
export type RowProblem = Preview['problems'][number];

const NOUNS: Readonly<Record<string, string>> = {
  subject: '监管对象名录',
  fact: '信用信息',
  filing: '预警名单',
};

/** A stored batch names its noun in text; what is unknown is shown as it is. */
export const nounLabel = (noun: string): string => NOUNS[noun] ?? noun;
