import type { ReadOptions } from './reader.ts';
import type { ReadReport } from './readReport.ts';
import type { Sample } from './sample.ts';
import type { SourceFile } from './sourceFile.ts';
import { readLine } from './textCell.ts';
import { readWholeText } from './wholeText.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The value of a JSON file; `undefined` where there is none, which the report then says. */
export async function readWholeJson(source: SourceFile, sample: Sample, options: ReadOptions, report: ReadReport): Promise<unknown> {
  const text = await readWholeText(source, sample, options, report);
  if (text === null) return undefined;
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    report.refuse('issue.jsonInvalid');
    return undefined;
  }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text or a number as one line; everything else is empty. */
export function jsonLine(value: unknown): string {
  return typeof value === 'string' ? readLine(value) : typeof value === 'number' ? String(value) : '';
}
