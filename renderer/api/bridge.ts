import type { Bridge } from '#shared/ipc/bridge';

/** The only way out of the page, put there by the preload script. */
export const bridge = (window as unknown as { readonly bridge: Bridge<File> }).bridge;
