import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './app/tokens.css';
import './app/base.css';
import './app/print.css';
import 'dayjs/locale/zh-cn';
import { App } from './app/app';
import { Providers } from './app/providers';
import { installImeGuard } from './components/ime';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
// react-remove-scroll, inside the dialogs, asks for the nonce of its style here.
Object.assign(globalThis, { __webpack_nonce__: nonce });
installImeGuard(window);

const root = document.getElementById('root');
if (!root) throw new Error('no #root');
createRoot(root).render(
  <Providers nonce={nonce}>
    <App />
  </Providers>,
);
