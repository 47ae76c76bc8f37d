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
import { createQueryCache, type QueryCache } from './core/queryCache.ts';
import { type Services, ServicesProvider } from './core/services.tsx';
import { today } from './core/today.ts';
import { connectWebSocket } from './core/webSocketWire.ts';
import { Frame } from './parts/Frame.tsx';

/** In the desktop program its preload script shows this; in a browser the program on this machine serves the page. */
const bridge = (window as { readonly bascule?: ShellBridge }).bascule;
const services = bridge ? desktopServices(bridge) : browserServices();
/** A plan's first answers are mostly computed when they are asked for: drawn with them, the page is built up once and not three times. */
const longestWaitMilliseconds = 100;

function desktopServices(shell: ShellBridge): Services {
  // The core starts when it is asked for the first time, and then needs both processors for a while.
  const hasNoPlan = shell.opensWithoutPlan();
  const mayAsk = hasNoPlan ? firstPaint() : Promise.resolve();
  const connection = createCoreConnection(() => mayAsk.then(() => connectMessagePort(shell)));
  const cache = createQueryCache(connection, hasNoPlan);
  return { connection, cache, shell: createElectronShell(shell, mayAsk), lostKey: 'window.coreLost' };
}

/** What the overview asks first. */
async function askForStartPage(cache: QueryCache): Promise<void> {
  const answers = [cache.askAhead('plan.get', {}), cache.askAhead('plan.getSummary', { today: today() }), cache.askAhead('history.list', { limit: 1 })];
  await Promise.race([Promise.all(answers), new Promise((resolve) => setTimeout(resolve, longestWaitMilliseconds))]);
}

function browserServices(): Services {
  // The secret of this start of the program is the first part of the page's path.
  const token = window.location.pathname.split('/')[1] ?? '';
  const connection = createCoreConnection(() => connectWebSocket(`ws://${window.location.host}/core/${token}`));
  return { connection, cache: createQueryCache(connection), shell: createBrowserShell(`/${token}`), lostKey: 'window.serverLost' };
}

function draw(): void {
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <ServicesProvider services={services}>
        <Frame />
      </ServicesProvider>
    </StrictMode>,
  );
}

if (bridge && !bridge.opensWithoutPlan()) void askForStartPage(services.cache).then(draw);
else draw();
