import react from '@vitejs/plugin-react';
export default {
  root: 'renderer', base: './',
  plugins: [{ name: 'stub', enforce: 'pre', resolveId(id) { const m = /pages\/(\w+)\/(\w+Page)\.tsx$/.exec(id); if (m && m[1] !== 'inventory') return '\0stub:' + m[2]; }, load(id) { if (id.startsWith('\0stub:')) return `export function ${id.slice(6)}() { return null; }`; } }, react()],
  build: { outDir: '/tmp/w1-dist', emptyOutDir: true, target: 'chrome130', assetsInlineLimit: 0, reportCompressedSize: false, minify: false, chunkSizeWarningLimit: 2000 },
};
