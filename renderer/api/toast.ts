import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import type { ApiError } from './client';

/** Says what was done; it goes away by itself. `message` may hold an undo button. */
export function toastDone(message: ReactNode): void {
  notifications.show({ message, color: 'indigo', withBorder: true });
}

/** Says what was refused and what to do; it stays until closed. */
export function toastError(error: ApiError): void {
  notifications.show({ title: '没有完成', message: error.message, color: 'seal', withBorder: true, autoClose: false });
}
