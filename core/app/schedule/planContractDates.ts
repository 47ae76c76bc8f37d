import type { Output } from '../../contract/contract.ts';
import type { IsoDate } from '../../domain/calendar.ts';
import { switchOffDays } from '../../domain/cost/computeCosts.ts';
import type { Costs } from '../../domain/cost/costInput.ts';
import { renewalProblems } from '../../domain/cost/renewalProblems.ts';
import type { ItemId } from '../../domain/ids.ts';
import type { Contract } from '../../domain/inventory/inventory.ts';
import type { Problem } from '../../domain/problems.ts';
import { contractDates, contractProblems } from '../../domain/schedule/calendar/contractDates.ts';
import type { Timeline } from '../../domain/schedule/timeline/timeline.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import { type AppContext, planOf } from '../context.ts';
import { costInput, planCosts } from '../cost/planCosts.ts';

type ContractDecisions = Output<'schedule.getTimeline'>['decisions'];

/** What the plan's dates mean for its contracts, as it stands. */
export function planContractDates(context: AppContext, reader: PlanReader): { readonly decisions: ContractDecisions; readonly problems: readonly Problem[] } {
  return reader.computedOnce('contractDates', () => {
    const { startsOn } = planOf(reader);
    const neededUntil = switchOffDays(costInput(context, reader, {}));
    return {
      decisions: contractDecisions(reader.contracts(), neededUntil, startsOn),
      problems: problemsOf(reader.contracts(), neededUntil, startsOn, planCosts(context, reader)),
    };
  });
}

/** What is wrong with the dates of a schedule that is not written yet: contracts that renew or end before what they are for is switched off. */
export function contractProblemsWith(context: AppContext, reader: PlanReader, timeline: Timeline, startsOn: IsoDate, costs: Costs): readonly Problem[] {
  return problemsOf(reader.contracts(), switchOffDays(costInput(context, reader, { timeline })), startsOn, costs);
}

function problemsOf(contracts: readonly Contract[], neededUntil: ReadonlyMap<ItemId, IsoDate>, on: IsoDate, costs: Costs): readonly Problem[] {
  const renewalsKnown = new Set(costs.missedRenewals.map((renewal) => renewal.contractId));
  return [...renewalProblems(costs.missedRenewals), ...contractProblems({ contracts, neededUntil, renewalsKnown, on })];
}

/**
 * The days by which contracts must be decided upon, in their order: of each contract the next one, and, where its item
 * is switched off, the one on which notice can be given at last. The renewals between the two follow by themselves.
 */
function contractDecisions(contracts: readonly Contract[], neededUntil: ReadonlyMap<ItemId, IsoDate>, startsOn: IsoDate): ContractDecisions {
  return contracts
    .flatMap((contract) => {
      const needed = neededUntil.get(contract.itemId);
      const terms = [contractDates(contract, startsOn, 0).next, needed === undefined || needed < startsOn ? null : contractDates(contract, needed, 0).next];
      return terms.flatMap((term, index) =>
        term === null || term.decideBy === terms[index - 1]?.decideBy
          ? []
          : [{ contractId: contract.id, name: contract.name, decideBy: term.decideBy, endsOn: term.endsOn }],
      );
    })
    .sort((one, other) => (one.decideBy < other.decideBy ? -1 : one.decideBy > other.decideBy ? 1 : one.name < other.name ? -1 : 1));
}
