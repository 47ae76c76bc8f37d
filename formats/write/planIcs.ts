import type { IsoDate } from '../../core/domain/calendar.ts';
import type { Translator } from '../../core/i18n/translate.ts';
import type { PlanReport } from '../../core/report/planReport.ts';
import { type IcsEvent, writeIcs } from './writeIcs.ts';

/** Waves, phases, gates, freezes and contract decisions as events of whole days. */
export function writePlanIcs(report: PlanReport, t: Translator): Uint8Array {
  return writeIcs({ name: report.plan.name, language: t.locale, stamp: report.today, events: calendarEvents(report, t) });
}

function calendarEvents(report: PlanReport, t: Translator): IcsEvent[] {
  const events: IcsEvent[] = [];
  const seen = new Map<string, number>();
  const add = (name: string, title: string, description: string, firstDay: IsoDate | null, lastDay: IsoDate | null, category: string) => {
    if (firstDay === null || lastDay === null) return;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    events.push({
      uid: `${name}${count === 1 ? '' : `-${count}`}.${planSlug(report)}@bascule.invalid`,
      title,
      description,
      firstDay,
      lastDay,
      category: t.translate(`export.kind.${category}`),
    });
  };
  for (const track of report.tracks) {
    for (const phase of track.phases)
      add(`phase-${track.key}-${phase.phase}`, `${track.name}: ${t.translate(`common.phase.${phase.phase}`)}`, '', phase.startsOn, phase.finishesOn, 'phase');
    for (const wave of track.waves) {
      const title = t.translate('export.waveTitle', { trackName: track.name, number: wave.number, accounts: wave.accounts });
      add(
        `wave-${track.key}-${wave.number}`,
        title,
        wave.units.map(({ name, accounts }) => `${name}: ${t.number(accounts)}`).join('\n'),
        wave.startsOn,
        wave.finishesOn,
        'wave',
      );
    }
  }
  for (const gate of report.gates)
    add(
      `gate-${gate.track}-${gate.after}`,
      `${gate.trackName}: ${gate.name}`,
      gate.evidence.map((text) => `– ${text[t.locale]}`).join('\n'),
      gate.on,
      gate.on,
      'gate',
    );
  for (const freeze of report.freezes)
    add(`freeze-${freeze.id}`, t.translate('export.freezeTitle', { name: freeze.name }), '', freeze.startsOn, freeze.finishesOn, 'freeze');
  for (const decision of report.decisions) {
    add(
      `contract-${decision.contractId}-${decision.endsOn}`,
      t.translate('export.decisionTitle', { name: decision.name }),
      t.translate('export.decisionText', { date: decision.endsOn }),
      decision.decideBy,
      decision.decideBy,
      'decision',
    );
  }
  return events.sort((a, b) => (a.firstDay < b.firstDay ? -1 : a.firstDay > b.firstDay ? 1 : a.uid < b.uid ? -1 : 1));
}

/** Keeps the calendars of two plans apart; tasks get new ids when the waves are built anew, so their ids will not do. */
function planSlug({ plan }: PlanReport): string {
  return (
    `${plan.administration} ${plan.name}`
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'plan'
  );
}
