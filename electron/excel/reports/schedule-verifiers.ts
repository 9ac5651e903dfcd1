/**
 * The programs of `resources/verifiers` that are printed with every proof, so that anyone can draw again without this
 * program: for a witness the short ones, then those that recompute everything.
 */
export const VERIFIERS: readonly {
  readonly sheet: string;
  readonly fileName: string;
  /** List, seed, keys, ranks and picks; or the officers and their skips as well. */
  readonly scope: 'picks' | 'all';
}[] = [
  { sheet: '核验对象Python', fileName: 'verify_picks.py', scope: 'picks' },
  { sheet: '核验对象JavaScript', fileName: 'verify-picks.mjs', scope: 'picks' },
  { sheet: '核验程序Python', fileName: 'verify_draw.py', scope: 'all' },
  { sheet: '核验程序JavaScript', fileName: 'verify-draw.mjs', scope: 'all' },
];
