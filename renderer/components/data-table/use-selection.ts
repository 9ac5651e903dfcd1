import { useState } from 'react';

export type Selection<Row> = {
  readonly has: (row: Row) => boolean;
  readonly toggle: (row: Row) => void;
  readonly set: (rows: readonly Row[]) => void;
  readonly clear: () => void;
  readonly rows: readonly Row[];
};

/** Selected rows by key; they stay selected when a filter hides them. */
export function useSelection<Row>(rowKey: (row: Row) => string): Selection<Row> {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Row>>(new Map());
  return {
    has: (row) => chosen.has(rowKey(row)),
    toggle: (row) =>
      setChosen((old) => {
        const next = new Map(old);
        if (!next.delete(rowKey(row))) next.set(rowKey(row), row);
        return next;
      }),
    set: (rows) => setChosen(new Map(rows.map((row) => [rowKey(row), row]))),
    clear: () => setChosen(new Map()),
    rows: [...chosen.values()],
  };
}
