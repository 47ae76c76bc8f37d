import { useId, useState } from 'react';
import { useNotices } from '../../core/notices.ts';
import { useSettings, useTranslator } from '../../core/settings.ts';
import { useCommand } from '../../core/useCommand.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { signOf, writeValue } from '../assumptionText.ts';
import { DateInput } from '../DateInput.tsx';
import { changesOf, emptyDraft, type ScenarioDraft } from './scenarioDraft.ts';
import { useAssumptionName } from './useAssumptionName.ts';

/** A what-if as its differences from the plan: whatever is left as it is stays the plan's. */
export function NewScenario({ onDone }: { readonly onDone: () => void }) {
  const { translate, number } = useTranslator();
  const locale = useSettings((state) => state.locale);
  const { data: timeline } = useQuery('schedule.getTimeline', {});
  const { data: assumptions } = useQuery('plan.listAssumptions', { locale });
  const [name, setName] = useState('');
  const [draft, setDraft] = useState<ScenarioDraft>(emptyDraft);
  const add = useCommand('scenario.add');
  const tell = useNotices((state) => state.tell);
  const nameOf = useAssumptionName();
  const id = useId();
  if (!timeline || !assumptions) return <p className="soft">{translate('window.loading')}</p>;
  const { startsOn, timeline: plan } = timeline;
  const { changes, wrong, isEmpty } = changesOf(draft, { startsOn, tracks: plan.tracks, capacities: plan.capacities, assumptions }, locale);
  const canAdd = name.trim() !== '' && wrong.size === 0 && !isEmpty && !add.isRunning;
  const type = (part: 'accountsPerWeek' | 'hoursPerDay' | 'assumptions', key: string, text: string) =>
    setDraft((before) => ({ ...before, [part]: { ...before[part], [key]: text } }));
  const submit = async () => {
    const done = await add.run({ name, changes });
    if (!done) return;
    tell(done.labelKey, done.params, true);
    onDone();
  };
  const chosen = assumptions.filter(({ key }) => draft.assumptions[key] !== undefined);
  return (
    <form
      className="scenario-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (canAdd) void submit();
      }}
    >
      <h3>{translate('scenarios.newTitle')}</h3>
      <label className="field">
        <span>{translate('scenarios.name')}</span>
        {/* biome-ignore lint/a11y/noAutofocus: the form was opened to write here */}
        <input autoFocus value={name} maxLength={300} required onChange={(event) => setName(event.target.value)} />
      </label>
      <DateInput
        label={translate('scenarios.startsOn')}
        value={draft.startsOn ?? startsOn}
        onChange={(day) => setDraft((before) => ({ ...before, startsOn: day }))}
      />
      <fieldset>
        <legend>{translate('scenarios.perWeek')}</legend>
        {plan.tracks
          .filter((track) => track.movesAccounts)
          .map(({ key, name: trackName, accountsPerWeek }) => (
            <NumberField
              key={key}
              label={trackName}
              text={draft.accountsPerWeek[key] ?? number(accountsPerWeek)}
              isWrong={wrong.has(key)}
              onType={(text) => type('accountsPerWeek', key, text)}
            />
          ))}
      </fieldset>
      <fieldset>
        <legend>{translate('scenarios.hours')}</legend>
        {plan.capacities.map(({ resource, minutesPerDay }) => (
          <NumberField
            key={resource}
            label={translate(`scenarios.${resource}`)}
            text={draft.hoursPerDay[resource] ?? number(minutesPerDay / 60)}
            isWrong={wrong.has(resource)}
            onType={(text) => type('hoursPerDay', resource, text)}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>{translate('scenarios.assumptions')}</legend>
        {chosen.map(({ key, unit }) => (
          <NumberField
            key={key}
            label={`${nameOf(key)}, ${signOf(unit)} ${translate(`common.unit.${unit}`)}`}
            text={draft.assumptions[key] ?? ''}
            isWrong={wrong.has(key)}
            onType={(text) => type('assumptions', key, text)}
          />
        ))}
        <label className="field" htmlFor={id}>
          <span className="visually-hidden">{translate('scenarios.addAssumption')}</span>
          <select
            id={id}
            value=""
            onChange={({ target }) => {
              const found = assumptions.find(({ key }) => key === target.value);
              if (found) type('assumptions', found.key, writeValue(found.value, found.unit, locale));
            }}
          >
            <option value="">{translate('scenarios.addAssumption')}</option>
            {assumptions
              .filter(({ key }) => draft.assumptions[key] === undefined)
              .map(({ key }) => (
                <option key={key} value={key}>
                  {nameOf(key)}
                </option>
              ))}
          </select>
        </label>
      </fieldset>
      <div className="scenario-form-end">
        <span className="small soft" role="status">
          {wrong.size > 0 ? translate('scenarios.wrong') : isEmpty ? translate('scenarios.nothingChanged') : ''}
        </span>
        <button type="button" className="button" onClick={onDone}>
          {translate('window.cancel')}
        </button>
        <ChangeButton type="submit" className="button-primary" disabled={!canAdd}>
          {translate('scenarios.add')}
        </ChangeButton>
      </div>
    </form>
  );
}

function NumberField({
  label,
  text,
  isWrong,
  onType,
}: {
  readonly label: string;
  readonly text: string;
  readonly isWrong: boolean;
  readonly onType: (text: string) => void;
}) {
  return (
    <label className="field scenario-number">
      <span>{label}</span>
      <input
        className="number"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        aria-invalid={isWrong}
        onFocus={(event) => event.target.select()}
        onChange={(event) => onType(event.target.value)}
      />
    </label>
  );
}
