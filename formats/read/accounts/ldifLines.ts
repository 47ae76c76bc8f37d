/** What the lines of an LDIF file (RFC 2849) turn out to be; `row` is the line on which a thing begins. */
export type LdifHandlers = {
  /** Decides by the name alone; the value of an attribute that nobody wants is passed over and never put together. */
  wants(attribute: string): boolean;
  value(attribute: string, text: string, row: number): void;
  /** An empty line, or the end of the file. */
  endOfRecord(): void;
  /** A line that is no attribute. */
  brokenLine(row: number): void;
  /** A value longer than any name or department, or base64 that holds no text. */
  unreadableValue(attribute: string, row: number): void;
};

/** No name, class or department is longer. */
const valueLimit = 8_192;
/** Options such as `;lang-de` and object identifiers included. */
const nameLimit = 200;

/**
 * Reads LDIF as it comes, in pieces cut anywhere: lines that begin with a blank continue the one before, `::` is
 * base64, `:<` names a file (which is not opened), `#` begins a comment. A picture in one line of a megabyte is passed
 * over like one in ten thousand short lines.
 */
export function createLdifLines(handlers: LdifHandlers): { write(text: string): void; close(): void } {
  let mode: 'name' | 'value' | 'drop' = 'drop';
  let attribute = '';
  let held = '';
  let line = 1;
  let row = 1;
  let isLineStart = true;

  const endLine = (): void => {
    if (mode === 'name' && held !== '' && held !== '-') handlers.brokenLine(row);
    if (mode === 'value') {
      const text = textOf(held);
      if (text === null) handlers.unreadableValue(attribute, row);
      else handlers.value(attribute, text, row);
    }
    mode = 'drop';
    held = '';
  };

  const take = (piece: string): void => {
    if (mode === 'drop') return;
    held += piece;
    if (mode === 'name') {
      const colon = held.indexOf(':');
      if (colon < 0) {
        if (held.length > nameLimit) {
          handlers.brokenLine(row);
          mode = 'drop';
        }
        return;
      }
      attribute = (held.slice(0, colon).split(';')[0] as string).trim().toLowerCase();
      held = held.slice(colon + 1);
      mode = handlers.wants(attribute) ? 'value' : 'drop';
    }
    if (mode === 'value' && held.length > valueLimit) {
      handlers.unreadableValue(attribute, row);
      mode = 'drop';
    }
    if (mode === 'drop') held = '';
  };

  return {
    write(text) {
      let place = 0;
      while (place < text.length) {
        if (isLineStart) {
          const character = text[place] as string;
          isLineStart = false;
          if (character === ' ') place++;
          else {
            endLine();
            row = line;
            if (character === '\n') handlers.endOfRecord();
            else mode = character === '#' ? 'drop' : 'name';
          }
        }
        const end = text.indexOf('\n', place);
        take(text.slice(place, end < 0 ? text.length : end));
        if (end < 0) return;
        line++;
        isLineStart = true;
        place = end + 1;
      }
    },
    close() {
      endLine();
      handlers.endOfRecord();
    },
  };
}

/** The text after the first colon; null where it is no text. */
function textOf(held: string): string | null {
  if (held.startsWith('<')) return '';
  if (!held.startsWith(':')) return held.trim();
  const code = held.slice(1).trim();
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(code)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(code, 'base64')).trim();
  } catch {
    return null;
  }
}
