import type { PaperDrawing } from '../../core/ports/planWriters.ts';
import { letterRuns, steppedOutline } from './letterRuns.ts';

const sheet = /^ {4}<path [^>]*\bd="M 0 0v ([\d.]+) h ([\d.]+) [^"]*"\/>$/;
const shift = /^ {4}<g(?: transform="matrix\(1 0 0 1 0 ([\d.]+)\)")?>$/;
/** What a picture means without saying so; a page of text is half as long without it. */
const isDefault = / fill-rule="nonzero"| class="typst-[a-z]+"| y="0"(?=[^>]*fill)/g;
const named = /(?:xlink:href="#|url\(#)([^")]+)/g;

/**
 * Cuts the compiler's one long drawing into its pages, each a picture of its own with only those letters, clips and
 * hatchings that it uses. The compiler writes one element a line, the sheets' children of the root at the first indent.
 */
export function svgPages(drawing: string): PaperDrawing[] {
  const lines = drawing.split('\n');
  const definitions = definitionsOf(lines);
  const outline = outlinesOf(definitions);
  const pages: PaperDrawing[] = [];
  for (let at = 0; at < lines.length; at++) {
    const size = sheet.exec(lines[at] as string);
    if (!size || !shift.test(lines[at + 1] ?? '')) continue;
    const [, height = '', width = ''] = size;
    const last = lines.indexOf('    </g>', at + 1);
    const body = letterRuns(
      [lines[at] as string, '<g>', ...lines.slice(at + 2, last + 1)].map((line) => line.trimStart().replace(isDefault, '')),
      outline,
    );
    pages.push({
      svg: shortNames(
        `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}" width="${width}pt" height="${height}pt">${body.join('')}<defs>${used(body, definitions)}</defs></svg>`,
      ),
      widthPoints: Number(width),
      heightPoints: Number(height),
    });
    at = last;
  }
  return pages;
}

/** Everything that can be pointed at, by its id: the children of the `defs` at the end. */
function definitionsOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let open: { readonly id: string; readonly parts: string[] } | null = null;
  for (let at = lines.findIndex((line) => line.startsWith('    <defs')); at >= 0 && at < lines.length; at++) {
    const line = lines[at] as string;
    const id = /^ {8}<\w+ [^>]*\bid="([^"]+)"/.exec(line)?.[1];
    if (id !== undefined) open = { id, parts: [] };
    if (open === null) continue;
    open.parts.push(line.trimStart());
    if (line.startsWith('        </') || (id !== undefined && line.endsWith('/>'))) {
      found.set(open.id, open.parts.join(''));
      open = null;
    }
  }
  return found;
}

/** The path of a letter, read once a drawing; undefined for what is none. */
function outlinesOf(definitions: ReadonlyMap<string, string>): (id: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (id) => {
    if (!known.has(id)) {
      const d = /^<symbol [^>]*><path d="([^"]*)"\/><\/symbol>$/.exec(definitions.get(id) ?? '')?.[1];
      known.set(id, d === undefined ? undefined : steppedOutline(d));
    }
    return known.get(id);
  };
}

/** Definitions may point at others: a hatching at its tile. */
function used(body: readonly string[], definitions: ReadonlyMap<string, string>): string {
  const wanted = new Set<string>();
  const look = (text: string) => {
    for (const [, id = ''] of text.matchAll(named)) {
      if (wanted.has(id)) continue;
      wanted.add(id);
      look(definitions.get(id) ?? '');
    }
  };
  for (const line of body) look(line);
  return [...wanted].map((id) => definitions.get(id) ?? '').join('');
}

/** The compiler names each letter's shape by a hash of 32 digits, and a page holds thousands of letters. */
function shortNames(svg: string): string {
  const short = new Map<string, string>();
  return svg.replace(/(id="|href="#|url\(#)([a-z][0-9A-F]{32})/g, (_all, before: string, id: string) => {
    const name = short.get(id) ?? `n${short.size.toString(36)}`;
    short.set(id, name);
    return `${before}${name}`;
  });
}
