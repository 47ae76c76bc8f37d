import { type KeyboardEvent, useId, useState } from 'react';
import { useNotices } from '../../core/notices.ts';
import { useRefusal } from '../../core/readOnly.ts';
import { useSettings, useTranslator } from '../../core/settings.ts';
import { useCommand } from '../../core/useCommand.ts';
import { type Assumption, readValue, signOf, writeValue } from '../../parts/assumptionText.ts';

/** A number to be changed in place: Enter or leaving the field takes it, Escape puts the old one back. */
export function AssumptionField({ assumption, name }: { readonly assumption: Assumption; readonly name: string }) {
  const { translate } = useTranslator();
  const locale = useSettings((state) => state.locale);
  const tell = useNotices((state) => state.tell);
  const change = useCommand('plan.changeAssumption');
  const [draft, setDraft] = useState<string | null>(null);
  const id = useId();
  const refusal = useRefusal();
  const { key, value, unit } = assumption;
  const written = writeValue(value, unit, locale);
  const read = draft === null ? value : readValue(draft, unit, locale);

  const take = async () => {
    if (draft === null || read === null) return;
    if (read === value) return setDraft(null);
    const done = await change.run({ key, value: read });
    if (done) tell('costsPage.wasChanged', { name, value: `${writeValue(read, unit, locale)} ${signOf(unit)}`.trim() }, true);
    setDraft(null);
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') void take();
    else if (event.key === 'Escape' && draft !== null) {
      event.preventDefault();
      setDraft(null);
    }
  };
  return (
    <span className="costs-field">
      <input
        type="text"
        inputMode="decimal"
        className="number"
        aria-label={name}
        aria-invalid={read === null}
        aria-describedby={read === null ? id : undefined}
        readOnly={refusal !== null}
        {...refusal}
        value={draft ?? written}
        onChange={(event) => setDraft(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => void take()}
        onKeyDown={onKey}
      />
      {read === null && (
        <span id={id} role="alert" className="costs-field-error small">
          {translate('costsPage.notANumber')}
        </span>
      )}
    </span>
  );
}
