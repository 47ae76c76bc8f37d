/** Units that only sort kinds of accounts and are no part of an administration. */
const folders =
  /^(?:(?:domain[ -]?)?users?|benutzer|benutzerkonten|utilisateurs|accounts?|konten|comptes|people|persons?|personen|personnes|mitarbeiter|employees|agents|staff|mailboxes|postf[äa]cher)$/i;

/**
 * The organisational units of a distinguished name from the root downwards:
 * `CN=Muster\, Erika,OU=Hochbau,OU=Bauamt,DC=stadt,DC=example` lies in Bauamt › Hochbau.
 */
export function unitsOfName(distinguishedName: string): readonly string[] {
  const units: string[] = [];
  // The first part is the entry itself; a comma inside a value is written `\,` or `\2C`, or the value stands in quotes.
  for (const part of splitName(distinguishedName).slice(1)) {
    const unit = /^\s*ou\s*=\s*([\s\S]*)$/i.exec(part)?.[1];
    if (unit === undefined) continue;
    const name = unescapeValue(unit.trim());
    if (name !== '' && !folders.test(name)) units.unshift(name);
  }
  return units;
}

function splitName(text: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '\\') index++;
    else if (character === '"') isQuoted = !isQuoted;
    else if (character === ',' && !isQuoted) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** RFC 4514: `\` before a character, or the hexadecimal digits of its bytes in UTF-8. */
function unescapeValue(text: string): string {
  const bare = text.startsWith('"') && text.endsWith('"') && text.length >= 2 ? text.slice(1, -1) : text;
  return bare.replaceAll(/(?:\\[0-9a-f]{2})+/gi, (codes) => Buffer.from(codes.replaceAll('\\', ''), 'hex').toString('utf8')).replaceAll(/\\(.)/g, '$1');
}
