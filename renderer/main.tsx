import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/source-sans-3/index.css';
import '@fontsource/source-code-pro/400.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/pages.css';
import type { ShellBridge } from '../core/contract/shellBridge.ts';
import { createBrowserShell } from './core/browserShell.ts';
import { createCoreConnection } from './core/coreConnection.ts';
import { createElectronShell } from './core/electronShell.ts';
import { firstPaint } from './core/firstPaint.ts';
import { connectMessagePort } from './core/messagePortWire.ts';
import { createQueryCache } from './core/queryCache.ts';
import { type Services, ServicesProvider } from './core/services.tsx';
import { connectWebSocket } from './core/webSocketWire.ts';
import { Frame } from './parts/Frame.tsx';

/** In the desktop program its preload script shows this; in a browser the program on this machine serves the page. */
const bridge = (window as { readonly bascule?: ShellBridge }).bascule;
const services = bridge ? desktopServices(bridge) : browserServices();

function desktopServices(shell: ShellBridge): Services {
  // The core starts when it is asked for the first time, and then needs both processors for a while.
  const hasNoPlan = shell.opensWithoutPlan();
  const mayAsk = hasNoPlan ? firstPaint() : Promise.resolve();
  const connection = createCoreConnection(() => mayAsk.then(() => connectMessagePort(shell)));
  return { connection, cache: createQueryCache(connection, hasNoPlan), shell: createElectronShell(shell, mayAsk), lostKey: 'window.coreLost' };
}

function browserServices(): Services {
  // The secret of this start of the program is the first part of the page's path.
  const token = window.location.pathname.split('/')[1] ?? '';
  const connection = createCoreConnection(() => connectWebSocket(`ws://${window.location.host}/core/${token}`));
  return { connection, cache: createQueryCache(connection), shell: createBrowserShell(`/${token}`), lostKey: 'window.serverLost' };
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ServicesProvider services={services}>
      <Frame />
    </ServicesProvider>
  </StrictMode>,
);
