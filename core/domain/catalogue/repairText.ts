/** Characters that Windows-1252 puts at 0x80 to 0x9F; the rest of its upper half is Latin-1. */
const windows1252: Readonly<Record<string, number>> = {
  '€': 0x80,
  '‚': 0x82,
  ƒ: 0x83,
  '„': 0x84,
  '…': 0x85,
  '†': 0x86,
  '‡': 0x87,
  ˆ: 0x88,
  '‰': 0x89,
  Š: 0x8a,
  '‹': 0x8b,
  Œ: 0x8c,
  Ž: 0x8e,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
  '˜': 0x98,
  '™': 0x99,
  š: 0x9a,
  '›': 0x9b,
  œ: 0x9c,
  ž: 0x9e,
  Ÿ: 0x9f,
};

function byteOf(character: string | undefined): number {
  if (character === undefined) return -1;
  const code = character.charCodeAt(0);
  return code < 0x100 ? code : (windows1252[character] ?? -1);
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0;
}

/**
 * Takes back what happens to a name when UTF-8 was read as Windows-1252: such bytes come in sequences that ordinary
 * words do not have, so only whole sequences are joined again and everything else stays.
 *
 * Example: `repairText('BÃ¼ro')` is `Büro`; `repairText('Büro')` stays `Büro`.
 */
export function repairText(text: string): string {
  let repaired = text;
  // Twice, because exports are met that went wrong twice: `Ã¢â€žÂ¢` was once `™`.
  for (let pass = 0; pass < 2 && /[\u00c2-\u00ef]/.test(repaired); pass += 1) {
    let out = '';
    for (let index = 0; index < repaired.length; index += 1) {
      const first = byteOf(repaired[index]);
      const second = byteOf(repaired[index + 1]);
      const third = byteOf(repaired[index + 2]);
      if (first >= 0xc2 && first < 0xe0 && isContinuation(second)) {
        out += String.fromCharCode(((first & 0x1f) << 6) | (second & 0x3f));
        index += 1;
      } else if (first >= 0xe0 && first < 0xf0 && isContinuation(second) && isContinuation(third)) {
        out += String.fromCharCode(((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f));
        index += 2;
      } else out += repaired[index];
    }
    if (out === repaired) break;
    repaired = out;
  }
  return repaired;
}
