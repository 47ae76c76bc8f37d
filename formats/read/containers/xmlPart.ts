import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { recordLimit } from '../tableRows.ts';
import { PackedFileError } from './packedFileError.ts';

export type PartHandlers = {
  /** Names come without their prefix, attributes as they are written. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
};

/** Deeper than any spreadsheet. */
const depthLimit = 200;

/**
 * Reads a part of a spreadsheet piece by piece and yields after each, so that what the handlers have made of it can be
 * handed on. Entities that a file declares are refused, like every defect of form: they are how a kilobyte becomes a terabyte.
 */
export async function* readPart(bytes: AsyncIterable<Uint8Array>, part: string, handlers: PartHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let quiet = 0;
  parser.on('error', (error) => {
    throw new PackedFileError('issue.spreadsheetDamaged', { entry: part, found: error.message.slice(0, 200) });
  });
  parser.on('doctype', () => {
    throw new PackedFileError('issue.xmlDeclaresEntities');
  });
  parser.on('opentag', (tag) => {
    quiet = 0;
    if (++depth > depthLimit) throw new PackedFileError('issue.xmlTooDeep', { limit: depthLimit });
    handlers.open(localName(tag.name), tag.attributes as Record<string, string>);
  });
  parser.on('closetag', (tag) => {
    depth--;
    handlers.close?.(localName(tag.name));
  });
  if (handlers.text) {
    const onText = handlers.text;
    parser.on('text', onText);
    parser.on('cdata', onText);
  }
  let decoder: TextDecoder | null = null;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : chunk[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : 'utf-8');
    const text = decoder.decode(chunk, { stream: true });
    quiet += text.length;
    parser.write(text);
    // One text without end would be gathered in memory.
    if (quiet > recordLimit * 4) throw new PackedFileError('issue.recordTooLong', { limit: recordLimit });
    yield;
  }
  parser.close();
  yield;
}

/** Reads a part to its end. */
export async function readWholePart(bytes: AsyncIterable<Uint8Array>, part: string, handlers: PartHandlers): Promise<void> {
  for await (const _ of readPart(bytes, part, handlers));
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
