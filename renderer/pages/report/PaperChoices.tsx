import { locales } from '../../../core/i18n/keys.ts';
import { useSettings, useTranslator } from '../../core/settings.ts';
import { useReportView } from './reportView.ts';

/** Which paper it is. */
export function PaperKindChoice() {
  const { translate } = useTranslator();
  const { kind, setKind } = useReportView();
  return (
    <fieldset className="paper-kind">
      <legend className="visually-hidden">{translate('reportPage.kind')}</legend>
      {(['plan', 'council'] as const).map((name) => (
        <label key={name} className={name === kind ? 'is-chosen' : undefined}>
          <input type="radio" name="paper-kind" className="visually-hidden" checked={name === kind} onChange={() => setKind(name)} />
          {translate(`reportPage.kind.${name}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** How it is written: the language of the paper and the standard of the file. */
export function PaperChoices() {
  const { translate } = useTranslator();
  const windowLocale = useSettings((state) => state.locale);
  const { locale, standard, setLocale, setStandard } = useReportView();
  return (
    <div className="paper-choices">
      <div className="field">
        <label htmlFor="paper-locale">{translate('reportPage.locale')}</label>
        <select
          id="paper-locale"
          value={locale ?? windowLocale}
          onChange={(event) => setLocale(locales.find((name) => name === event.target.value) ?? windowLocale)}
        >
          {locales.map((name) => (
            <option key={name} value={name}>
              {translate(`window.locale.${name}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="paper-standard">{translate('reportPage.standard')}</label>
        <select id="paper-standard" value={standard} onChange={(event) => setStandard(event.target.value === 'a-2a' ? 'a-2a' : 'ua-1')}>
          {(['ua-1', 'a-2a'] as const).map((name) => (
            <option key={name} value={name}>
              {translate(`reportPage.standard.${name}`)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
