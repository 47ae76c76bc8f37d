import type { ImportRecord } from '../../core/domain/inventory/importRecords.ts';
import { decode } from './encoding.ts';
import type { Reader, ReadOptions } from './reader.ts';
import type { ReadReport } from './readReport.ts';
import { textLimit } from './rowReader.ts';
import type { Sample } from './sample.ts';
import type { SourceFile } from './sourceFile.ts';
import { readLine } from './textCell.ts';

/** The largest real inventory seen has 1.4 MB; one machine never needs more than this. */
export const inventorySizeLimit = 67_108_864;
const sections = ['deviceid', 'accesslog', 'bios', 'hardware', 'softwares', 'operatingsystem', 'versionclient', 'batteries', 'itemtype'];

/** `glpi-agent --json`: one file for each machine. */
export const glpiInventory: Reader = {
  id: 'glpiInventory',
  nameKey: 'format.glpiInventory',
  kinds: ['software'],
  recognise(sample) {
    const isObject = /^\s*\{/.test(sample.text);
    const found = sections.filter((section) => sample.text.includes(`"${section}"`));
    const isInventory = isObject && sample.text.includes('"content"') && found.length >= 2;
    return {
      confidence: isInventory ? (found.includes('deviceid') || !sample.isWhole ? 0.97 : 0.8) : 0,
      seen: { messageKey: 'format.seen.glpiInventory', params: { sections: found.join(', ') } },
    };
  },
  read,
};

async function* read(source: SourceFile, sample: Sample, options: ReadOptions, report: ReadReport): AsyncGenerator<ImportRecord[]> {
  if (source.size > inventorySizeLimit) {
    report.refuse('issue.fileTooLarge', { limit: inventorySizeLimit });
    return;
  }
  const text = await readAll(source, sample, options, report);
  if (text === null) return;
  const inventory = parse(text, report);
  if (!inventory) return;
  const { content } = inventory;
  const device = line(inventory.deviceid);
  if (device === '') {
    report.refuse('issue.inventoryWithoutDevice');
    return;
  }
  if (inventory.partial === true) report.markPartial();
  const softwares = content.softwares ?? [];
  if (!Array.isArray(softwares)) {
    report.refuse('issue.inventorySoftwareNotAList');
    return;
  }
  if (softwares.length === 0) report.warn('issue.inventoryWithoutSoftware');
  const unitName = line(inventory.tag) || null;
  const batchSize = options.batchSize ?? 1_000;
  let batch: ImportRecord[] = [];
  for (const [index, software] of softwares.entries()) {
    const row = index + 1;
    report.countRow();
    if (!isObject(software)) {
      report.skip('issue.inventoryEntryNotAnObject', {}, { row });
      continue;
    }
    const rawName = line(software.name);
    if (rawName === '' || rawName.length > textLimit) {
      if (rawName === '') report.skip('issue.cellMissing', {}, { row, field: 'name' });
      else report.skip('issue.textTooLong', { length: rawName.length, limit: textLimit }, { row, field: 'name' });
      continue;
    }
    report.countRecord();
    batch.push({
      kind: 'software',
      row,
      rawName,
      publisher: line(software.publisher).slice(0, textLimit),
      version: line(software.version).slice(0, textLimit),
      installations: 1,
      device,
      unitName,
    });
    if (batch.length >= batchSize) {
      yield batch;
      options.signal?.throwIfAborted();
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

async function readAll(source: SourceFile, sample: Sample, options: ReadOptions, report: ReadReport): Promise<string | null> {
  const pieces: string[] = [];
  let length = 0;
  for await (const text of decode(source, sample.encoding, options.signal)) {
    length += text.length;
    // The size that a source declares is a promise; the bytes that come are the truth.
    if (length > inventorySizeLimit) {
      report.refuse('issue.fileTooLarge', { limit: inventorySizeLimit });
      return null;
    }
    pieces.push(text);
  }
  const text = pieces.join('');
  const damaged = text.split('\ufffd').length - 1;
  if (damaged > 0) report.warn('issue.replacementCharacters', { count: damaged });
  return text;
}

type Inventory = Readonly<Record<string, unknown>> & { readonly content: Readonly<Record<string, unknown>> };

function parse(text: string, report: ReadReport): Inventory | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    report.refuse('issue.jsonInvalid');
    return null;
  }
  if (!isObject(value) || !isObject(value.content)) {
    report.refuse('issue.inventoryWithoutContent');
    return null;
  }
  return { ...value, content: value.content };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function line(value: unknown): string {
  return typeof value === 'string' ? readLine(value) : typeof value === 'number' ? String(value) : '';
}
