import type { DocumentVariant } from '#shared/domain/document/variant';
import type { ReportParam } from '#shared/ipc/report';
import type { IsoDate } from '#shared/kernel/dates';
import type { ReadDb } from '../../db/dialect';
import type { Store } from '../../db/open-store';
import type { Packs } from '../../packs/packs';
import type { PageFrame } from '../paper/page';

export type ReportParams = Readonly<Record<string, string>>;

/** What a document may use to gather its content; all of it belongs to one moment of the store. */
export type ReportContext = {
  readonly db: ReadDb;
  /** The folder of the store, where the files of records are. */
  readonly dir: string;
  /** Streams rows that are too many to hold at once. */
  readonly reader: Store['reader'];
  readonly packs: Packs;
  readonly now: string;
  readonly today: IsoDate;
  readonly office: { readonly name: string; readonly code: string; readonly phone: string; readonly address: string };
  readonly practice: boolean;
};

/** What it is about, for the register of issued documents. */
export type ReportOwner = { readonly table: string; readonly id: string };

/**
 * `record`: the number the record bears already; `series`: the next number of the office's series of that word, kept
 * when the same document is issued again; `none`: registers without a number.
 */
export type Numbering =
  | { readonly kind: 'record'; readonly no: string }
  | { readonly kind: 'series'; readonly word: string }
  | { readonly kind: 'none' };

/** What is known once the document gets its number. */
export type Issue = {
  readonly frame: PageFrame;
  readonly no: string;
  /** `第2次出具`, empty the first time. */
  readonly again: string;
  readonly progress: (label: string, done: number, total: number | null) => void;
  readonly isCancelled: () => boolean;
};

/** A document with its content gathered, ready to be written. */
export type Draft = {
  readonly fileName: string;
  readonly owner: ReportOwner;
  readonly numbering: Numbering;
  /** All variants of one document bear one number; each counts its own issues. */
  readonly variant?: DocumentVariant | null;
  /** Writes the whole file at `path` and answers how many rows of data it holds. */
  readonly write: (path: string, issue: Issue) => Promise<number>;
};

export type ReportDefinition = {
  readonly id: string;
  readonly title: string;
  readonly group: 'document' | 'ledger' | 'list';
  readonly description: string;
  readonly params: readonly ReportParam[];
  /** @throws AppError `bad_input` for a missing parameter, `not_found` for an unknown record */
  readonly gather: (context: ReportContext, params: ReportParams) => Promise<Draft>;
};
