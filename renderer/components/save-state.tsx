import { Button } from '@mantine/core';
import css from './save-state.module.css';
import { clock } from './words';

export type SaveState =
  | { readonly phase: 'none' }
  | { readonly phase: 'saving' }
  | { readonly phase: 'saved'; readonly at: string }
  | { readonly phase: 'failed'; readonly message: string };

/** 已保存 14:03:21, or why not and how to try again. */
export function SaveMark({ state, onRetry }: { readonly state: SaveState; readonly onRetry?: () => void }) {
  switch (state.phase) {
    case 'none':
      return null;
    case 'saving':
      return (
        <span className={css.saved} role="status">
          正在保存
        </span>
      );
    case 'saved':
      return (
        <span className={css.saved} role="status">
          已保存 {clock(state.at)}
        </span>
      );
    case 'failed':
      return (
        <span className={css.failed} role="alert">
          未保存：{state.message}
          {onRetry ? (
            <Button size="compact-xs" variant="default" onClick={onRetry}>
              重新保存
            </Button>
          ) : null}
        </span>
      );
  }
}
