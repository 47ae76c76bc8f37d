/**
 * What a screen reader says of a change that eyes see elsewhere: one sentence in one piece, or nothing. It must stand in
 * the page before there is anything to say; a region that comes with its text is passed over by some readers.
 */
export function Spoken({ text }: { readonly text: string }) {
  return (
    <p className="visually-hidden" role="status">
      {text}
    </p>
  );
}
