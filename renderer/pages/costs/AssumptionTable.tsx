import { ExternalLink, RotateCcw } from 'lucide-react';
import { Fragment } from 'react';
import type { TrackKey } from '../../../core/domain/catalogue/catalogue.ts';
import { useNotices } from '../../core/notices.ts';
import { useServices } from '../../core/services.tsx';
import { useSettings, useTranslator } from '../../core/settings.ts';
import { useCommand } from '../../core/useCommand.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { ConfidenceMark } from '../../parts/ConfidenceMark.tsx';
import { TrackDot } from '../../parts/TrackDot.tsx';
import { AssumptionField } from './AssumptionField.tsx';
import { AssumptionRange } from './AssumptionRange.tsx';
import { type Assumption, groupAssumptions, signOf, writeValue } from '../../parts/assumptionText.ts';
import { useCostsView } from './costsView.ts';
import { ScrollRegion } from '../../parts/ScrollRegion.tsx';

/** Every number that the costs rest on, with its source, to be changed in place. */
export function AssumptionTable({ used }: { readonly used: readonly string[] }) {
  const { translate } = useTranslator();
  const locale = useSettings((state) => state.locale);
  const { showsUnused, toggleUnused } = useCostsView();
  const { data } = useQuery('plan.listAssumptions', { locale });
  if (!data) return null;
  const isShown = ({ key, isChanged }: Assumption) => showsUnused || isChanged || used.length === 0 || used.includes(key);
  const hidden = data.filter((assumption) => !isShown(assumption)).length;
  return (
    <div className="costs-section">
      <div className="costs-section-head">
        <div>
          <h2 id="costs-assumptions-title" className="chart-title">
            {translate('costsPage.assumptions')}
          </h2>
          <p className="soft small">{translate('costsPage.assumptionsNote')}</p>
        </div>
        {(hidden > 0 || showsUnused) && (
          <label className="costs-check">
            <input type="checkbox" checked={showsUnused} onChange={toggleUnused} />
            <span>{translate('costsPage.unused')}</span>
          </label>
        )}
      </div>
      <ScrollRegion className="costs-scroll" labelledBy="costs-assumptions-title">
        <table className="costs-table costs-assumptions">
          <thead>
            <tr>
              <th scope="col">{translate('report.column.assumption')}</th>
              <th scope="col" className="number">
                {translate('report.column.value')}
              </th>
              <th scope="col" className="costs-text">
                {translate('costsPage.unit')}
              </th>
              <th scope="col" className="costs-text">
                {translate('costsPage.range')}
              </th>
              <th scope="col" className="costs-text">
                {translate('report.column.source')}
              </th>
              <th scope="col" className="costs-text">
                {translate('costsPage.note')}
              </th>
            </tr>
          </thead>
          <tbody>
            {groupAssumptions(data.filter(isShown)).map(({ id, rows }) => (
              <Fragment key={id}>
                <tr className="costs-group">
                  <th scope="rowgroup" colSpan={6}>
                    {translate(`costsPage.group.${id}`)}
                  </th>
                </tr>
                {rows.map(({ assumption, track }) => (
                  <AssumptionRow key={assumption.key} assumption={assumption} track={track} group={id} />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}

function AssumptionRow({ assumption, track, group }: { readonly assumption: Assumption; readonly track: string | null; readonly group: string }) {
  const { translate, has } = useTranslator();
  const locale = useSettings((state) => state.locale);
  const { shell } = useServices();
  const tell = useNotices((state) => state.tell);
  const reset = useCommand('plan.resetAssumption');
  const { key, unit, sourceTitle, sourceUrl, confidence, note, isChanged, templateValue } = assumption;
  const ownName = `costsPage.assumption.${key}`;
  const name = track === null ? (has(ownName) ? translate(ownName) : key) : translate(`common.track.${track}`);
  const fullName = track === null ? name : translate('costsPage.ofTrack', { kind: translate(`costsPage.group.${group}`), what: name });
  const sign = signOf(unit);
  const onReset = async () => {
    const done = await reset.run({ key });
    if (done) tell('costsPage.wasReset', { name: fullName, value: `${writeValue(templateValue, unit, locale)} ${sign}`.trim() }, true);
  };
  return (
    <tr className={isChanged ? 'is-changed' : undefined}>
      <th scope="row">{track === null ? name : <TrackDot track={track as TrackKey} />}</th>
      <td className="number">
        <AssumptionField assumption={assumption} name={fullName} />
      </td>
      <td className="costs-text">{unit.startsWith('percent') && unit !== 'percentPerYear' ? sign : `${sign} ${translate(`common.unit.${unit}`)}`}</td>
      <td className="costs-text">
        <AssumptionRange assumption={assumption} />
      </td>
      <td className="costs-text costs-source">
        {isChanged ? (
          <span className="costs-changed">
            <strong>{translate('report.sources.changed')}</strong>
            <ChangeButton
              type="button"
              className="button-quiet"
              disabled={reset.isRunning}
              onClick={() => void onReset()}
              aria-label={translate('costsPage.resetNamed', { name: fullName, value: writeValue(templateValue, unit, locale) })}
            >
              <RotateCcw size={16} aria-hidden />
              {translate('costsPage.reset', { value: `${writeValue(templateValue, unit, locale)} ${sign}`.trim() })}
            </ChangeButton>
          </span>
        ) : sourceTitle === null ? (
          translate('common.assumption')
        ) : (
          <span className="costs-sourced">
            {sourceUrl === null ? (
              sourceTitle
            ) : (
              <button type="button" className="costs-link" onClick={() => void shell.openLink(sourceUrl)}>
                {sourceTitle}
                <ExternalLink size={12} aria-hidden />
              </button>
            )}
            <ConfidenceMark confidence={confidence} />
          </span>
        )}
      </td>
      <td className="costs-text costs-note small">{note}</td>
    </tr>
  );
}
