import type { Output } from '../../../core/contract/contract.ts';
import type { Track } from '../../../core/domain/schedule/timeline/timeline.ts';
import type { Translator } from '../../../core/i18n/translate.ts';
import { useTranslator } from '../../core/settings.ts';
import { shiftWords } from '../../gantt/rowWords.ts';

type Comparison = Output<'baseline.compare'>['comparison'];
type Difference = Comparison['total'];

/** What differs between the approved plan and the plan as it is: the whole, each track, each year. */
export function BaselineDifferences({ comparison, tracks }: { readonly comparison: Comparison; readonly tracks: readonly Track[] }) {
  const t = useTranslator();
  const names = new Map(tracks.map((track) => [track.id, track.name]));
  const { total, years } = comparison;
  const first = years[0]?.year;
  const last = years[years.length - 1]?.year;
  return (
    <>
      <table className="timeline-table baseline-table">
        <caption className="baseline-caption">{t.translate('baseline.differences')}</caption>
        <thead>
          <tr>
            <th scope="col">{t.translate('timelinePage.task.track')}</th>
            <th scope="col">{t.translate('timelinePage.column.finish')}</th>
            <th scope="col" className="number">
              {t.translate('baseline.cost')}
            </th>
          </tr>
        </thead>
        <tbody>
          {comparison.tracks.map((track) => (
            <DifferenceRow key={track.trackId} name={names.get(track.trackId) ?? ''} difference={track} />
          ))}
        </tbody>
        <tfoot>
          <DifferenceRow name={t.translate('baseline.whole')} difference={total} />
        </tfoot>
      </table>
      {first !== undefined && last !== undefined && (
        <table className="timeline-table baseline-table">
          <caption className="baseline-caption">{t.translate('baseline.costByYear', { from: String(first), to: String(last) })}</caption>
          <thead>
            <tr>
              <th scope="col">{t.translate('baseline.year')}</th>
              <th scope="col" className="number">
                {t.translate('baseline.approvedCost')}
              </th>
              <th scope="col" className="number">
                {t.translate('baseline.nowCost')}
              </th>
              <th scope="col" className="number">
                {t.translate('baseline.difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <YearRow key={year.year} name={String(year.year)} approved={year.approved} now={year.now} />
            ))}
          </tbody>
          <tfoot>{total.costCents && <YearRow name={t.translate('baseline.sum')} approved={total.costCents.approved} now={total.costCents.now} />}</tfoot>
        </table>
      )}
    </>
  );
}

function DifferenceRow({ name, difference }: { readonly name: string; readonly difference: Difference }) {
  const t = useTranslator();
  const { finish, finishShiftDays, costCents } = difference;
  const notes = notesOf(difference, t);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {finishShiftDays === null ? '–' : shiftWords(finishShiftDays, t)}
        {finish.approved !== null && finish.now !== null && finishShiftDays !== 0 && (
          <span className="small soft baseline-note">{t.translate('baseline.fromTo', { approved: finish.approved, now: finish.now })}</span>
        )}
        {notes !== '' && <span className="small soft baseline-note">{notes}</span>}
      </td>
      <td className="number">
        {costCents === null ? t.translate('baseline.unknown') : signed(costCents.now - costCents.approved, (value) => t.money(value, 'whole'))}
      </td>
    </tr>
  );
}

function YearRow({ name, approved, now }: { readonly name: string; readonly approved: number; readonly now: number }) {
  const t = useTranslator();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{t.money(approved, 'whole')}</td>
      <td className="number">{t.money(now, 'whole')}</td>
      <td className="number">{signed(now - approved, (value) => t.money(value, 'whole'))}</td>
    </tr>
  );
}

/** Waves and accounts, as far as they differ. */
function notesOf({ wavesAdded, wavesRemoved, wavesMoved, accounts }: Difference, t: Translator): string {
  const more = accounts === null ? 0 : accounts.now - accounts.approved;
  return [
    ...(wavesMoved > 0 ? [t.translate('baseline.wavesMoved', { count: wavesMoved })] : []),
    ...(wavesAdded > 0 ? [t.translate('baseline.wavesAdded', { count: wavesAdded })] : []),
    ...(wavesRemoved > 0 ? [t.translate('baseline.wavesRemoved', { count: wavesRemoved })] : []),
    ...(more === 0 ? [] : [t.translate('baseline.accounts', { difference: signed(more, (value) => t.number(value)) })]),
  ].join(', ');
}

/** With its sign; nothing where there is no difference. */
function signed(value: number, write: (value: number) => string): string {
  return value === 0 ? '–' : value > 0 ? `+${write(value)}` : write(value);
}
