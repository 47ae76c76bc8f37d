import { decode } from './encoding.ts';
import type { ReadOptions } from './reader.ts';
import type { ReadReport } from './readReport.ts';
import type { Sample } from './sample.ts';
import type { SourceFile } from './sourceFile.ts';

export type LineHandlers = {
  /** `row` counts from 1, as an editor does. */
  line(text: string, row: number): void;
  end?(): void;
};

/** No console writes longer lines; a file without line ends must not fill the memory. */
const usualLineLimit = 1_048_576;

/** Reads a text line by line; `handlersFor` gets the function with which it hands out records. */
export async function* readTextLines<Item>(
  source: SourceFile,
  sample: Sample,
  options: ReadOptions,
  report: ReadReport,
  handlersFor: (emit: (item: Item) => void) => LineHandlers,
  lineLimit = usualLineLimit,
): AsyncGenerator<Item[]> {
  let items: Item[] = [];
  const handlers = handlersFor((item) => items.push(item));
  const batchSize = options.batchSize ?? 1_000;
  const damage = { characters: 0, firstRow: 0 };
  let rest = '';
  let row = 0;
  const take = (line: string): void => {
    row++;
    if (line.includes('\ufffd')) {
      damage.characters += line.split('\ufffd').length - 1;
      damage.firstRow ||= row;
    }
    handlers.line(line, row);
  };
  for await (const text of decode(source, sample.encoding, options.signal)) {
    if (text.includes('\0')) return report.refuse('issue.fileDamaged', {}, { row: row + 1 });
    const lines = text.split('\n');
    lines[0] = rest + (lines[0] as string);
    rest = lines.pop() as string;
    for (const line of lines) take(line);
    if (rest.length > lineLimit) return report.refuse('issue.recordTooLong', { limit: lineLimit }, { row: row + 1 });
    while (items.length >= batchSize) {
      yield items.slice(0, batchSize);
      options.signal?.throwIfAborted();
      items = items.slice(batchSize);
    }
  }
  if (rest !== '') take(rest);
  handlers.end?.();
  if (damage.characters > 0) report.warn('issue.replacementCharacters', { count: damage.characters }, { row: damage.firstRow });
  if (!report.isRefused && items.length > 0) yield items;
}
