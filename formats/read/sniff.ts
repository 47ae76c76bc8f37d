import type { FileIssue } from '../../core/domain/problems.ts';
import { PackedFileError } from './containers/packedFileError.ts';
import type { Encoding } from './encoding.ts';
import type { FormatId, Reader, Recognition, Seen } from './reader.ts';
import { readers } from './registry.ts';
import { type Sample, takeSample } from './sample.ts';
import type { SourceFile } from './sourceFile.ts';

export type Sniffed =
  | {
      readonly kind: 'recognised';
      readonly format: FormatId;
      readonly confidence: number;
      readonly seen: Seen;
      readonly encoding: Encoding;
      /** Null where the format is no table. */
      readonly delimiter: string | null;
      readonly sample: Sample;
    }
  /** A table, or text at least: a person can name the format or the columns. */
  | { readonly kind: 'unknown'; readonly issue: FileIssue; readonly sample: Sample }
  /** No text at all; nothing can be read. */
  | { readonly kind: 'refused'; readonly issue: FileIssue };

const leastConfidence = 0.3;
const headingsShown = 12;

/** Decides by the content alone what a file is; its name is for messages. */
export async function sniff(source: SourceFile): Promise<Sniffed> {
  const refuse = (messageKey: string, params: FileIssue['params'] = {}): Sniffed => ({
    kind: 'refused',
    issue: { severity: 'error', messageKey, params, file: source.name },
  });
  let sample: Sample;
  try {
    sample = await takeSample(source);
  } catch (error) {
    if (error instanceof PackedFileError) return refuse(error.messageKey, error.params);
    throw error;
  }
  const emptyKey = source.layout ? 'issue.sheetEmpty' : 'issue.fileEmpty';
  if (sample.bytes.byteLength === 0) return refuse(emptyKey);
  if (sample.binary) return refuse(`issue.binary.${sample.binary}`);
  if (sample.text.trim() === '') return refuse(emptyKey);

  let best: { readonly reader: Reader; readonly recognition: Recognition } | null = null;
  for (const reader of readers) {
    const recognition = reader.recognise(sample);
    if (recognition.confidence >= leastConfidence && recognition.confidence > (best?.recognition.confidence ?? 0)) best = { reader, recognition };
  }
  if (best) {
    const { confidence, seen } = best.recognition;
    return {
      kind: 'recognised',
      format: best.reader.id,
      confidence,
      seen,
      encoding: sample.encoding,
      delimiter: best.reader.isTable ? sample.table.delimiter : null,
      sample,
    };
  }
  const found = sample.table.headings.slice(0, headingsShown).join(', ').slice(0, 400);
  return { kind: 'unknown', issue: { severity: 'error', messageKey: 'issue.formatUnknown', params: { found }, file: source.name }, sample };
}
