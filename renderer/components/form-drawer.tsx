import { Button, Drawer } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import type { ApiError } from '../api/client';
import css from './form-drawer.module.css';
import { KeyHint } from './text';

type FormDrawerProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What will happen, in one sentence. */
  readonly intro?: ReactNode;
  /** The verb on the button. */
  readonly submit: string;
  readonly busy: boolean;
  readonly error?: ApiError | null;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
};

/** A short form over a record, at the right. Ctrl+Enter submits, Esc closes and keeps nothing. */
export function FormDrawer({
  opened,
  onClose,
  title,
  intro,
  submit,
  busy,
  error,
  onSubmit,
  children,
}: FormDrawerProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      classNames={{ title: css.title ?? '' }}
      position="right"
      size={600}
      closeButtonProps={{ 'aria-label': '关闭' }}
      transitionProps={{ duration: 100 }}
      overlayProps={{ backgroundOpacity: 0.28 }}
    >
      <SubmitForm onSubmit={onSubmit} busy={busy} className={css.form}>
        {intro ? <p className={css.intro}>{intro}</p> : null}
        {children}
        <FormProblem error={error ?? null} />
        <div className={css.foot}>
          <Button type="submit" loading={busy}>
            {submit}
          </Button>
          <Button variant="default" onClick={onClose}>
            取消
          </Button>
          <span className={css.hint}>
            <KeyHint keys="Ctrl+Enter" /> {submit}
          </span>
        </div>
      </SubmitForm>
    </Drawer>
  );
}

type SubmitFormProps = {
  readonly onSubmit: () => void;
  /** On its way: a second Ctrl+Enter is dead. */
  readonly busy?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** A form that Ctrl+Enter submits from any field; the server says what is missing, at the fields. */
export function SubmitForm({ onSubmit, busy = false, className, children }: SubmitFormProps) {
  const send = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  return (
    <form
      noValidate
      className={className}
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
      }}
    >
      {children}
    </form>
  );
}

/** The refusal in full, above the buttons: some reasons belong to no field. */
export function FormProblem({ error }: { readonly error: ApiError | null }) {
  if (!error || error.details.length === 0) return null;
  const each = [...new Set(error.details.map(({ message }) => message))];
  return (
    <p className={css.problem} role="alert">
      {error.code === 'bad_input' ? `有 ${error.details.length} 处需要改正：${each.join('；')}` : error.message}
    </p>
  );
}
