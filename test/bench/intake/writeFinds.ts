import { closeSync, openSync, writeSync } from 'node:fs';

/** What a machine holds, by how often: products, patches and runtimes in many versions, and what only one machine has. */
const usual = [
  ['Mozilla Firefox (x64 de)', 'Mozilla', 120],
  ['Microsoft Edge', 'Microsoft Corporation', 90],
  ['7-Zip %v (x64)', 'Igor Pavlov', 25],
  ['Microsoft Office Professional Plus 2019 - de-de', 'Microsoft Corporation', 40],
  ['Adobe Acrobat Reader DC - Deutsch', 'Adobe Systems Incorporated', 60],
  ['Notepad++ (64-bit x64)', 'Notepad++ Team', 45],
  ['VLC media player', 'VideoLAN', 30],
  ['LibreOffice %v', 'The Document Foundation', 35],
  ['SAP GUI for Windows 7.70', 'SAP SE', 20],
  ['Microsoft Visual C++ 2015-2022 Redistributable (x64) - %v', 'Microsoft Corporation', 60],
  ['Microsoft Visual C++ 2010 x86 Redistributable - %v', 'Microsoft Corporation', 12],
  ['Sicherheitsupdate für Microsoft Windows (KB%n)', 'Microsoft Corporation', 900],
  ['Update for Microsoft Office 2016 (KB%n) 32-Bit Edition', 'Microsoft', 700],
  ['Intel(R) Graphics Driver', 'Intel Corporation', 80],
  ['Microsoft .NET Runtime - %v (x64)', 'Microsoft Corporation', 70],
  ['Fachverfahren Einwohnerwesen %v', 'Beispiel Software GmbH', 30],
] as const;

/**
 * Writes `rows` finds of software on machines, 120 characters each, in the order of an inventory sorted by application
 * (each machine comes back thousands of times) or by machine. The same numbers always write the same file.
 */
export function writeFinds(path: string, rows: number, order: 'byMachine' | 'byApplication'): void {
  const file = openSync(path, 'w');
  const machines = Math.max(10, Math.round(rows / 125));
  let text = 'Computer;Software;Publisher;Version;InstallDate;Department;Path\r\n';
  for (let row = 0; row < rows; row++) {
    const [machine, place] = order === 'byMachine' ? [Math.floor(row / 125), row % 125] : [row % machines, Math.floor(row / machines)];
    text += rowOf(machine, place);
    if (text.length < 4_000_000) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
  closeSync(file);
}

function rowOf(machine: number, place: number): string {
  const [name, publisher, versions] = usual[place % usual.length] as (typeof usual)[number];
  const spread = Math.imul(machine + 1, 2_654_435_761) >>> 0;
  const kind = (spread >>> 7) % versions;
  const version = `${2 + (kind % 9)}.${kind % 31}.${Math.floor(place / usual.length)}.${kind}`;
  // One find in forty stands on few machines alone.
  const isRare = place % 40 === 39;
  const shown = isRare ? `Werkzeug ${(spread >>> 5) % 4_000}` : name.replace('%v', version).replace('%n', `${4_000_000 + kind * 13 + place}`);
  const line = `PC-${String(machine).padStart(6, '0')};${shown};${publisher};${version};202401${String(1 + (kind % 28)).padStart(2, '0')};Amt ${machine % 400};C:\\Program Files\\`;
  return `${line.padEnd(118, 'x')}\r\n`;
}
