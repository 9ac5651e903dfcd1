import type { ImportCell } from './import-cell';

/** A value that is taken, with something the officer should know ("已改正全角字符"). */
export class CellNote<Value> {
  constructor(
    readonly value: Value,
    readonly message: string,
  ) {}
}

/** A value that is not taken: one sentence why, and the value that would be accepted when one is known. */
export class CellRefusal {
  constructor(
    readonly message: string,
    readonly fix: string | null,
  ) {}
}

/** Parsers answer with the bare value in the good case: 2,000,000 cells shall not cost 2,000,000 envelopes. */
export type CellParser<Value> = (text: string, cell: ImportCell) => Value | CellNote<Value> | CellRefusal;

export type ColumnSpec<Key extends string = string, Value = unknown, Required extends boolean = boolean> = {
  readonly key: Key;
  readonly label: string;
  /** Other headers of the same column; compared without spaces, punctuation and case. */
  readonly aliases: readonly string[];
  /** The column must be there and no cell of it empty. */
  readonly required: Required;
  /** Called for non-empty cells only, with the cleaned text. */
  readonly parse: CellParser<Value>;
  /** Chooses the parser by the header when the header carries a unit (元 or 万元). */
  readonly parserFor?: (header: string) => CellParser<Value>;
  /** How the value may be shown in a list of problems; for personal data. */
  readonly mask?: (value: string) => string;
};

/** The record a list of columns yields: the value for a required column, else the value or null. */
export type RecordOf<Specs extends readonly ColumnSpec[]> = {
  readonly [Spec in Specs[number] as Spec['key']]: Spec extends ColumnSpec<string, infer Value, infer Required>
    ? Required extends true
      ? Value
      : Value | null
    : never;
};

/** Declares one column so that its key, value type and requiredness are kept. */
export function column<const Key extends string, Value, const Required extends boolean>(
  spec: ColumnSpec<Key, Value, Required>,
): ColumnSpec<Key, Value, Required> {
  return spec;
}

/** A column that may be missing or empty. */
export function optionalColumn<const Key extends string, Value>(
  key: Key,
  label: string,
  parse: CellParser<Value>,
  aliases: readonly string[],
  mask?: (value: string) => string,
): ColumnSpec<Key, Value, false> {
  return { key, label, aliases, required: false, parse, ...(mask ? { mask } : {}) };
}

export function refuse(message: string, fix: string | null = null): CellRefusal {
  return new CellRefusal(message, fix);
}
