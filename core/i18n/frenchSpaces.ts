/**
 * The space before ; : ! ? and inside « » as a narrow one at which no line breaks, as French is set; messages hold
 * plain spaces there, which nobody can tell from others while writing. Example: `Vue : Tout` keeps its colon.
 */
export function frenchSpaces(sentence: string): string {
  return sentence.replace(/(?<=\S) (?=[;!?»]|:(?!:))/g, '\u202f').replace(/« (?=\S)/g, '«\u202f');
}
