import { CloseButton } from '@mantine/core';
import { type ReactNode, useEffect, useId } from 'react';
import css from './peek-drawer.module.css';

type PeekDrawerProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly badges?: ReactNode;
  readonly children: ReactNode;
  /** Buttons; the way to the whole record last. */
  readonly actions?: ReactNode;
};

/** Shows a row at the right without leaving the list: the list keeps the keyboard, Esc closes. */
export function PeekDrawer({ open, onClose, title, badges, children, actions }: PeekDrawerProps) {
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const listen = (event: KeyboardEvent) => {
      // A menu or a dialog on top takes Esc for itself.
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [open, onClose]);
  if (!open) return null;
  return (
    <aside className={css.drawer} aria-labelledby={id}>
      <div className={css.head}>
        <div className={css.title}>
          <h2 id={id}>{title}</h2>
          {badges}
        </div>
        <CloseButton aria-label="关闭" onClick={onClose} />
      </div>
      <div className={css.body}>{children}</div>
      {actions ? <div className={css.foot}>{actions}</div> : null}
    </aside>
  );
}
