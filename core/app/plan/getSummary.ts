import type { Output, Parsed } from '../../contract/contract.ts';
import { cents } from '../../domain/money.ts';
import { type AppContext, openStore } from '../context.ts';
import { planCosts } from '../cost/planCosts.ts';
import { plainProblem } from '../plainProblem.ts';
import { lastFinish } from '../schedule/getTimeline.ts';
import { planContractDates } from '../schedule/planContractDates.ts';
import { planWithRevision } from './getPlan.ts';

export function getSummary(context: AppContext, input: Parsed<'plan.getSummary'>): Output<'plan.getSummary'> {
  return openStore(context).read((reader) => {
    const plan = planWithRevision(reader);
    const timeline = reader.timeline();
    const finishesOn = lastFinish(timeline);
    const costs = planCosts(context, reader);
    const contracts = planContractDates(context, reader);
    const decisions = reader.decisions();
    let migrated = 0;
    let planned = 0;
    for (const states of reader.trackStates().values()) {
      migrated += states.migrated;
      // Exceptions count: tracking and the report tell how many of all have moved, and the start page tells the same.
      planned += states.planned + states.migrated + states.problem + states.exception;
    }
    const last = costs.years.length - 1;
    return {
      plan,
      units: reader.units().length,
      accounts: reader.accountTotal(),
      items: reader.allItems().length,
      itemsMapped: decisions.filter((decision) => decision.strategy !== 'undecided').length,
      migratedAccountTracks: migrated,
      plannedAccountTracks: planned,
      finishesOn,
      totalCostCents: costs.totalCents,
      savingsPerYearCents: cents((costs.stayByYear[last] ?? 0) - (costs.totalsByYear[last] ?? 0)),
      nextDecisionOn: contracts.decisions.find((decision) => decision.decideBy >= input.today)?.decideBy ?? null,
      problems: [...contracts.problems, ...costs.problems].map(plainProblem),
    };
  });
}
