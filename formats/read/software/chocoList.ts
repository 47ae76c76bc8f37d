import type { ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import type { Reader } from '../reader.ts';
import { readTextLines } from '../textLines.ts';
import { leaveOutFind, machineOf, softwareRecord } from './softwareFind.ts';

const entry = /^([A-Za-z0-9][\w.+-]*)([ |])v?(\d[\w.+-]*)(?:\s.*)?$/;
const frame = /^Chocolatey v\d|^\d+ packages installed\.?$/m;

/** `choco list`, with its sentences around, or with `-r` as `name|version`. */
export const chocoList: Reader = {
  id: 'chocoList',
  nameKey: 'format.chocoList',
  isTable: false,
  kinds: ['software'],
  recognise(sample) {
    const lines = sample.text
      .split('\n', 200)
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const found = lines.filter((line) => entry.test(line)).length;
    const isPlain = lines.length >= 2 && lines.every((line) => entry.exec(line)?.[2] === '|');
    return {
      confidence: frame.test(sample.text) && found > 0 ? 0.95 : isPlain ? 0.85 : 0,
      seen: { messageKey: 'format.seen.chocoList', params: {} },
    };
  },
  async *read(source, sample, options, report) {
    const machine = machineOf(source);
    const isFramed = frame.test(sample.text);
    yield* readTextLines<ImportRecord>(source, sample, options, report, (emit) => {
      const names = new Set<string>();
      let isOver = false;
      return {
        line: (raw, row) => {
          const line = raw.trim();
          if (/^\d+ packages installed\.?$/.test(line)) isOver = true;
          const found = entry.exec(line);
          if (isOver || line === '' || (isFramed && !found)) return;
          if (/^Chocolatey v\d/.test(line)) return;
          if (!found) {
            report.countRow();
            return report.skip('issue.lineUnreadable', { found: line.slice(0, 60) }, { row });
          }
          const name = found[1] as string;
          names.add(name.toLowerCase());
          if (/^kb\d{6,}$/i.test(name)) return leaveOutFind(report, 'skip.update');
          // The package `git` only calls `git.install`; both stand in the list.
          const base = name.toLowerCase().replace(/\.(install|portable|commandline|tool)$/, '');
          if ((base !== name.toLowerCase() && names.has(base)) || name.endsWith('.extension')) return leaveOutFind(report, 'skip.packagePart');
          const record = softwareRecord({ row, rawName: name, version: found[3] as string, device: machine }, 'name', report);
          if (record) emit(record);
        },
      };
    });
  },
};
