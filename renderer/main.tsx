import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/source-sans-3/index.css';
import '@fontsource/source-code-pro/400.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/pages.css';
import { createBrowserShell } from './core/browserShell.ts';
import { createCoreConnection } from './core/coreConnection.ts';
import { createQueryCache } from './core/queryCache.ts';
import { ServicesProvider } from './core/services.tsx';
import { connectWebSocket } from './core/webSocketWire.ts';
import { Frame } from './parts/Frame.tsx';

/** The secret of this start of the program is the first part of the page's path. */
const token = window.location.pathname.split('/')[1] ?? '';
const connection = createCoreConnection(() => connectWebSocket(`ws://${window.location.host}/core/${token}`));
const services = { connection, cache: createQueryCache(connection), shell: createBrowserShell(`/${token}`) };

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ServicesProvider services={services}>
      <Frame />
    </ServicesProvider>
  </StrictMode>,
);
