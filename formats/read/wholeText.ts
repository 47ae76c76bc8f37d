import { decode } from './encoding.ts';
import type { ReadOptions } from './reader.ts';
import type { ReadReport } from './readReport.ts';
import type { Sample } from './sample.ts';
import type { SourceFile } from './sourceFile.ts';

/** The largest real inventory of a machine has 1.4 MB; what is read as a whole never needs more than this. */
export const wholeTextLimit = 67_108_864;

/** The text of a file that cannot be read in pieces; null where it is too large, which the report then says. */
export async function readWholeText(
  source: SourceFile,
  sample: Sample,
  options: ReadOptions,
  report: ReadReport,
  limit = wholeTextLimit,
): Promise<string | null> {
  if (source.size > limit) {
    report.refuse('issue.fileTooLarge', { limit });
    return null;
  }
  const pieces: string[] = [];
  let length = 0;
  for await (const text of decode(source, sample.encoding, options.signal)) {
    length += text.length;
    // The size that a source declares is a promise; the bytes that come are the truth.
    if (length > limit) {
      report.refuse('issue.fileTooLarge', { limit });
      return null;
    }
    pieces.push(text);
  }
  const text = pieces.join('');
  const damaged = text.split('\ufffd').length - 1;
  if (damaged > 0) report.warn('issue.replacementCharacters', { count: damaged });
  return text;
}
