import { Suspense } from 'react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { Loading } from '../components/state-panels';
import { EngineGate } from './engine-gate';
import { ErrorBoundary } from './error-boundary';
import { Frame } from './layout/frame';
import { pages } from './pages';

export function App() {
  const { pathname } = useLocation();
  return (
    <EngineGate>
      <Frame>
        {/* a broken page is left behind by going elsewhere */}
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<Loading label="正在打开页面" />}>
            <Routes>
              {pages.map(({ path, Page }) => (
                <Route key={path} path={path} element={<Page />} />
              ))}
            </Routes>
          </Suspense>
        </ErrorBoundary>
      </Frame>
    </EngineGate>
  );
}
