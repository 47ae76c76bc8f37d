import { type KeyboardEvent, useId, useState } from 'react';
import { useRefusal } from '../../core/readOnly.ts';
import { useTranslator } from '../../core/settings.ts';

/** A whole number that is stored when one leaves the field or presses Enter; Escape takes the typing back. */
export function CountField({
  label,
  value,
  least = 0,
  isLabelHidden = false,
  onSave,
}: {
  readonly label: string;
  readonly value: number;
  readonly least?: number;
  readonly isLabelHidden?: boolean;
  readonly onSave: (value: number) => void;
}) {
  const t = useTranslator();
  const id = useId();
  const refusal = useRefusal();
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? value : Number(typed.replace(/[\s\u00a0\u202f.,']/g, ''));
  const isWrong = typed !== null && (typed.trim() === '' || !Number.isInteger(read) || read < least || read > 100_000_000);
  const save = () => {
    if (typed === null) return;
    if (!isWrong && read !== value) onSave(read);
    if (!isWrong) setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') save();
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      event.preventDefault();
      setTyped(null);
    }
  };
  return (
    <span className="field count-field">
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <input
        id={id}
        className="number"
        inputMode="numeric"
        autoComplete="off"
        value={typed ?? t.number(value)}
        aria-invalid={isWrong}
        readOnly={refusal !== null}
        {...refusal}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={save}
        onKeyDown={onKeyDown}
      />
    </span>
  );
}
