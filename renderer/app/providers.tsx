import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { HashRouter } from 'react-router-dom';
import { followEngine } from '../api/events';
import { createQueryClient } from '../api/query-client';
import { ErrorBoundary } from './error-boundary';
import { cssVariables, theme } from './theme';

/** Everything that wraps the pages. `nonce` lets the styles through the content security policy. */
export function Providers({ nonce, children }: { readonly nonce: string; readonly children: ReactNode }) {
  const [client] = useState(createQueryClient);
  useEffect(() => followEngine(client), [client]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      getStyleNonce={() => nonce}
      forceColorScheme="light"
    >
      <DatesProvider settings={{ locale: 'zh-cn', firstDayOfWeek: 1 }}>
        <QueryClientProvider client={client}>
          <ModalsProvider labels={{ confirm: '确认', cancel: '取消' }}>
            <Notifications position="bottom-right" autoClose={6000} limit={3} containerWidth={400} />
            <ErrorBoundary>
              <HashRouter>{children}</HashRouter>
            </ErrorBoundary>
          </ModalsProvider>
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  );
}
