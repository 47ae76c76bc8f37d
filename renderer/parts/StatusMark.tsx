import type { ReactNode } from 'react';
import './marks.css';

export type Status = 'done' | 'running' | 'planned' | 'problem' | 'exception' | 'frozen';

/** A state as shape and word: the colour only helps. */
export function StatusMark({ state, label }: { readonly state: Status; readonly label: string }) {
  return (
    <span className={`status-mark status-${state}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {shapes[state]}
      </svg>
      <span className="mark-label">{label}</span>
    </span>
  );
}

const shapes: Readonly<Record<Status, ReactNode>> = {
  done: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  running: (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" fill="currentColor" />
    </>
  ),
  planned: <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  problem: <path d="M6 .8 11.6 11H.4z" fill="currentColor" />,
  exception: <rect x="1" y="1" width="10" height="10" fill="currentColor" />,
  frozen: (
    <>
      <rect x="1.25" y="1.25" width="9.5" height="9.5" fill="none" stroke="currentColor" strokeWidth="1" />
      <path d="M1.5 6.5 6.5 1.5M1.5 10.5l9-9M5.5 10.5l5-5" stroke="currentColor" strokeWidth="1" />
    </>
  ),
};
