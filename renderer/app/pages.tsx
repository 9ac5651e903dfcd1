import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

type PageRoute = { readonly path: string; readonly Page: LazyExoticComponent<ComponentType> };

/**
 * One line a page; each is loaded when it is first opened.
 *
 * @example page('/subjects/:id', () => import('../features/subject/subject-page').then((m) => m.SubjectPage)),
 */
const page = (path: string, load: () => Promise<ComponentType>): PageRoute => ({
  path,
  Page: lazy(async () => ({ default: await load() })),
});

export const pages: readonly PageRoute[] = [page('*', () => import('./not-found-page').then((m) => m.NotFoundPage))];
