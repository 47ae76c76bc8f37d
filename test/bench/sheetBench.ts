import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMembers } from '../../formats/read/containers/openMembers.ts';
import { openImport } from '../../formats/read/openImport.ts';
import { odsFile, odsText, xlsxFile, xlsxRows } from '../support/spreadsheetFile.ts';

/** What reading one sheet of a spreadsheet costs, from the packed file to records, in a process of its own. Prints a table and judges nothing. */
const rows = Number(process.env.BASCULE_BENCH_ROWS ?? 100_000);

async function read(path: string): Promise<number> {
  const source = {
    name: path,
    size: statSync(path).size,
    stream: (range?: { start: number; end: number }): AsyncIterable<Uint8Array> =>
      createReadStream(path, range ? { start: range.start, end: range.end - 1 } : {}),
  };
  let records = 0;
  for await (const member of openMembers(source)) {
    if (member.kind !== 'file') throw new Error(member.issue.messageKey);
    const opened = await openImport(member.source);
    for await (const batch of opened.batches) records += batch.length;
  }
  return records;
}

function writeSpreadsheets(folder: string): string[] {
  const cells = Array.from(
    { length: rows },
    (_, index) => [`Program ${index % 3_000}`, `Publisher ${index % 200}`, `${index % 20}.${index % 13}.1`, index] as const,
  );
  const headings = ['Name', 'Publisher', 'Version', 'Installations'] as const;
  const xlsx = join(folder, 'list.xlsx');
  writeFileSync(xlsx, xlsxFile([{ name: 'List', rows: xlsxRows([headings, ...cells]) }]));
  const ods = join(folder, 'list.ods');
  const number = (value: number) => `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
  const lines = [headings, ...cells].map(
    (row) => `<table:table-row>${row.map((cell) => (typeof cell === 'number' ? number(cell) : odsText(cell))).join('')}</table:table-row>`,
  );
  writeFileSync(ods, odsFile([{ name: 'List', rows: lines.join('') }]));
  return [xlsx, ods];
}

const [path] = process.argv.slice(2).filter((argument) => /\.(xlsx|ods)$/.test(argument));
if (path !== undefined) {
  const begun = performance.now();
  const records = await read(path);
  const { userCPUTime, maxRSS } = process.resourceUsage();
  console.log(JSON.stringify({ records, seconds: (performance.now() - begun) / 1000, cpu: userCPUTime / 1e6, megabytes: Math.round(maxRSS / 1024) }));
} else {
  const folder = mkdtempSync(join(tmpdir(), 'bascule-bench-'));
  try {
    console.log(`${rows} rows, load ${(loadavg()[0] as number).toFixed(1)}`);
    console.log('file         MB packed   records   seconds   CPU, s   peak MB');
    for (const file of writeSpreadsheets(folder)) {
      const child = spawnSync(process.execPath, [...process.execArgv, import.meta.filename, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
      if (child.status !== 0) throw new Error(`${file} ended with ${child.status ?? child.signal}`);
      const { records, seconds, cpu, megabytes } = JSON.parse(child.stdout) as { records: number; seconds: number; cpu: number; megabytes: number };
      const packed = (statSync(file).size / 1e6).toFixed(1);
      console.log(
        `${file.slice(folder.length + 1).padEnd(10)}  ${packed.padStart(9)}  ${String(records).padStart(8)}  ${seconds.toFixed(2).padStart(8)}  ${cpu.toFixed(2).padStart(7)}  ${String(megabytes).padStart(8)}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
