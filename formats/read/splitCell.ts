/** `Bauamt / Hochbau`, `Bauamt > Hochbau`, `Bauamt\Hochbau` and `/Bauamt/Hochbau`; a slash without blanks is part of a name (`Bau/Umwelt`). */
export function splitPath(text: string): readonly string[] {
  const separator = text.startsWith('/') ? /\//g : /\s[/>»]\s|\\/g;
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Names joined by `+`, `;` or `|`. A plus between blanks belongs to a name: `Enterprise Mobility + Security E3`. */
export function splitList(text: string): readonly string[] {
  const names = text
    .split(/(?<!\s)\+(?!\s)|[;|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^(unlicensed|nicht lizenziert|ohne lizenz|sans licence)$/i.test(part));
  return [...new Set(names)];
}
