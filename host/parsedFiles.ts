import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');

export type TextFile = { readonly name: string; readonly text: string };

/**
 * What the program's own data files say, as `read` makes it of their texts. Reading and checking a megabyte of YAML takes
 * half a second and 50 MB at every start, so the result is kept as JSON in `keptIn`, under a fingerprint of the texts, of
 * the `sources` that read them and of package.json, which pins the libraries. Where nothing can be written or what is
 * there is not ours, the files are simply read again. `Value` must be plain JSON.
 */
export function parsedOnce<Value>(
  files: readonly TextFile[],
  options: { readonly keptIn: string; readonly sources: readonly string[]; readonly read: () => Value },
): Value {
  const fingerprint = fingerprintOf([...files, ...options.sources.map(ownFile), ownFile('package.json')]);
  const kept = readKept(options.keptIn);
  // The fingerprint stands for the shape: whoever wrote it had this very `read`.
  if (kept?.fingerprint === fingerprint) return kept.value as Value;
  const value = options.read();
  keep(options.keptIn, JSON.stringify({ fingerprint, value }));
  return value;
}

/** A packaged program has no sources beside it; there, what reads the files changes only with the version in package.json. */
function ownFile(name: string): TextFile {
  const path = join(root, name);
  return { name, text: existsSync(path) ? readFileSync(path, 'utf8') : '' };
}

function fingerprintOf(files: readonly TextFile[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of files) hash.update(`${name}\n${text.length}\n`).update(text);
  return hash.digest('hex');
}

function readKept(path: string): { readonly fingerprint: unknown; readonly value: unknown } | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof kept === 'object' && kept !== null && 'fingerprint' in kept && 'value' in kept ? kept : null;
  } catch {
    return null;
  }
}

/** Whole or not at all: another start may read at the same moment. */
function keep(path: string, text: string): void {
  const temporary = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } catch {
    // An installation that may not be written to is read anew each time.
    rmSync(temporary, { force: true });
  }
}
