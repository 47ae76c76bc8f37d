import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
/** What may be thrown away at any time. */
export const keptFolder = join(root, '.cache');

export type TextFile = { readonly name: string; readonly text: string };

export type Computation<Value> = {
  /** The file in which the result is kept. */
  readonly keptIn: string;
  /** The texts that the result is made of. */
  readonly from?: readonly TextFile[];
  /** The program's own sources that make it, as paths below its root. */
  readonly by: readonly string[];
  readonly compute: () => Value;
};

/**
 * A result that depends on nothing but the program and its own data files, and that is dear to compute at every start:
 * the catalogue is a megabyte of YAML to read and check, the rules of holidays are six. It is kept as JSON under a
 * fingerprint of the texts, of the sources and of package.json, which pins the libraries. Where nothing can be written,
 * or what is there is not ours, it is simply computed. `Value` must be plain JSON.
 */
export function computedOnce<Value>({ keptIn, from = [], by, compute }: Computation<Value>): Value {
  const fingerprint = fingerprintOf([...from, ...by.map(ownFile), ownFile('package.json')]);
  const kept = readKept(keptIn);
  // The fingerprint stands for the shape: whoever wrote it had this very `compute`.
  if (kept?.fingerprint === fingerprint) return kept.value as Value;
  const value = compute();
  keep(keptIn, JSON.stringify({ fingerprint, value }));
  return value;
}

/** A packaged program has no sources beside it; there, what computes changes only with the version in package.json. */
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
    // An installation that may not be written to computes anew each time.
    rmSync(temporary, { force: true });
  }
}
