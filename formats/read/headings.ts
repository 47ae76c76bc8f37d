/** Cyrillic and Greek letters that look like Latin ones: one translation of Snipe-IT writes `Сatégorie` with a Cyrillic С. */
const lookalikes: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  І: 'I',
  К: 'K',
  М: 'M',
  О: 'O',
  Р: 'P',
  Ѕ: 'S',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  а: 'a',
  с: 'c',
  е: 'e',
  і: 'i',
  о: 'o',
  р: 'p',
  ѕ: 's',
  х: 'x',
  у: 'y',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Χ: 'X',
  ο: 'o',
};

/** No heading is longer; what a broken file has in its place must not cost time. */
const headingLimit = 200;

const lookalikePattern = new RegExp(`[${Object.keys(lookalikes).join('')}]`, 'gu');

/**
 * A heading reduced to its letters and digits, so that `Nombre d'installations `, `nombre_d_installations` and
 * `Nombre d’installations (total)` are the same. What stands in brackets is left away.
 */
export function foldHeading(heading: string): string {
  return heading
    .slice(0, headingLimit)
    .replaceAll(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replaceAll(lookalikePattern, (letter) => lookalikes[letter] ?? letter)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
