import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { asciiOnly } from './asciiOnly.mjs';
import { withLock } from './lock.mjs';
import { messagesAsText } from './messagesAsText.mjs';
import { root, runScript, tell } from './project.mjs';

/** What runs as it is found in node_modules: native code, and data that is read when first needed. The packager ships these. */
export const coreLibraries = ['better-sqlite3', '@myriaddreamin/typst-ts-node-compiler', 'date-holidays', '@expo-google-fonts/source-sans-3'];

const products = [
  { name: 'renderer', sources: ['renderer', 'core', 'vite.config.ts', 'build/asciiOnly.mjs', 'build/messagesAsText.mjs'], build: buildPages },
  {
    name: 'electron',
    sources: ['electron', 'core', 'db', 'formats', 'host', 'build/buildWindow.mjs', 'build/asciiOnly.mjs', 'build/messagesAsText.mjs'],
    build: buildShell,
  },
];

/** Builds the pages and the shell where their sources have changed since; otherwise answers within milliseconds. */
export async function buildWindow(names = products.map(({ name }) => name)) {
  const stale = () => products.filter((product) => names.includes(product.name) && fingerprintOf(product.sources) !== builtFrom(product.name));
  if (stale().length === 0) return;
  await withLock(join(root, '.cache', 'build.lock'), async () => {
    for (const { name, sources, build } of stale()) {
      tell(`Building ${name} …`);
      const fingerprint = fingerprintOf(sources);
      rmSync(recordOf(name), { force: true });
      await build();
      mkdirSync(join(root, '.cache'), { recursive: true });
      writeFileSync(recordOf(name), fingerprint);
    }
  });
}

const recordOf = (name) => join(root, '.cache', `built-${name}.txt`);

function builtFrom(name) {
  const file = recordOf(name);
  // The folder may have been emptied by hand, or built by another tool for another place.
  return existsSync(file) && existsSync(join(root, 'dist', name)) ? readFileSync(file, 'utf8') : null;
}

/** Names, sizes and times of all sources: reading a thousand files at every start would be felt. */
function fingerprintOf(sources) {
  const hash = createHash('sha256');
  for (const place of [...sources, 'package-lock.json']) {
    for (const file of filesAt(join(root, place))) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function filesAt(place) {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function buildPages() {
  const { build } = await import('vite');
  await build({ configFile: join(root, 'vite.config.ts'), root: join(root, 'renderer'), logLevel: 'warn' });
}

async function buildShell() {
  const folder = join(root, 'dist', 'electron');
  rmSync(folder, { recursive: true, force: true });
  // Electron's sandbox loads a preload script only as one CommonJS file; main is one too, because it starts sooner.
  const { messages } = await import('../core/i18n/messages.ts');
  await bundle({ entry: 'electron/main.ts', file: 'main.cjs', format: 'cjs', external: ['electron'], plugins: [messagesAsText(messages)] });
  await bundle({ entry: 'electron/preload.ts', file: 'preload.cjs', format: 'cjs', external: ['electron'] });
  const threads = new Set();
  await bundle({
    entry: 'electron/coreEntry.ts',
    file: 'core.mjs',
    format: 'es',
    external: coreLibraries,
    plugins: [threadsBeside(threads), keepOwnPlaces(), messagesAsText(messages)],
    banner: ownPlaces,
  });
  // A thread begins with a file of its own; it knows neither plans nor messages, and is small.
  for (const entry of threads) await bundle({ entry, file: threadFile(entry), format: 'es', external: [] });
}

async function bundle({ entry, file, format, external, plugins = [], banner = '' }) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [...plugins, asciiOnly()],
    ssr: { noExternal: true, external },
    build: {
      ssr: entry,
      outDir: 'dist/electron',
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: { external, output: { format, entryFileNames: file, codeSplitting: false, banner } },
    },
  });
}

/** In the bundle every module of ours still finds its place in the tree, in a checkout and in a package alike. */
const ownPlaces = `import { fileURLToPath as ownPath } from 'node:url';
const ownUrl = (place) => new URL(place, new URL('../../', import.meta.url)).href;
const ownFolder = (place) => ownPath(ownUrl(place)).replace(/[\\\\/]$/, '');
const ownThread = (file) => new URL(file, import.meta.url);`;

const threadFile = (entry) => `${basename(entry, '.ts')}.mjs`;

/** The threads of the core: what a module names by `new URL('./….ts', import.meta.url)` lies beside the bundle, bundled too. */
function threadsBeside(threads) {
  return {
    name: 'bascule-threads',
    enforce: 'pre',
    transform(code, id) {
      const folder = relative(root, dirname(id)).replaceAll('\\', '/');
      if (folder.startsWith('..') || folder.startsWith('node_modules') || !code.includes('import.meta.url')) return null;
      return code.replaceAll(/new URL\('\.\/(\w+\.ts)', import\.meta\.url\)/g, (_, name) => {
        const entry = `${folder}/${name}`;
        threads.add(entry);
        return `ownThread(${JSON.stringify(threadFile(entry))})`;
      });
    },
  };
}

function keepOwnPlaces() {
  return {
    name: 'bascule-own-places',
    enforce: 'pre',
    transform(code, id) {
      const place = relative(root, id.split('?')[0]).replaceAll('\\', '/');
      if (place.startsWith('..') || place.startsWith('node_modules') || !code.includes('import.meta.')) return null;
      const folder = place.split('/').slice(0, -1).join('/');
      return code
        .replaceAll('import.meta.dirname', `ownFolder(${JSON.stringify(`${folder}/`)})`)
        .replaceAll('import.meta.url', `ownUrl(${JSON.stringify(place)})`)
        .replaceAll('import.meta.main', 'false');
    },
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runScript(async () => {
    await buildWindow();
    return 0;
  });
}
