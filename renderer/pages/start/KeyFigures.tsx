import type { ReactNode } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import type { IsoDate } from '../../../core/domain/calendar.ts';
import { useSettings, useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';

type KeyFiguresProps = {
  readonly summary: Output<'plan.getSummary'>;
  readonly decisions: Output<'schedule.getTimeline'>['decisions'];
  readonly today: IsoDate;
};

/** The four figures that matter. What is not known yet says so instead of showing a nought. */
export function KeyFigures({ summary, decisions, today }: KeyFiguresProps) {
  const { translate, number, money, date } = useTranslator();
  const locale = useSettings((state) => state.locale);
  const { data: costs } = useQuery('cost.getCosts', { locale });
  const { migratedAccountTracks: done, plannedAccountTracks: planned, finishesOn, nextDecisionOn, plan } = summary;
  const decision = decisions.find(({ decideBy }) => decideBy === nextDecisionOn && decideBy >= today);
  const firstYear = costs?.years[0];
  const lastYear = costs?.years.at(-1);
  const hasCosts = costs !== undefined && firstYear !== undefined && lastYear !== undefined && (costs.totalCents !== 0 || costs.stayTotalCents !== 0);
  return (
    <section aria-label={translate('startPage.figures')}>
      <dl className="key-figures">
        <Figure label={translate('startPage.moves')} note={planned === 0 ? '' : translate('startPage.movesNote')} share={planned === 0 ? null : done / planned}>
          {planned === 0 ? <Missing text={translate('startPage.noMoves')} /> : translate('startPage.movesOf', { done: number(done), planned: number(planned) })}
        </Figure>
        <Figure label={translate('startPage.finish')} note={finishesOn === null ? '' : translate('startPage.finishNote', { date: plan.startsOn })}>
          {finishesOn === null ? <Missing text={translate('startPage.noFinish')} /> : date(finishesOn)}
        </Figure>
        <Figure
          label={translate('startPage.cost')}
          note={
            hasCosts ? translate('startPage.costNote', { stay: money(costs.stayTotalCents, 'whole'), first: String(firstYear), last: String(lastYear) }) : ''
          }
        >
          {hasCosts ? money(costs.totalCents, 'whole') : costs === undefined ? '\u00a0' : <Missing text={translate('startPage.noCost')} />}
        </Figure>
        <Figure label={translate('startPage.decision')} note={decision?.name ?? ''}>
          {nextDecisionOn === null ? <Missing text={translate('startPage.noDecision')} /> : date(nextDecisionOn)}
        </Figure>
      </dl>
    </section>
  );
}

type FigureProps = { readonly label: string; readonly note: string; readonly share?: number | null; readonly children: ReactNode };

function Figure({ label, note, share = null, children }: FigureProps) {
  return (
    <div className="key-figure">
      <dt>{label}</dt>
      <dd className="key-figure-value">{children}</dd>
      {share !== null && (
        <dd className="key-figure-bar" aria-hidden>
          <span style={{ width: `${share * 100}%` }} />
        </dd>
      )}
      <dd className="small soft">{note}</dd>
    </div>
  );
}

function Missing({ text }: { readonly text: string }) {
  return <span className="key-figure-missing">{text}</span>;
}
