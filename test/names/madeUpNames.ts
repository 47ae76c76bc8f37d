import type { RawNameKey } from '../../core/domain/catalogue/matchNames.ts';

type Named = { readonly aliases: readonly string[]; readonly publishers: readonly string[] };

const behind = ['', ' (x64)', ' (64-bit)', ' - de-de', ' - fr-fr', ' (Deutsch)', ' MUI', ' Professional', ' Standard Edition', ' (remove only)'];
const noise = [
  ['Security Update for Microsoft Office 2016 (KB#) 32-Bit Edition', 'Microsoft'],
  ['Microsoft Visual C++ 2015 Redistributable (x64) - #', 'Microsoft Corporation'],
  ['Mise à jour de sécurité pour Microsoft Excel 2016 (KB#) édition 64 bits', 'Microsoft'],
  ['Intel(R) Network Connections #', 'Intel Corporation'],
  ['lib#-perl', 'Debian Perl Group'],
] as const;
const syllables = ['ka', 'lo', 'mi', 'ter', 'san', 'bur', 'pli', 'wex', 'dor', 'nau', 'gri', 'fel', 'os', 'ym', 'qua'];

/** As many different names as wanted, the same every time: half products in versions, a third patches and parts, the rest nobody knows. */
export function madeUpNames(count: number, products: readonly Named[]): readonly RawNameKey[] {
  const named = products.flatMap(({ aliases, publishers }) => aliases.map((alias) => ({ alias, publisher: publishers[0] ?? '' })));
  const at = <Item>(list: readonly Item[], place: number) => list[place % list.length] as Item;
  return Array.from({ length: count }, (_, index) => {
    const version = `${1 + (index % 29)}.${index % 101}.${index}`;
    if (index % 6 < 3) {
      const { alias, publisher } = at(named, index * 7919);
      return { rawName: `${alias} ${version}${at(behind, index >> 3)}`, publisher, version };
    }
    if (index % 6 < 5) {
      const [name, publisher] = at(noise, index);
      return { rawName: name.replace('#', String(4_000_000 + index)), publisher, version };
    }
    const word = `${at(syllables, index)}${at(syllables, index >> 4)}${at(syllables, index >> 8)}`;
    return { rawName: `${word} ${at(syllables, index >> 5)}ware ${version}`, publisher: `${word} Software GmbH`, version };
  });
}
