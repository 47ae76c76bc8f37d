import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslator } from '../core/settings.ts';
import { type ChosenRows, countChosen, everythingChosen, nothingChosen } from './chosenRows.ts';
import './chosenBar.css';

type Props = {
  readonly chosen: ChosenRows;
  readonly choose: (chosen: ChosenRows) => void;
  readonly total: number;
  readonly children: ReactNode;
};

/** Under a table: how many rows are chosen, and what can be done with them; nothing without any. */
export function ChosenBar(props: Props) {
  const count = countChosen(props.chosen, props.total);
  return count === 0 ? null : <Bar {...props} count={count} />;
}

function Bar({ choose, total, count, children }: Props & { readonly count: number }) {
  const { translate } = useTranslator();
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const table = bar.current?.parentElement?.querySelector('[role="grid"]');
    return () => {
      // It has taken the focus with it: on it goes where the rows are.
      if (document.activeElement === document.body) table?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <section ref={bar} className="selection-bar" aria-label={translate('parts.chosen.title')}>
      <p role="status">
        <strong>{translate('parts.chosen.count', { count, total })}</strong>
      </p>
      {count < total && (
        <button type="button" className="button-quiet" onClick={() => choose(everythingChosen)}>
          {translate('parts.chosen.all', { total })}
        </button>
      )}
      <div className="selection-bar-actions">
        {children}
        <button
          type="button"
          className="icon-button"
          aria-label={translate('parts.chosen.clear')}
          title={translate('parts.chosen.clear')}
          onClick={() => choose(nothingChosen)}
        >
          <X size={16} aria-hidden />
        </button>
      </div>
    </section>
  );
}
