import type { ReactNode } from 'react';

/** Nothing here yet: one sentence that says why, and the one thing to do next. */
export function EmptyPage({ sentence, children }: { readonly sentence: string; readonly children?: ReactNode }) {
  return (
    <div className="empty-page">
      <p>{sentence}</p>
      {children}
    </div>
  );
}
