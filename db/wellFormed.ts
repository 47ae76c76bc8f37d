/**
 * Text as SQLite keeps it: halves of surrogate pairs, which UTF-8 cannot write, become U+FFFD. Parameters go through
 * this in the driver; JSON text does not, and the same text would be stored in two ways.
 */
export function wellFormed(text: string): string {
  return /\p{Surrogate}/u.test(text) ? Buffer.from(text, 'utf8').toString('utf8') : text;
}
