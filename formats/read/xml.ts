import { SaxesParser } from 'saxes';
import { decode } from './encoding.ts';
import type { ReadOptions } from './reader.ts';
import type { ReadReport } from './readReport.ts';
import type { Sample } from './sample.ts';
import type { SourceFile } from './sourceFile.ts';

export type XmlHandlers = {
  /** Names come without their prefix; attributes too. `depth` is 1 for the root. */
  open(name: string, attributes: ReadonlyMap<string, string>, depth: number): void;
  /** The text directly inside an element, all its pieces together, at the element's end. */
  close(name: string, text: string, depth: number): void;
};

export type XmlRoot = { readonly name: string; readonly namespace: string };

/** No field of a real export is longer; a picture in an element is cut, not kept. */
const elementTextLimit = 262_144;
/** Deeper than any real format; a file of nothing but opening tags ends here. */
const depthLimit = 200;

/** Name and namespace of the root element, from the beginning of a file; null where it is no XML. */
export function xmlRoot(text: string): XmlRoot | null {
  const start =
    /^\ufeff?\s*(?:<\?[^>]*\?>\s*|<!--(?:(?!-->)[\s\S])*-->\s*|<!DOCTYPE[^>[]*>\s*)*<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)((?:\s[^>]*)?)\/?>?/.exec(text);
  if (!start) return null;
  const prefix = start[1]?.slice(0, -1);
  const attribute = prefix === undefined ? 'xmlns' : `xmlns:${prefix}`;
  const namespace = new RegExp(`\\s${attribute.replace('.', '\\.')}\\s*=\\s*["']([^"']*)["']`).exec(start[3] ?? '');
  return { name: start[2] as string, namespace: namespace?.[1] ?? '' };
}

/**
 * Reads XML piece by piece; `handlersFor` gets the function with which it hands out records. A type declaration that
 * names an address is passed over unread; one that declares entities, and every defect of form, refuses the file.
 */
export async function* readXml<Item>(
  source: SourceFile,
  sample: Sample,
  options: ReadOptions,
  report: ReadReport,
  handlersFor: (emit: (item: Item) => void) => XmlHandlers,
): AsyncGenerator<Item[]> {
  let items: Item[] = [];
  const handlers = handlersFor((item) => items.push(item));
  const texts: string[] = [];
  const parser = new SaxesParser({ xmlns: false, position: true });
  const refuse = (messageKey: string, params: Record<string, string | number> = {}): void => report.refuse(messageKey, params, { row: parser.line });
  parser.on('error', (error) => refuse('issue.xmlInvalid', { found: error.message.replace(/^[\d:]*:\s*/, '').slice(0, 200) }));
  parser.on('doctype', (declaration) => {
    if (declaration.includes('[')) refuse('issue.xmlDeclaresEntities');
  });
  parser.on('opentag', (tag) => {
    if (report.isRefused) return;
    texts.push('');
    if (texts.length > depthLimit) return refuse('issue.xmlTooDeep', { limit: depthLimit });
    const attributes = new Map(Object.entries(tag.attributes as Record<string, string>).map(([name, value]) => [localName(name), value]));
    handlers.open(localName(tag.name), attributes, texts.length);
  });
  const addText = (text: string): void => {
    const last = texts.length - 1;
    if (last >= 0 && (texts[last] as string).length < elementTextLimit) texts[last] += text.slice(0, elementTextLimit);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', (tag) => {
    if (report.isRefused) return;
    const depth = texts.length;
    handlers.close(localName(tag.name), texts.pop() ?? '', depth);
  });

  const batchSize = options.batchSize ?? 1_000;
  for await (const text of decode(source, sample.encoding, options.signal)) {
    parser.write(text);
    if (report.isRefused) return;
    while (items.length >= batchSize) {
      yield items.slice(0, batchSize);
      options.signal?.throwIfAborted();
      items = items.slice(batchSize);
    }
  }
  parser.close();
  if (!report.isRefused && items.length > 0) yield items;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
