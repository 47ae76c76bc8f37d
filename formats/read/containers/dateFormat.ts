/** Number formats that every program knows by number alone (ECMA-376, part 1, 18.8.30, read 2026-11). */
function builtIn(id: number): 'date' | 'time' | null {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'date';
  return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) ? 'time' : null;
}

/**
 * Whether a number under this format is a day, a time of day, or just a number (null). Texts in quotation marks, escaped
 * characters, colours and currencies of the format do not count: `dateFormat(164, '#,##0.00\\ [$€-407]')` is null,
 * `dateFormat(165, 'dd/mm/yyyy;@')` is `date`, `dateFormat(166, '[h]:mm')` is `time`.
 */
export function dateFormat(id: number, code: string | undefined): 'date' | 'time' | null {
  if (code === undefined) return builtIn(id);
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').split(';')[0] as string;
  if (/general|standard|@/i.test(bare)) return null;
  if (/[dy]/i.test(bare)) return 'date';
  if (/[hs]/i.test(bare)) return 'time';
  return /m/i.test(bare) ? 'date' : null;
}
