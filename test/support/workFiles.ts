import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { writeAdministration } from './cli.ts';

/** Files as an administration's tools export them, one that no reader knows, and the figures that stand in them. */
export type WorkFiles = {
  readonly paths: readonly string[];
  readonly units: number;
  readonly accounts: number;
  /** Accounts with a licence: people. */
  readonly people: number;
  /** Accounts with a mailbox: everybody but services. */
  readonly mailboxes: number;
  readonly rawNames: number;
  readonly contracts: number;
  readonly annualCostCents: number;
  /** The unknown file's first program and how often it is installed. */
  readonly unknown: { readonly file: string; readonly nameColumn: string; readonly countColumn: string; readonly name: string; readonly installations: number };
};

export function writeWorkFiles(folder: string): WorkFiles {
  const paths = writeAdministration(folder, { accounts: 400, units: 12, items: 30, seed: 7 });
  const unknown = { file: 'field-list.csv', nameColumn: 'Werkzeug', countColumn: 'Wie oft', name: 'Krisenlage Pro', installations: 17 };
  const list = join(folder, unknown.file);
  writeFileSync(list, `${unknown.nameColumn};${unknown.countColumn}\r\n${unknown.name};${unknown.installations}\r\nBaumkataster;5\r\n`);
  const [accounts, software, contracts] = paths.map(
    (path) => Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data,
  ) as [Record<string, string>[], Record<string, string>[], Record<string, string>[]];
  return {
    paths: [...paths, list],
    units: new Set(accounts.map((row) => row.Department)).size,
    accounts: accounts.length,
    people: accounts.filter((row) => row.Licenses !== 'Unlicensed').length,
    mailboxes: accounts.filter((row) => row['Display name']?.startsWith('svc-') === false).length,
    rawNames: software.length + 2,
    contracts: contracts.length,
    annualCostCents: contracts.reduce((sum, row) => sum + Math.round(Number(row.Jahreskosten?.replace(',', '.')) * 100), 0),
    unknown,
  };
}
