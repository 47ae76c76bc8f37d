import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the window's pages into one folder that a browser server and the desktop shell both serve. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
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
