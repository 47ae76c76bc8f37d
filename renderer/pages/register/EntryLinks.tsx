export type OpenEntry = (entry: 'product' | 'provider', id: string) => void;

/** Names of entries that lead to them. */
export function EntryLinks({
  entries,
  entry,
  onOpen,
}: {
  readonly entries: readonly { readonly id: string; readonly name: string }[];
  readonly entry: 'product' | 'provider';
  readonly onOpen: OpenEntry;
}) {
  return (
    <ul className="entry-links">
      {entries.map(({ id, name }) => (
        <li key={id}>
          <button type="button" className="text-link" onClick={() => onOpen(entry, id)}>
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
