const run = /^<g transform="matrix\(1 0 0 -1 (\S+) (\S+)\)">$/;
const letter = /^<use xlink:href="#([^"]+)" x="([^"]+)" fill="([^"]+)"\/>$/;
/** Steps in a point: at twice the size of paper a step is a thirtieth of a pixel. */
const steps = 100;

type Outline = (id: string) => string | undefined;

/**
 * Every run of letters as one path a colour. The compiler points at one drawing of each letter, and a browser makes a tree
 * of its own for each pointer: a page of 3,000 letters is some 10,000 elements, which stay until memory is collected.
 * `outline` gives a letter's path as `steppedOutline` writes it; where it gives none, the run stays as it is.
 */
export function letterRuns(lines: readonly string[], outline: Outline): string[] {
  const result: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [, x = '', y = ''] = run.exec(lines[at] as string) ?? [];
    const last = x === '' ? -1 : lines.indexOf('</g>', at + 1);
    const paths = last < 0 ? null : pathsOf(lines.slice(at + 1, last), outline);
    if (paths === null) {
      result.push(lines[at] as string);
      continue;
    }
    for (const [fill, d] of paths) result.push(`<path fill="${fill}" transform="matrix(${1 / steps} 0 0 ${-1 / steps} ${x} ${y})" d="${d}"/>`);
    at = last;
  }
  return result;
}

/** Null where something else stands among the letters. */
function pathsOf(letters: readonly string[], outline: Outline): ReadonlyMap<string, string> | null {
  const paths = new Map<string, string>();
  for (const line of letters) {
    const [, id = '', x = '', fill = ''] = letter.exec(line) ?? [];
    const d = outline(id);
    if (d === undefined) return null;
    if (d !== '') paths.set(fill, `${paths.get(fill) ?? ''}M${Math.round(Number(x) * steps)} 0${d}`);
  }
  return paths;
}

const strokes: Readonly<Record<string, readonly ('x' | 'y')[]>> = {
  m: ['x', 'y'],
  l: ['x', 'y'],
  h: ['x'],
  v: ['y'],
  q: ['x', 'y', 'x', 'y'],
  c: ['x', 'y', 'x', 'y', 'x', 'y'],
};

/**
 * A path of relative strokes in whole steps; undefined where it holds any other stroke. Each point is rounded where it
 * stands.
 *
 * Example: `m 0.5 0 v 0.335 v 0.335 Z` is `m50 0v34v33Z`.
 */
export function steppedOutline(d: string): string | undefined {
  const exact = { x: 0, y: 0 };
  const begin = { x: 0, y: 0 };
  let text = '';
  for (const [, stroke = '', rest = ''] of d.replace(/^M 0 0/, '').matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = rest.trim() === '' ? [] : rest.trim().split(/\s+/).map(Number);
    if (stroke === 'Z') {
      Object.assign(exact, begin);
      text += 'Z';
      continue;
    }
    const axes = strokes[stroke];
    if (axes === undefined || numbers.length !== axes.length || numbers.some(Number.isNaN)) return undefined;
    const from = { x: Math.round(exact.x * steps), y: Math.round(exact.y * steps) };
    const start = { ...exact };
    const written = numbers.map((number, index) => {
      const axis = axes[index] as 'x' | 'y';
      exact[axis] = start[axis] + number;
      return Math.round(exact[axis] * steps) - from[axis];
    });
    if (stroke === 'm') Object.assign(begin, exact);
    text += stroke + written.join(' ').replaceAll(' -', '-');
  }
  return text;
}
