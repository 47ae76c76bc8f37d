import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { inventAdministration, type InventedSize } from '../../host/generate/inventAdministration.ts';
import { loadCatalogue } from '../../host/loadTemplates.ts';
import { runCli } from '../../host/cli/runCli.ts';

export const projectRoot = join(import.meta.dirname, '..', '..');
export const samplesFolder = join(projectRoot, '..', 'shared', 'samples');
export const hasSamples = existsSync(samplesFolder);
export const mainFile = join(projectRoot, 'host', 'cli', 'main.ts');

export type CliRun = { readonly code: number; readonly out: string; readonly err: string };
type Settings = {
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly isTerminal?: boolean;
};

/** Runs a command line in this process; the day is fixed so that no test depends on when it runs. */
export async function bascule(argv: readonly string[], settings: Settings = {}): Promise<CliRun> {
  let out = '';
  let err = '';
  const code = await runCli(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isTerminal: settings.isTerminal ?? false,
    environment: { BASCULE_TODAY: '2026-11-20', ...settings.environment },
    workingFolder: settings.folder ?? tmpdir(),
    signal: settings.signal ?? new AbortController().signal,
  });
  return { code, out, err };
}

/** The document of a command that must work; its messages are shown when it does not. */
export async function basculeJson<Document>(argv: readonly string[], settings: Settings = {}): Promise<Document> {
  const { code, out, err } = await bascule([...argv, '--json'], settings);
  if (code !== 0) throw new Error(`bascule ${argv.join(' ')} ended with ${code}: ${err}`);
  return JSON.parse(out) as Document;
}

/** For steps on the way to what a test is about. */
export async function mustWork(argv: readonly string[], settings: Settings = {}): Promise<CliRun> {
  const run = await bascule(argv, settings);
  if (run.code !== 0) throw new Error(`bascule ${argv.join(' ')} ended with ${run.code}: ${run.err}`);
  return run;
}

export type Spawned = ChildProcessByStdio<null, Readable, Readable>;

/** The real program, for signals, exit codes and pipes. */
export function spawnBascule(argv: readonly string[], folder = tmpdir(), environment: Readonly<Record<string, string>> = {}): Spawned {
  return spawn(process.execPath, [mainFile, ...argv], {
    cwd: folder,
    env: { ...process.env, BASCULE_TODAY: '2026-11-20', LC_ALL: 'C', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export function endOf(child: Spawned): Promise<CliRun & { readonly signal: NodeJS.Signals | null }> {
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? -1, out, err, signal }));
  });
}

export function temporaryFolder(): {
  readonly path: string;
  readonly file: (name: string) => string;
  write(name: string, content: string | Uint8Array): string;
  remove(): void;
} {
  const path = mkdtempSync(join(tmpdir(), 'bascule-cli-'));
  const file = (name: string) => join(path, name);
  return {
    path,
    file,
    write(name, content) {
      writeFileSync(file(name), content);
      return file(name);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Writes an invented administration's three files into a folder and answers their paths. */
export function writeAdministration(folder: string, size: Partial<InventedSize> = {}): readonly [accounts: string, software: string, contracts: string] {
  mkdirSync(folder, { recursive: true });
  const files = inventAdministration({ accounts: 60, units: 4, items: 16, seed: 5, ...size }, [...loadCatalogue().catalogue.products.values()]);
  const [accounts, software, contracts] = files.map((file) => {
    const path = join(folder, file.name);
    writeFileSync(path, file.text);
    return path;
  });
  return [accounts as string, software as string, contracts as string];
}

export function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
