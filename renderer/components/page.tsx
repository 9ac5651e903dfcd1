import { IconChevronLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'react-router-dom';
import css from './page.module.css';

type PageProps = {
  /** list: the table takes the rest of the height. narrow: forms and settings. */
  readonly kind?: 'plain' | 'list' | 'narrow';
  readonly children: ReactNode;
};

/** The frame of every page: same margins, same gaps. */
export function Page({ kind = 'plain', children }: PageProps) {
  const variant = { plain: '', list: css.fill, narrow: css.narrow }[kind];
  return <div className={`${css.page} ${variant}`}>{children}</div>;
}

type PageHeaderProps = {
  readonly title: string;
  /** One line: what this page is for. On a record page: its code. */
  readonly purpose?: ReactNode;
  /** Beside the title: grade and state pills. */
  readonly badges?: ReactNode;
  /** At the right; the one primary button last. */
  readonly actions?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
};

export function PageHeader({ title, purpose, badges, actions, back }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} — 知信办案台`;
  }, [title]);
  return (
    <header className={css.header}>
      <div className={css.words}>
        {back ? (
          <Link className={css.back} to={back.to}>
            <IconChevronLeft size={14} stroke={1.5} aria-hidden />
            {back.label}
          </Link>
        ) : null}
        <div className={css.titleLine}>
          <h1 className={css.title}>{title}</h1>
          {badges}
        </div>
        {purpose ? <p className={css.purpose}>{purpose}</p> : null}
      </div>
      {actions ? <div className={css.actions}>{actions}</div> : null}
    </header>
  );
}

type ColumnsProps = {
  readonly main: ReactNode;
  readonly side: ReactNode;
  /** The side stays in sight while a long story is scrolled: the law beside the question. */
  readonly fixedSide?: boolean;
  /** Where a higher number is the worse one (risk), plus and minus change their colours below. */
  readonly better?: 'higher' | 'lower';
};

/** The story at the left, the side panel (law, open ends, last visit) at the right. */
export function Columns({ main, side, fixedSide = false, better }: ColumnsProps) {
  return (
    <div className={css.columns} data-better={better}>
      <div className={css.stack}>{main}</div>
      <aside className={`${css.stack} ${fixedSide ? css.fixed : ''}`}>{side}</aside>
    </div>
  );
}
