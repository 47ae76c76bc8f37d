import type { Output } from '../../contract/contract.ts';
import type { IsoDate } from '../../domain/calendar.ts';
import { switchOffDays } from '../../domain/cost/computeCosts.ts';
import type { Costs } from '../../domain/cost/costInput.ts';
import { renewalProblems } from '../../domain/cost/renewalProblems.ts';
import type { Problem } from '../../domain/problems.ts';
import { brokenDates } from '../../domain/schedule/brokenDates.ts';
import { contractDates, contractProblems, type TermEnd } from '../../domain/schedule/contractDates.ts';
import { criticalChain } from '../../domain/schedule/criticalChain.ts';
import type { Timeline } from '../../domain/schedule/timeline.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import { type AppContext, openStore, planOf } from '../context.ts';
import { costInput, planCosts } from '../cost/planCosts.ts';
import { calendarOf } from './calendarOf.ts';
import { gapOf } from './gapOf.ts';

export function getTimeline(context: AppContext): Output<'schedule.getTimeline'> {
  return openStore(context).read((reader) => {
    const plan = planOf(reader);
    const timeline = reader.timeline();
    const { holidays, calendar } = calendarOf(context, plan);
    const finishesOn = lastFinish(timeline);
    return {
      timeline: timelineOutput(timeline),
      startsOn: plan.startsOn,
      finishesOn,
      decisions: contractDecisions(context, reader, timeline, plan.startsOn),
      holidays: holidays.filter(({ date }) => finishesOn === null || date <= finishesOn).map((holiday) => ({ ...holiday })),
      problems: timelineProblems(context, reader, timeline, plan.startsOn, planCosts(context, reader)).map((problem) => ({
        ...problem,
        params: { ...problem.params },
      })),
      gap: gapOf(context, plan, timeline),
      criticalTasks: [...criticalChain(timeline, plan.startsOn, calendar)],
      brokenTasks: [...brokenDates(timeline, plan.startsOn, calendar)],
    };
  });
}

export function timelineOutput(timeline: Timeline): Output<'schedule.getTimeline'>['timeline'] {
  return {
    tracks: timeline.tracks.map((track) => ({ ...track, phases: track.phases.map((phase) => ({ ...phase })) })),
    waves: timeline.waves.map((wave) => ({ ...wave, parts: wave.parts.map((part) => ({ ...part })) })),
    tasks: timeline.tasks.map((task) => ({ ...task })),
    links: timeline.links.map((link) => ({ ...link })),
    freezes: timeline.freezes.map((freeze) => ({ ...freeze })),
    capacities: timeline.capacities.map((capacity) => ({ ...capacity })),
  };
}

export function lastFinish(timeline: Timeline): IsoDate | null {
  let last: IsoDate | null = null;
  for (const { finishesOn } of timeline.tasks) if (finishesOn !== null && (last === null || finishesOn > last)) last = finishesOn;
  return last;
}

/**
 * The days by which contracts must be decided upon, in their order: of each contract the next one, and, where its item
 * is switched off, the one on which notice can be given at last. The renewals between the two follow by themselves.
 */
export function contractDecisions(context: AppContext, reader: PlanReader, timeline: Timeline, startsOn: IsoDate): Output<'schedule.getTimeline'>['decisions'] {
  const neededUntil = switchOffDays(costInput(context, reader, { timeline }));
  return reader
    .contracts()
    .flatMap((contract) => {
      const needed = neededUntil.get(contract.itemId);
      const terms = [contractDates(contract, startsOn, 0).next, needed === undefined || needed < startsOn ? null : contractDates(contract, needed, 0).next];
      return terms
        .filter((term, index) => term !== null && term.decideBy !== terms[index - 1]?.decideBy)
        .map((term) => ({ contractId: contract.id, name: contract.name, decideBy: (term as TermEnd).decideBy, endsOn: (term as TermEnd).endsOn }));
    })
    .sort((one, other) => (one.decideBy < other.decideBy ? -1 : one.decideBy > other.decideBy ? 1 : one.name < other.name ? -1 : 1));
}

/** What is wrong with the dates as they stand: contracts that renew or end before what they are for is switched off. */
export function timelineProblems(context: AppContext, reader: PlanReader, timeline: Timeline, on: IsoDate, costs: Costs): readonly Problem[] {
  const renewalsKnown = new Set(costs.missedRenewals.map((renewal) => renewal.contractId));
  const neededUntil = switchOffDays(costInput(context, reader, { timeline }));
  return [...renewalProblems(costs.missedRenewals), ...contractProblems({ contracts: reader.contracts(), neededUntil, renewalsKnown, on })];
}
