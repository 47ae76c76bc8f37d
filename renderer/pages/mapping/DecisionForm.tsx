import { useId, useState } from 'react';
import { useTranslator } from '../../core/settings.ts';
import { type Alternative, ReplacementChoice } from './ReplacementChoice.tsx';
import { type Strategy, strategies } from './mappingView.ts';
import { StrategyMark } from './StrategyMark.tsx';
import { ChangeFields } from '../../parts/ChangeFields.tsx';
import { ChangeButton } from '../../parts/ChangeButton.tsx';

export type Draft = { readonly strategy: Strategy; readonly replacementId: string | null; readonly note: string };

type DecisionFormProps = {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly alternatives: readonly Alternative[];
  readonly isChanged: boolean;
  readonly isRunning: boolean;
  readonly saveLabel: string;
  readonly onSave: () => void;
  readonly children?: React.ReactNode;
};

/** What becomes of one item or of many: strategy, replacement, note. */
export function DecisionForm({ draft, onChange, alternatives, isChanged, isRunning, saveLabel, onSave, children }: DecisionFormProps) {
  const { translate } = useTranslator();
  const name = useId();
  const [wasTried, setTried] = useState(false);
  const lacksReplacement = draft.strategy === 'replace' && draft.replacementId === null;
  return (
    <form
      className="decision-form"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!lacksReplacement && isChanged && !isRunning) onSave();
      }}
    >
      <ChangeFields>
        <fieldset className="strategy-choice">
          <legend className="visually-hidden">{translate('mappingPage.filter.strategy')}</legend>
          {strategies.map((strategy) => (
            <label key={strategy}>
              <input type="radio" name={name} checked={draft.strategy === strategy} onChange={() => onChange({ ...draft, strategy })} />
              <StrategyMark strategy={strategy} />
            </label>
          ))}
        </fieldset>
        {draft.strategy === 'replace' && (
          <ReplacementChoice alternatives={alternatives} value={draft.replacementId} onChoose={(replacementId) => onChange({ ...draft, replacementId })} />
        )}
        {wasTried && lacksReplacement && (
          <p className="form-error" role="alert">
            {translate('mappingPage.replacementMissing')}
          </p>
        )}
        <label className="note-field">
          <span className="small soft">{translate('mappingPage.note')}</span>
          <textarea rows={2} maxLength={2000} value={draft.note} onChange={(event) => onChange({ ...draft, note: event.target.value })} />
        </label>
      </ChangeFields>
      <div className="decision-actions">
        <ChangeButton type="submit" className="button-primary" disabled={!isChanged || isRunning}>
          {saveLabel}
        </ChangeButton>
        {children}
      </div>
    </form>
  );
}
