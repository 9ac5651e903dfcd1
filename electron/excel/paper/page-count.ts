/**
 * How many pages rows of these heights fill, none of them divided, and how far the last page is filled.
 *
 * @param repeated height of the rows that stand on every page after the first
 * @example pagesNeeded([60, 60], 100, 10) // { pages: 2, lastPage: 70 }
 */
export function pagesNeeded(
  heights: readonly number[],
  pageHeight: number,
  repeated: number,
): { readonly pages: number; readonly lastPage: number } {
  let pages = 1;
  let lastPage = 0;
  for (const height of heights) {
    if (lastPage > 0 && lastPage + height > pageHeight) {
      pages += 1;
      lastPage = repeated;
    }
    lastPage += height;
  }
  return { pages, lastPage };
}
