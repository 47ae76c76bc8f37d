/** A document that names its schema and version first; two spaces, UTF-8, one line feed at the end. */
export function writeJson(document: { readonly schema: string }): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`);
}
