import { decode } from '../encoding.ts';
import type { ReadOptions } from '../reader.ts';
import type { Sample } from '../sample.ts';
import type { SourceFile } from '../sourceFile.ts';

/** What stands behind this many characters of a line is passed over, so that a file without line ends fills no memory. */
const lineLimit = 4_096;

/** The lines of a text, piece by piece as they come. */
export async function* readLogLines(source: SourceFile, sample: Sample, options: ReadOptions): AsyncGenerator<readonly string[]> {
  let rest = '';
  for await (const text of decode(source, sample.encoding, options.signal)) {
    const lines = (rest + text).split('\n');
    rest = (lines.pop() ?? '').slice(0, lineLimit);
    if (lines.length > 0) yield lines.map((line) => (line.length > lineLimit ? line.slice(0, lineLimit) : line));
  }
  if (rest !== '') yield [rest];
}
