import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/**
 * Why the packages have to be installed again, or null. npm writes `node_modules/.package-lock.json` last, after
 * everything stands; compared with our lock file, it tells a missing, an outdated and a half-made installation alike.
 */
export function reasonToInstall(directory = root) {
  const wanted = readJson(join(directory, 'package-lock.json'));
  const installed = readJson(join(directory, 'node_modules', '.package-lock.json'));
  if (wanted === null) return 'package-lock.json cannot be read';
  if (installed === null) return 'nothing is installed';
  if (!lockFollowsPackage(readJson(join(directory, 'package.json')), wanted)) return 'package.json and package-lock.json differ';
  for (const [place, entry] of Object.entries(wanted.packages)) {
    if (place === '') continue;
    const found = installed.packages[place];
    if (found === undefined ? !isLeftOut(entry) : found.version !== entry.version || found.integrity !== entry.integrity)
      return `${place} is missing or of another version`;
  }
  for (const place of Object.keys(installed.packages)) {
    if (wanted.packages[place] === undefined) return `${place} does not belong here`;
    if (!existsSync(join(directory, place, 'package.json'))) return `${place} is incomplete`;
  }
  return null;
}

/** npm leaves out what is made for another platform. */
function isLeftOut(entry) {
  return entry.optional === true || entry.devOptional === true || entry.peer === true;
}

function lockFollowsPackage(ours, lock) {
  const locked = lock.packages[''] ?? {};
  return ['dependencies', 'devDependencies', 'optionalDependencies'].every((kind) => isSame(ours?.[kind] ?? {}, locked[kind] ?? {}));
}

function isSame(left, right) {
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => left[name] === right[name]);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
