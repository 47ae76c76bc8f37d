import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export type Migration = { readonly number: number; readonly name: string; readonly sql: string; readonly sha256: string };

/** Append only: a released migration is never edited, renamed or taken out. */
const files = [
  '0001_initial.sql',
  '0002_baselines.sql',
  '0003_views.sql',
  '0004_import_sources.sql',
  '0005_name_rules.sql',
  '0006_named_columns.sql',
  '0007_mailboxes.sql',
  '0008_status.sql',
] as const;

/** Reads a migration; line ends are made equal first, so that a checkout on Windows has the same hashes. */
export function readMigration(file: string, text: string): Migration {
  const [, number, name] = /^(\d{4})_(\w+)\.sql$/.exec(file) ?? [];
  if (number === undefined || name === undefined) throw new Error(`not a migration's name: ${file}`);
  const sql = text.replaceAll('\r\n', '\n');
  return { number: Number(number), name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
}

export function allMigrations(): readonly Migration[] {
  return files.map((file) => readMigration(file, readFileSync(new URL(`./migrations/${file}`, import.meta.url), 'utf8')));
}
