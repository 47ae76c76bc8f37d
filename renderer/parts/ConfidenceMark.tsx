import type { Confidence } from '../../core/domain/catalogue/catalogue.ts';
import { useTranslator } from '../core/settings.ts';
import './claims.css';

/** How many of the three bars are full; what nobody looked up has none and a question mark. */
const bars: Readonly<Record<Confidence, number>> = { A: 3, B: 2, calc: 2, C: 1, unverified: 0 };

/** How well a statement is supported: bars for the eye, the word beside them or, where there is no room, on hover. */
export function ConfidenceMark({ confidence, isShort = false }: { readonly confidence: Confidence; readonly isShort?: boolean }) {
  const { translate } = useTranslator();
  const word = translate(`common.confidence.${confidence}`);
  return (
    <span className={`confidence confidence-${confidence}`} title={isShort ? word : undefined}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {[0, 1, 2].map((bar) => {
          const height = 4 + bar * 3;
          const isFull = bar < bars[confidence];
          return (
            <rect
              key={bar}
              x={bar * 4 + 0.5}
              y={11.5 - height}
              width="3"
              height={height}
              fill={isFull ? 'currentColor' : 'none'}
              stroke="currentColor"
              strokeWidth={isFull ? 0 : 0.75}
              strokeDasharray={confidence === 'unverified' ? '1.5 1' : undefined}
            />
          );
        })}
      </svg>
      <span className={isShort ? 'visually-hidden' : undefined}>{word}</span>
    </span>
  );
}
