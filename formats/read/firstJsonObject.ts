import { isJsonObject, type JsonObject } from './wholeJson.ts';

/** The first object in the beginning of a JSON text, or in a list there; null where it does not end within the text. */
export function firstJsonObject(text: string): JsonObject | null {
  const start = /^\ufeff?\s*(?:\[\s*)?(?=\{)/.exec(text)?.[0].length;
  if (start === undefined) return null;
  let depth = 0;
  let isQuoted = false;
  for (let index = start; index < text.length; index++) {
    const letter = text[index];
    if (isQuoted) {
      if (letter === '\\') index++;
      else if (letter === '"') isQuoted = false;
    } else if (letter === '"') isQuoted = true;
    else if (letter === '{') depth++;
    else if (letter === '}' && --depth === 0) return parse(text.slice(start, index + 1));
  }
  return null;
}

function parse(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
