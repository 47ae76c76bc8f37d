import { type FormEvent, useState } from 'react';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { FormField } from '../../parts/FormField.tsx';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';

/** As the paper prints it, in groups, so that two people can read it to each other. */
const inGroups = (fingerprint: string) => fingerprint.replace(/(.{4})(?=.)/g, '$1 ');
/** Fewer digits are in too many plans to say anything. */
const fewestDigits = 8;
const digitsOf = (text: string) => text.replace(/[^0-9a-z]/gi, '');

/** Whether the plan file is whole, and whether a fingerprint from paper is that of the plan as it stands. */
export function CheckPanel({ onClose }: { readonly onClose: () => void }) {
  const { translate } = useTranslator();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const [isTooShort, setTooShort] = useState(false);
  const { data, error, isFetching } = useQuery('report.verifyPlan', asked === null ? {} : { fingerprint: asked });
  const compare = (event: FormEvent) => {
    event.preventDefault();
    const digits = digitsOf(typed);
    const isWrong = digits.length < fewestDigits || /[^0-9a-f]/i.test(digits);
    setTooShort(isWrong);
    setAsked(isWrong ? null : typed.trim().slice(0, 200));
  };
  return (
    <SidePanel title={translate('historyPage.check')} onClose={onClose}>
      <p className="soft">{translate('historyPage.check.lead')}</p>
      <section className="check-result" aria-live="polite" aria-busy={isFetching}>
        <h3>{translate('historyPage.check.file')}</h3>
        {error && <p role="alert">{translate(error.messageKey, error.params)}</p>}
        {data === undefined && !error && <p className="soft">{translate('historyPage.check.running')}</p>}
        {data && (
          <p>
            <StatusMark state={data.isWhole ? 'done' : 'problem'} label={translate(data.isWhole ? 'historyPage.check.whole' : 'historyPage.check.damaged')} />
          </p>
        )}
        {data && data.issues.length > 0 && (
          <ul className="check-issues small">
            {data.issues.map((issue) => (
              <li key={`${issue.messageKey} ${JSON.stringify(issue.params)}`}>{translate(issue.messageKey, issue.params)}</li>
            ))}
          </ul>
        )}
      </section>
      <section className="check-result">
        <h3>{translate('baseline.fingerprint')}</h3>
        {data && <p className="mono check-fingerprint">{inGroups(data.fingerprint)}</p>}
        <form className="form-grid" onSubmit={compare} noValidate>
          <div className="form-whole">
            <FormField
              label={translate('historyPage.check.printed')}
              help={translate('historyPage.check.printedHelp')}
              error={isTooShort ? translate('historyPage.check.noFingerprint') : undefined}
            >
              {(described) => (
                <input
                  {...described}
                  className="mono"
                  autoComplete="off"
                  spellCheck={false}
                  maxLength={200}
                  value={typed}
                  onChange={(event) => {
                    setTyped(event.target.value);
                    setAsked(null);
                    setTooShort(false);
                  }}
                />
              )}
            </FormField>
          </div>
          <div className="form-actions form-whole">
            <button type="submit" className="button" disabled={typed.trim() === ''}>
              {translate('historyPage.check.compare')}
            </button>
          </div>
        </form>
        <p role="status">
          {asked !== null && data !== undefined && data.matches !== null && !isFetching && (
            <StatusMark state={data.matches ? 'done' : 'problem'} label={translate(data.matches ? 'cli.fingerprintMatches' : 'cli.fingerprintDiffers')} />
          )}
        </p>
      </section>
    </SidePanel>
  );
}
