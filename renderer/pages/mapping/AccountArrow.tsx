import type { Strategy } from './mappingView.ts';

const width = 112;
const height = 28;
const middle = height / 2;

/**
 * The way of the accounts from left to right: as heavy as their number, with an arrow head where they move on, a wall
 * where they stay, a cross where the item goes, and broken off where nobody has decided.
 */
export function AccountArrow({ strategy, share }: { readonly strategy: Strategy; readonly share: number }) {
  const weight = Math.max(1, Math.round(Math.sqrt(Math.min(1, share)) * 8));
  const head = weight * 0.8 + 4;
  const end = width - 4;
  const stop = strategy === 'replace' ? end - head : strategy === 'retire' ? end - 16 : strategy === 'keep' ? width * 0.42 : 62;
  return (
    <svg className={`account-arrow arrow-${strategy}`} viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true" focusable="false">
      <line
        x1="0"
        y1={middle}
        x2={stop}
        y2={middle}
        stroke="currentColor"
        strokeWidth={weight}
        strokeDasharray={strategy === 'undecided' ? '6 8' : undefined}
      />
      {strategy === 'replace' && <path d={`M${stop - 0.5} ${middle - head} L${end} ${middle} L${stop - 0.5} ${middle + head}Z`} fill="currentColor" />}
      {strategy === 'keep' && <line x1={stop} y1={middle - 10} x2={stop} y2={middle + 10} stroke="currentColor" strokeWidth="2.5" />}
      {strategy === 'retire' && <path d={`M${stop + 4} ${middle - 5}l10 10m0 -10l-10 10`} stroke="currentColor" strokeWidth="2" />}
    </svg>
  );
}
