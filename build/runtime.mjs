import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, SetUpError } from './project.mjs';

/** The first Node that runs TypeScript sources without a flag. */
const [neededMajor, neededMinor] = [22, 18];

/**
 * The Node that runs Bascule: the one from the npm registry, the same version for everybody, where it exists for this
 * platform; else the Node that runs this script, when it is new enough.
 */
export function findRuntime() {
  const packaged = packagedRuntime();
  if (existsSync(packaged)) return packaged;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return process.execPath;
  throw new SetUpError(
    `no Node for ${process.platform} ${process.arch} comes with Bascule; please install Node ${neededMajor}.${neededMinor} or newer and try again`,
  );
}

export function packagedRuntime() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', platform === 'win' ? 'node.exe' : 'node');
}

export function runtimeEnvironment() {
  return {
    ...process.env,
    // Node keeps compiled modules here; sources that changed are compiled again.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, '.cache', 'compile'),
    // The C library keeps a pool of memory for every thread and gives none back; the PDF's compiler has many threads.
    MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '1',
  };
}

/**
 * Lets the command line run in the memory that it needs instead of the memory that Node likes to take: the young
 * generation stays at a few megabytes and garbage is collected when the heap has grown by a third, not when it is four times as large.
 * The plan of 44,000 accounts: 290 MB instead of 500, and as fast; measured on 2026-11-21 (`npm run bench`). Only for our own Node, whose V8 knows the flags.
 */
const thriftyFlags = ['--max-semi-space-size=2', '--heap-growing-percent=30'];

/** What Node is started with to run `bascule …`, or another of the project's programs in the same way. */
export function commandLine(args, program = join(root, 'host', 'cli', 'main.ts')) {
  return [...(findRuntime() === packagedRuntime() ? thriftyFlags : []), program, ...args];
}
