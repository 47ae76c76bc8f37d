import type { ReactNode } from 'react';

/** The page's name, what it is for in one line, and its own actions at the right. */
export function PageHeading({ title, lead, children }: { readonly title: string; readonly lead?: ReactNode; readonly children?: ReactNode }) {
  return (
    <div className="page-heading">
      <div className="page-title">
        <h1>{title}</h1>
        {lead !== undefined && <p className="soft">{lead}</p>}
      </div>
      <div className="page-actions">{children}</div>
    </div>
  );
}
