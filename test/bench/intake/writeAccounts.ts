import { closeSync, openSync, writeSync } from 'node:fs';

const plans = ['Office 365 E3', 'Office 365 E1', 'Microsoft 365 F3', 'Exchange Online (Plan 1)', 'Visio Plan 2', 'Project Plan 3'] as const;

/**
 * Writes `rows` accounts as the administration centre of Microsoft 365 exports its users: 400 departments, a dozen sets
 * of licences, one account in fifty blocked. The same number always writes the same file.
 */
export function writeAccounts(path: string, rows: number): void {
  const file = openSync(path, 'w');
  let text =
    'Display name,User principal name,First name,Last name,When created,Soft deletion time stamp,Department,Block credential,Licenses,Object Id,DirSyncEnabled\r\n';
  for (let row = 0; row < rows; row++) {
    text += rowOf(row);
    if (text.length < 4_000_000) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
  closeSync(file);
}

function rowOf(row: number): string {
  const spread = Math.imul(row + 1, 2_654_435_761) >>> 0;
  const department = `Dezernat ${1 + (spread % 8)} / Amt ${1 + (spread % 40)} / Sachgebiet ${1 + (spread % 400)}`;
  const licences = [plans[(spread >>> 9) % 4], ...((spread >>> 12) % 10 === 0 ? [plans[4 + ((spread >>> 16) % 2)]] : [])].join('+');
  const day = String(1 + (spread % 28)).padStart(2, '0');
  const id = `${spread.toString(16).padStart(8, '0')}-0000-4000-8000-${String(row).padStart(12, '0')}`;
  return `Konto ${row},konto.${String(row).padStart(6, '0')}@verwaltung.example,Vor ${row % 900},Nach ${row % 5_000},2022-03-${day} 19:49:35Z,,${department},${spread % 50 === 0 ? 'True' : 'False'},${licences},${id},True\r\n`;
}
