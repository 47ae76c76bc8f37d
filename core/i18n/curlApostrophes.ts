/**
 * The apostrophe inside a word as ’. Besides looking right, it is safe: ICU takes a straight one before a brace for a
 * quote, and `d'{name}` would print the brace and lose the name.
 */
export function curlApostrophes(sentence: string): string {
  return sentence.replace(/(?<=\p{L})'(?=[\p{L}\d{« ])/gu, '’');
}
