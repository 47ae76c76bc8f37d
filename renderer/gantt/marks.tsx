/** A gate as on paper: two posts and a lintel. */
export function GateShape() {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      <path d="M3 2v11M11 2v11M0.5 3h13" stroke="currentColor" strokeWidth="2" fill="none" />
    </svg>
  );
}

/** The last day to decide on a contract. */
export function FlagShape({ isFilled }: { readonly isFilled: boolean }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      <path d="M2 1v12.5" stroke="currentColor" strokeWidth="1.6" />
      <path d="M2 1.6 12.4 4.6 2 7.8z" fill={isFilled ? 'currentColor' : 'var(--paper)'} stroke="currentColor" strokeWidth="1.3" strokeLinejoin="round" />
    </svg>
  );
}

/** The end of a contract's term. */
export function DiamondShape({ isFilled }: { readonly isFilled: boolean }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      <path d="M7 1.4 12.6 7 7 12.6 1.4 7z" fill={isFilled ? 'currentColor' : 'var(--paper)'} stroke="currentColor" strokeWidth="1.3" />
    </svg>
  );
}
