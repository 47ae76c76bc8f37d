import type { ReactNode } from 'react';
import { useTranslator } from '../../core/settings.ts';
import type { Strategy } from './mappingView.ts';

/** What becomes of an item, as shape and word. */
export function StrategyMark({ strategy }: { readonly strategy: Strategy }) {
  const { translate } = useTranslator();
  return (
    <span className={`strategy-mark strategy-${strategy}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" strokeWidth="1.75">
        {shapes[strategy]}
      </svg>
      <span>{translate(`mappingPage.strategy.${strategy}`)}</span>
    </span>
  );
}

const shapes: Readonly<Record<Strategy, ReactNode>> = {
  replace: <path d="M.5 6h10M7 2.2 10.8 6 7 9.8" />,
  keep: <rect x="2" y="2" width="8" height="8" fill="currentColor" />,
  retire: <path d="m2 2 8 8M10 2l-8 8" />,
  undecided: <circle cx="6" cy="6" r="4.5" strokeDasharray="2.4 1.6" />,
};
