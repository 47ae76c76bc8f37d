const unitBytes: ReadonlyMap<string, number> = new Map(
  [
    ['b', 'bytes', 'byte', 'octets', 'octet', 'o'],
    ['kb', 'ko', 'kib'],
    ['mb', 'mo', 'mib'],
    ['gb', 'go', 'gib'],
    ['tb', 'to', 'tib'],
  ].flatMap((names, power) => names.map((name) => [name, 1024 ** power] as const)),
);
const largest = 1024 ** 5;

/**
 * The size that a report writes, in bytes; null where it says none. Exchange writes `2.625 MB (2,752,512 bytes)`, of
 * which the bytes count whatever groups their figures; Microsoft's reports plain bytes, Google `0.02GB`.
 */
export function readSize(text: string): number | null {
  const exact = /\(([\d.,'’\s]+)\s*(?:bytes?|octets?)\)/i.exec(text)?.[1]?.replaceAll(/\D/g, '') ?? /^\s*(\d+)\s*$/.exec(text)?.[1];
  if (exact) return within(Number(exact));
  const [, figure, unit] = /^\s*(\d+(?:[.,]\d+)?)\s*([a-z]+)\s*$/i.exec(text) ?? [];
  const factor = unitBytes.get(unit?.toLowerCase() ?? '');
  return figure === undefined || factor === undefined ? null : within(Math.round(Number(figure.replace(',', '.')) * factor));
}

function within(bytes: number): number | null {
  return bytes <= largest ? bytes : null;
}
