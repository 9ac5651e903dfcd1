/** A stop on the way of a day. */
export type Stop = {
  readonly date: string;
  /** Where the officers put it; null while nobody has. */
  readonly position: number | null;
  readonly district: string | null;
  readonly address: string | null;
  readonly name: string;
};

const order = new Intl.Collator('zh-CN', { numeric: true });

/** House numbers count as numbers, and written-out districts before the street do not tear one street apart. */
const street = ({ address, district }: Stop): string => {
  const text = address ?? '';
  const at = district ? text.indexOf(district) : -1;
  return at >= 0 && district ? text.slice(at + district.length) : text;
};

/**
 * Visits in the order in which they are driven to: day by day, first those that the officers have put in a place,
 * then by district, street and number. No map is asked; those without an address come last.
 *
 * @example routeOrder(stops).map(({ name }) => name)
 */
export function routeOrder<T extends Stop>(stops: readonly T[]): readonly T[] {
  const place = ({ position }: Stop) => position ?? Number.MAX_SAFE_INTEGER;
  const last = (text: string | null) => (text === null || text === '' ? 1 : 0);
  return [...stops].sort(
    (a, b) =>
      order.compare(a.date, b.date) ||
      place(a) - place(b) ||
      last(a.address) - last(b.address) ||
      order.compare(a.district ?? '', b.district ?? '') ||
      order.compare(street(a), street(b)) ||
      order.compare(a.name, b.name),
  );
}
