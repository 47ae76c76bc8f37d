import { type FormEvent, useId, useState } from 'react';
import { useTranslator } from '../../core/settings.ts';
import { DayField } from './DayField.tsx';
import { type State, states } from './trackingView.ts';
import { ChangeFields } from '../../parts/ChangeFields.tsx';
import { ChangeButton } from '../../parts/ChangeButton.tsx';

type Props = {
  readonly state: State;
  readonly reason: string;
  /** Reasons that were given before on this track, to be chosen again. */
  readonly reasons: readonly string[];
  readonly submit: string;
  readonly isRunning: boolean;
  readonly onSubmit: (state: State, reason: string) => void;
};

/** A new state, why, and on which day. A problem without a reason is not taken: nobody could work on it. */
export function StateForm({ state: firstState, reason: firstReason, reasons, submit, isRunning, onSubmit }: Props) {
  const { translate } = useTranslator();
  const [state, setState] = useState<State>(firstState);
  const [reason, setReason] = useState(firstReason);
  const [isAsked, setAsked] = useState(false);
  const id = useId();
  const isMissing = state === 'problem' && reason.trim() === '';
  const takesReason = state !== 'planned';
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!isMissing) onSubmit(state, takesReason ? reason.trim() : '');
  };
  return (
    <form className="tracking-form" onSubmit={send} noValidate>
      <ChangeFields>
        <label className="field tracking-field">
          <span>{translate('trackingPage.newState')}</span>
          <select value={state} onChange={(event) => setState(states.find((candidate) => candidate === event.target.value) ?? 'planned')}>
            {states.map((candidate) => (
              <option key={candidate} value={candidate}>
                {translate(`common.state.${candidate}`)}
              </option>
            ))}
          </select>
        </label>
        {takesReason && (
          <label className="field tracking-field tracking-reason">
            <span>{translate(state === 'problem' ? 'trackingPage.reason' : 'trackingPage.reasonOptional')}</span>
            <input
              type="text"
              list={`${id}list`}
              maxLength={1000}
              placeholder={translate(state === 'problem' ? 'trackingPage.reason' : 'trackingPage.reasonOptional')}
              value={reason}
              required={state === 'problem'}
              aria-invalid={isAsked && isMissing}
              aria-describedby={isAsked && isMissing ? `${id}error` : undefined}
              onChange={(event) => setReason(event.target.value)}
            />
            <datalist id={`${id}list`}>
              {reasons.map((known) => (
                <option key={known} value={known} />
              ))}
            </datalist>
          </label>
        )}
        {state !== 'planned' && <DayField />}
      </ChangeFields>
      <ChangeButton type="submit" className="button-primary" disabled={isRunning}>
        {submit}
      </ChangeButton>
      {isAsked && isMissing && (
        <p id={`${id}error`} role="alert" className="tracking-form-error small">
          {translate('app.reasonMissing')}
        </p>
      )}
    </form>
  );
}
