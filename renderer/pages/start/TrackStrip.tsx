import { useMemo } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import type { IsoDate } from '../../../core/domain/calendar.ts';
import { type TrackStrip as Strip, trackStrip } from '../../../core/report/trackStrip.ts';
import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';

/** The timeline as a thin strip of tracks: a hairline from the first to the last day, a bar while accounts move. */
export function TrackStrip({ timeline, today }: { readonly timeline: Output<'schedule.getTimeline'>['timeline']; readonly today: IsoDate }) {
  const { translate } = useTranslator();
  const go = useRoute((state) => state.go);
  const strip = useMemo(() => trackStrip(timeline, today), [timeline, today]);
  if (strip === null) return null;
  const place = (day: number) => `${(day / strip.days) * 100}%`;
  return (
    <section className="strip" aria-labelledby="strip-heading">
      <div className="section-head">
        <h2 id="strip-heading">{translate('startPage.strip')}</h2>
        <button type="button" className="button-quiet" onClick={() => go('timeline')}>
          {translate('startPage.stripOpen')}
        </button>
      </div>
      <div className="strip-chart">
        <div className="strip-years" aria-hidden>
          {strip.years.map(({ year, from, to }) => (
            <span key={year} style={{ left: place(from) }}>
              {to - from > strip.days * 0.05 ? year : ''}
            </span>
          ))}
          {strip.today !== null && (
            <span className="strip-today" style={{ left: place(strip.today) }}>
              {translate('startPage.today')}
            </span>
          )}
        </div>
        <ul>
          {strip.rows.map((row) => (
            <StripRow key={row.trackId} row={row} place={place} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function StripRow({ row, place }: { readonly row: Strip['rows'][number]; readonly place: (day: number) => string }) {
  const { translate, date } = useTranslator();
  const { name, track, startsOn, finishesOn, whole, waves } = row;
  const text =
    startsOn === null || finishesOn === null
      ? translate('startPage.stripNoDates', { name })
      : translate('startPage.stripAlt', { name, from: date(startsOn), to: date(finishesOn) });
  const color = `var(--track-${track})`;
  const width = (span: { readonly from: number; readonly to: number }) => ({ left: place(span.from), width: place(span.to - span.from), background: color });
  return (
    <li title={text}>
      <span className="strip-name" aria-hidden>
        <span className="strip-dot" style={{ background: color }} />
        {name}
      </span>
      <span className="visually-hidden">{text}</span>
      <span className="strip-lane" aria-hidden>
        {whole && <span className="strip-whole" style={width(whole)} />}
        {waves && <span className="strip-waves" style={width(waves)} />}
      </span>
    </li>
  );
}
