import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  readlinkSync,
  lstatSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const recordName = '.bascule-complete.json';
/** Raised when what we make of Electron changes: what stands in a cache is then made anew. */
const recipe = 2;

/** Outside of the repository: a clone that is thrown away does not throw 250 MB of Electron away with it. */
export function cacheFolder(environment = process.env) {
  const system = { win32: environment.LOCALAPPDATA, darwin: join(homedir(), 'Library', 'Caches') }[process.platform];
  return join(environment.XDG_CACHE_HOME || system || join(homedir(), '.cache'), 'bascule', 'electron');
}

/**
 * Whether everything stands in this folder that was there when it was finished. The record is written last and names
 * each file with its size, so that what was cut off, deleted or left half-written is noticed.
 */
export function isComplete(folder) {
  try {
    const { files, recipe: made } = JSON.parse(readFileSync(join(folder, recordName), 'utf8'));
    const names = Object.keys(files);
    return made === recipe && names.length > 0 && names.every((name) => statSync(join(folder, name)).size === files[name]);
  } catch {
    return false;
  }
}

/** Makes a folder beside its place and moves it there in one step: whoever looks sees nothing or the whole. */
export async function makeWhole(folder, fill) {
  const staging = `${folder}.part-${process.pid}`;
  removeLeftovers(folder);
  mkdirSync(staging, { recursive: true });
  try {
    await fill(staging);
    const files = Object.fromEntries(filesIn(staging).map((file) => [relative(staging, file), statSync(file).size]));
    writeFileSync(join(staging, recordName), `${JSON.stringify({ recipe, files }, null, 2)}\n`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(staging, folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** The caller holds the lock, so nobody is at work on these. */
function removeLeftovers(folder) {
  const parent = dirname(folder);
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) if (name.includes('.part-')) rmSync(join(parent, name), { recursive: true, force: true });
}

/** A second folder with the same files that takes no second 250 MB; the files in `own` are copies, which may be changed. */
export function linkFolder(from, to, own) {
  for (const file of filesIn(from)) {
    const name = relative(from, file);
    if (name === recordName) continue;
    const target = join(to, name);
    mkdirSync(dirname(target), { recursive: true });
    if (lstatSync(file).isSymbolicLink()) symlinkSync(readlinkSync(file), target);
    else if (own.includes(name)) copyFileSync(file, target);
    else linkOrCopy(file, target);
  }
}

function linkOrCopy(file, target) {
  try {
    linkSync(file, target);
  } catch {
    copyFileSync(file, target);
  }
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
}
