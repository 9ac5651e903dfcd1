/** A place in a pack: names of members and positions in lists. */
export type Path = readonly (string | number)[];
type Box = Record<string, unknown> | unknown[];

/** @example pathOf('nodes.0.name') // ['nodes', 0, 'name'] */
export const pathOf = (text: string): Path =>
  text === '' ? [] : text.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

export const textOf = (path: Path): string => path.join('.');

const isBox = (value: unknown): value is Box => typeof value === 'object' && value !== null;

export function getAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const part of path) {
    if (!isBox(value)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}

/** A copy with the value at the place; `undefined` takes the member away, so that a blank field leaves no trace. */
export function setAt<T>(root: T, path: Path, value: unknown): T {
  const [part, ...rest] = path;
  if (part === undefined) return value as T;
  if (Array.isArray(root)) {
    const next = setAt(root[Number(part)], rest, value);
    return root.map((old, at) => (at === Number(part) ? next : old)) as T;
  }
  const box = (isBox(root) ? root : {}) as Record<string | number, unknown>;
  const next = setAt(box[part], rest, value);
  if (next === undefined) {
    const { [part]: _, ...others } = box;
    return others as T;
  }
  return { ...box, [part]: next } as T;
}

const listAt = (root: unknown, path: Path): readonly unknown[] => {
  const list = getAt(root, path);
  return Array.isArray(list) ? list : [];
};

/** Puts a value into the list at `path`, at a position; a list that is not there begins with it. */
export function insertAt<T>(root: T, path: Path, at: number, value: unknown): T {
  return setAt(root, path, listAt(root, path).toSpliced(at, 0, value));
}

/** Takes the entry or member at the place away. */
export function removeAt<T>(root: T, path: Path): T {
  const parent = path.slice(0, -1);
  const last = path.at(-1);
  const box = getAt(root, parent);
  if (!Array.isArray(box)) return setAt(root, path, undefined);
  return setAt(root, parent, box.toSpliced(Number(last), 1));
}

/** Moves an entry within its list; out of bounds changes nothing. */
export function moveAt<T>(root: T, path: Path, by: number): T {
  const parent = path.slice(0, -1);
  const from = Number(path.at(-1));
  const list = listAt(root, parent);
  const to = from + by;
  if (to < 0 || to >= list.length) return root;
  return setAt(root, parent, list.toSpliced(from, 1).toSpliced(to, 0, list[from]));
}
