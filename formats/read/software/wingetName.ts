/**
 * Publisher and name in an id of winget, `Publisher.Product.Variant`. The words stay joined as the id joins them:
 * splitting `LibreOffice` at its capitals would give a name that nobody writes.
 *
 * Example: `Mozilla.Firefox.ESR` is `Firefox ESR` of `Mozilla`. An id of the store (`9WZDNCRFHVN5`) names neither.
 */
export function wingetName(id: string): { readonly publisher: string; readonly name: string } {
  const dot = id.indexOf('.');
  if (dot <= 0 || dot === id.length - 1) return { publisher: '', name: id };
  return {
    publisher: id.slice(0, dot),
    name: id
      .slice(dot + 1)
      .replaceAll('.', ' ')
      .trim(),
  };
}
