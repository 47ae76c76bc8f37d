import { ClipboardCopy } from 'lucide-react';
import { useState } from 'react';
import { useTranslator } from '../core/settings.ts';
import './floating.css';

/** Copies a table as a whole; a long one takes a moment, in which a second click does nothing. */
export function CopyTableButton({ onCopy }: { readonly onCopy: () => Promise<void> }) {
  const { translate } = useTranslator();
  const [isCopying, setCopying] = useState(false);
  const copy = async () => {
    if (isCopying) return;
    setCopying(true);
    await onCopy().finally(() => setCopying(false));
  };
  const name = translate('parts.table.copy');
  return (
    <button type="button" className="button column-button" aria-label={name} title={name} aria-busy={isCopying} onClick={() => void copy()}>
      <span className="column-icon">
        <ClipboardCopy size={16} aria-hidden />
      </span>
    </button>
  );
}
