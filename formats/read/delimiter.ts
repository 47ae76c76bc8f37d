export type Delimiter = ',' | ';' | '\t' | '|';

const delimiters: readonly Delimiter[] = [';', '\t', ',', '|'];
const linesLookedAt = 60;

/**
 * The separator that splits the first lines most evenly into most cells, counted outside quotation marks.
 * Null where no separator occurs, so that every line is a single cell.
 */
export function sniffDelimiter(text: string): Delimiter | null {
  const declared = /^sep=([,;|\t])\n/i.exec(text);
  if (declared) return declared[1] as Delimiter;
  const counts = countByLine(text);
  let best: Delimiter | null = null;
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const perLine = counts.map((line) => line[delimiters.indexOf(delimiter)] as number);
    const modal = mode(perLine.filter((count) => count > 0));
    if (modal === 0) continue;
    const even = perLine.filter((count) => Math.abs(count - modal) <= 1).length / perLine.length;
    const score = even * even * Math.log2(modal + 1.5);
    if (score > bestScore) {
      bestScore = score;
      best = delimiter;
    }
  }
  return best;
}

function countByLine(text: string): number[][] {
  const lines: number[][] = [];
  let counts = delimiters.map(() => 0);
  let isQuoted = false;
  let isCellStart = true;
  let isBlank = true;
  for (let index = 0; index < text.length && lines.length < linesLookedAt; index++) {
    const character = text[index] as string;
    if (isQuoted) {
      if (character === '"') {
        if (text[index + 1] === '"') index++;
        else isQuoted = false;
      }
      continue;
    }
    if (character === '\n') {
      if (!isBlank) lines.push(counts);
      counts = delimiters.map(() => 0);
      isBlank = true;
      isCellStart = true;
      continue;
    }
    isBlank = false;
    const place = delimiters.indexOf(character as Delimiter);
    if (place >= 0) {
      counts[place] = (counts[place] as number) + 1;
      isCellStart = true;
    } else {
      if (character === '"' && isCellStart) isQuoted = true;
      isCellStart = false;
    }
  }
  if (!isBlank && lines.length < linesLookedAt && (lines.length === 0 || !isQuoted)) lines.push(counts);
  return lines;
}

function mode(values: readonly number[]): number {
  const seen = new Map<number, number>();
  for (const value of values) seen.set(value, (seen.get(value) ?? 0) + 1);
  let best = 0;
  let bestCount = 0;
  for (const [value, count] of seen) {
    if (count > bestCount) {
      best = value;
      bestCount = count;
    }
  }
  return best;
}
