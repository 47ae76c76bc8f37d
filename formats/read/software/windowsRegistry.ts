import iconv from 'iconv-lite';
import type { ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import type { Reader } from '../reader.ts';
import { readLine } from '../textCell.ts';
import { readTextLines } from '../textLines.ts';
import { leaveOutFind, machineOf, softwareRecord } from './softwareFind.ts';
import { windowsEntryToLeaveOut } from './windowsEntry.ts';

const header = /^\s*(?:Windows Registry Editor Version 5\.00|REGEDIT4)[^\S\n]*(?:\n|$)/;
const uninstallKey = /\\Uninstall\\[^\\]+$/i;
const wantedValues = new Set(['displayname', 'displayversion', 'publisher', 'systemcomponent', 'parentkeyname', 'releasetype']);
/** No name needs more; an icon in hexadecimal is not collected. */
const valueLimit = 16_384;

/** An export of Windows' registry (`regedit`, `reg export`): its Uninstall keys are the programs of one machine. */
export const windowsRegistry: Reader = {
  id: 'windowsRegistry',
  nameKey: 'format.windowsRegistry',
  isTable: false,
  kinds: ['software'],
  recognise(sample) {
    const hasKeys = /^\[.*\\Uninstall(?:\\|\]$)/im.test(sample.text);
    return {
      confidence: header.test(sample.text) ? (hasKeys ? 0.98 : 0.9) : 0,
      seen: { messageKey: 'format.seen.windowsRegistry', params: {} },
    };
  },
  async *read(source, sample, options, report) {
    const isUnicode = !/^\s*REGEDIT4/.test(sample.text);
    const machine = machineOf(source);
    let hasKeys = false;
    yield* readTextLines<ImportRecord>(source, sample, options, report, (emit) => {
      let key: { readonly row: number; readonly values: Map<string, string> } | null = null;
      let open = '';
      const endKey = (): void => {
        if (!key) return;
        const { row, values } = key;
        const text = (name: string): string => readLine(values.get(name) ?? '');
        const rawName = text('displayname');
        const isSystemComponent = text('systemcomponent') === '1';
        const reason = windowsEntryToLeaveOut({ name: rawName, isSystemComponent, parent: text('parentkeyname'), releaseType: text('releasetype') });
        key = null;
        if (reason !== null) {
          leaveOutFind(report, reason);
          return;
        }
        const find = { row, rawName, version: text('displayversion'), publisher: text('publisher'), device: machine };
        const record = softwareRecord(find, 'DisplayName', report);
        if (record) emit(record);
      };
      return {
        line: (raw, row) => {
          const line = raw.trim();
          const isContinued = open !== '';
          const whole = isContinued ? open + line : line;
          open = '';
          if (!isContinued && /^\[.*\]$/.test(line)) {
            endKey();
            const isUninstall = !line.startsWith('[-') && uninstallKey.test(line.slice(1, -1));
            if (isUninstall) {
              hasKeys = true;
              key = { row, values: new Map() };
            }
            return;
          }
          const value = key && /^"((?:[^"\\]|\\.)*)"=(.*)$/.exec(whole);
          const name = value?.[1]?.toLowerCase() ?? '';
          if (!value || !wantedValues.has(name)) return;
          const data = value[2] as string;
          if (/^hex/i.test(data) && data.endsWith('\\') && data.length < valueLimit) open = whole.slice(0, -1);
          else key?.values.set(name, readValue(data, isUnicode));
        },
        end: () => {
          endKey();
          if (!hasKeys) report.warn('issue.registryWithoutUninstall');
        },
      };
    });
  },
};

/** `"text"`, `dword:00000001`, or `hex(2):25,00,…` with the bytes of a text. */
function readValue(data: string, isUnicode: boolean): string {
  const text = /^"((?:[^"\\]|\\.)*)"/.exec(data);
  if (text) return (text[1] as string).replaceAll(/\\(.)/g, '$1');
  const word = /^dword:([0-9a-f]{1,8})/i.exec(data);
  if (word) return String(Number.parseInt(word[1] as string, 16));
  const bytes = /^hex\([127]\):([0-9a-f,\s]*)/i.exec(data);
  if (!bytes) return '';
  const pairs = (bytes[1] as string).match(/[0-9a-f]{2}/gi) ?? [];
  const buffer = Buffer.from(pairs.join(''), 'hex');
  return iconv
    .decode(buffer, isUnicode ? 'utf-16le' : 'windows-1252', { stripBOM: false })
    .replace(/\0+$/, '')
    .replaceAll('\0', ' ');
}
