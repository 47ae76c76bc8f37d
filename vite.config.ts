import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { asciiOnly } from './build/asciiOnly.mjs';
import { messagesAsText } from './build/messagesAsText.mjs';
import { operationFacts } from './core/contract/operationFacts.ts';
import { messages } from './core/i18n/messages.ts';

/** Builds the window's pages into one folder that a browser server and the desktop shell both serve. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), factsAsData(), messagesAsText(messages), asciiOnly()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    sourcemap: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
});

/** Of the contract the pages get the table of facts as it is computed here, and with it neither the schemas nor their library. */
function factsAsData(): Plugin {
  return {
    name: 'bascule-facts-as-data',
    load: (id) => (id.endsWith('/core/contract/operationFacts.ts') ? `export const operationFacts = ${JSON.stringify(operationFacts)};` : null),
  };
}
