import { type State, states } from './trackingView.ts';

const order: readonly State[] = ['migrated', 'problem', 'exception', 'planned'];

/** The four states as parts of one bar; the counts stand beside it, so it says nothing of its own to a screen reader. */
export function StateBar({ counts }: { readonly counts: Readonly<Record<State, number>> }) {
  const all = states.reduce((sum, state) => sum + counts[state], 0);
  return (
    <span className="state-bar" aria-hidden="true">
      {all > 0 &&
        order.map((state) => (counts[state] === 0 ? null : <span key={state} className={`state-bar-${state}`} style={{ flexGrow: counts[state] }} />))}
    </span>
  );
}
