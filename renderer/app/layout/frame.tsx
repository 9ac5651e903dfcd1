import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { bridge } from '../../api/bridge';
import { useEngineState } from '../../api/events';
import { useRoute } from '../../api/queries';
import { GradeBandsProvider } from '../../components/grade-bands';
import { useShortcut } from '../../components/ime';
import { usePreference } from '../../components/view-memory';
import { CommandPalette, openPalette } from '../command-palette';
import css from './frame.module.css';
import { Rail } from './rail';
import { StatusLine } from './status-line';
import { TopBar } from './top-bar';

/** Rail, top bar, page, status line. No other chrome. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const engine = useEngineState();
  // A store becomes a practice store while the window is open: when the sample office is loaded.
  const marked = useRoute('store.status', {}).data?.practice === true;
  const practice = marked || (engine.state === 'ready' && engine.practice);
  const [preferred, setSmall] = usePreference('rail-small', false);
  // A large interface scale leaves little width: the page goes first.
  const small = (useMediaQuery('(max-width: 1000px)') ?? false) || preferred;
  const toggle = () => setSmall(!preferred);
  const latest = useRef(toggle);
  latest.current = toggle;
  useShortcut('mod+K', openPalette);
  useShortcut('mod+B', toggle);
  useEffect(
    () => bridge.on('shell.command', (command) => (command === 'palette' ? openPalette() : latest.current())),
    [],
  );

  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page takes the keyboard, so that Tab begins in it
  useEffect(() => main.current?.focus({ preventScroll: true }), [pathname]);

  return (
    <GradeBandsProvider>
      <div className={`${css.frame} ${small ? css.small : ''} ${practice ? css.practice : ''}`}>
        <button type="button" className={css.skip} onClick={() => main.current?.focus()}>
          跳到页面内容
        </button>
        <Rail small={small} onToggle={toggle} />
        <TopBar />
        <main ref={main} className={css.main} tabIndex={-1}>
          {children}
        </main>
        <StatusLine practice={practice} />
        <CommandPalette />
      </div>
    </GradeBandsProvider>
  );
}
