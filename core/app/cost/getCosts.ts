import type { Output, Parsed } from '../../contract/contract.ts';
import type { Costs } from '../../domain/cost/costInput.ts';
import { type AppContext, openStore } from '../context.ts';
import { assumptionLines } from '../plan/assumptions.ts';
import { costsWith, planCosts } from './planCosts.ts';

export function getCosts(context: AppContext, input: Parsed<'cost.getCosts'>): Output<'cost.getCosts'> {
  return openStore(context).read((reader) => {
    const costs = input.years === undefined ? planCosts(context, reader) : costsWith(context, reader, { years: input.years });
    return costsOutput(costs, assumptionLines(context, reader, input.locale));
  });
}

export function costsOutput(costs: Costs, assumptions: Output<'plan.listAssumptions'>): Output<'cost.getCosts'> {
  const { usedAssumptions, ...rest } = costs;
  const used = new Set(usedAssumptions);
  return {
    ...rest,
    years: [...rest.years],
    lines: rest.lines.map((line) => ({ ...line, byYear: [...line.byYear] })),
    totalsByYear: [...rest.totalsByYear],
    stayByYear: [...rest.stayByYear],
    missedRenewals: rest.missedRenewals.map((missed) => ({ ...missed })),
    problems: rest.problems.map((problem) => ({ ...problem, params: { ...problem.params } })),
    assumptions: assumptions.filter((assumption) => used.has(assumption.key)),
  };
}
