import { initial } from './0010-initial';

export type Migration = { readonly version: number; readonly name: string; readonly up: string };

/** In rising order; a released one is never edited. */
export const MIGRATIONS: readonly Migration[] = [initial];
