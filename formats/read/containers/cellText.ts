const secondsOfDay = 86_400;
/** 31 December 9999. */
const lastDay = 2_958_465;
const daysTo1904 = 1_462;

/**
 * A number of a spreadsheet as text, with a point and without exponent. Programs store 1.1 as 1.1000000000000001 and show
 * 15 digits; so does this. Three digits behind the point get a zero, because 1.234 also writes a thousand and more:
 * `numberText('1.234')` is `1.2340`, `numberText('1E+021')` is `1000000000000000000000`.
 */
export function numberText(raw: string): string {
  if (/^-?\d{1,17}$/.test(raw)) return raw;
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  const rounded = Number(value.toPrecision(15));
  let text = String(rounded);
  if (text.includes('e')) text = Math.abs(rounded) >= 1 ? BigInt(rounded).toString() : rounded.toFixed(20).replace(/\.?0+$/, '');
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text;
}

/**
 * A day or a time of day that a spreadsheet counts in days since 1900 or 1904, as ISO text; null where it is none. Excel
 * takes 1900 for a leap year, so its first sixty days are one off. `serialText(45307, 'date', false)` is `2024-01-16`.
 */
export function serialText(serial: number, kind: 'date' | 'time', is1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > lastDay + 1) return null;
  const seconds = Math.round(serial * secondsOfDay);
  const days = Math.floor(seconds / secondsOfDay);
  const time = timeText(seconds - (kind === 'date' ? days * secondsOfDay : 0));
  if (kind === 'time') return time;
  const since1900 = is1904 ? days + daysTo1904 : days;
  if (since1900 > lastDay) return null;
  const day = new Date(Date.UTC(1899, 11, since1900 >= 60 ? 30 : 31) + since1900 * secondsOfDay * 1_000).toISOString().slice(0, 10);
  return time === '00:00:00' ? day : `${day}T${time}`;
}

/** A duration of OpenDocument: `durationText('PT07H30M00S')` is `07:30:00`. */
export function durationText(duration: string): string | null {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?)?$/.exec(duration);
  if (!parts) return null;
  const [days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number];
  return timeText(days * secondsOfDay + hours * 3_600 + minutes * 60 + seconds);
}

/** A day of OpenDocument without the midnight and the fractions of seconds that some programs write behind it. */
export function isoDayText(text: string): string {
  return text.replace(/(?<=T\d\d:\d\d:\d\d)[.,]\d+/, '').replace(/T00:00:00Z?$/, '');
}

function timeText(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
