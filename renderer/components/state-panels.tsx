import { Loader } from '@mantine/core';
import { IconAlertTriangle, IconFolderOpen } from '@tabler/icons-react';
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import type { ApiError } from '../api/client';
import css from './state-panels.module.css';

type EmptyStateProps = {
  /** One sentence: what is not here, and what will bring it. */
  readonly sentence: string;
  /** One button. */
  readonly action?: ReactNode;
  readonly icon?: ComponentType<{ size?: number; stroke?: number }>;
  readonly compact?: boolean;
};

export function EmptyState({ sentence, action, icon: Icon = IconFolderOpen, compact = false }: EmptyStateProps) {
  return (
    <div className={`${css.empty} ${compact ? css.compact : ''}`}>
      {compact ? null : (
        <span className={css.glyph}>
          <Icon size={22} stroke={1.5} />
        </span>
      )}
      <p>{sentence}</p>
      {action}
    </div>
  );
}

type ErrorPanelProps = {
  readonly what: string;
  readonly kept: string;
  readonly todo: string;
  readonly actions?: ReactNode;
};

/** What happened, what was kept, what to do, in that order. */
export function ErrorPanel({ what, kept, todo, actions }: ErrorPanelProps) {
  return (
    <div className={css.error} role="alert">
      <IconAlertTriangle className={css.errorGlyph} size={24} stroke={1.5} aria-hidden />
      <div>
        <h2 className={css.what}>{what}</h2>
        <dl className={css.lines}>
          <dt>已保留</dt>
          <dd>{kept}</dd>
          <dt>怎么办</dt>
          <dd>{todo}</dd>
        </dl>
        {actions ? <div className={css.buttons}>{actions}</div> : null}
      </div>
    </div>
  );
}

/** A query that was refused, in place of its content. */
export function QueryError({ error, actions }: { readonly error: ApiError; readonly actions?: ReactNode }) {
  return (
    <ErrorPanel
      what={error.message}
      kept="已经保存的记录没有变动。"
      todo={error.code === 'not_found' ? '返回列表重新查找。' : '稍后重试；仍不行时把上面这句话告诉维护人员。'}
      actions={actions}
    />
  );
}

/** Words beside the wheel, and only when it takes long enough to be noticed. */
export function Loading({ label = '正在读取' }: { readonly label?: string }) {
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), 250);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={css.loading} role="status">
      {visible ? (
        <>
          <Loader size="xs" /> {label}
        </>
      ) : null}
    </div>
  );
}
