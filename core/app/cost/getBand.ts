import type { Output, Parsed } from '../../contract/contract.ts';
import { type BandSide, costBand } from '../../domain/cost/costBand.ts';
import { type AppContext, openStore } from '../context.ts';
import { assumptionRanges } from '../plan/assumptions.ts';
import { costInput } from './planCosts.ts';

export function getBand(context: AppContext, input: Parsed<'cost.getBand'>): Output<'cost.getBand'> {
  return openStore(context).read((reader) => {
    const { years, low, base, high, ...rest } = costBand(costInput(context, reader, { years: input.years }), assumptionRanges(context, reader));
    return { years: [...years], low: sideOutput(low), base: sideOutput(base), high: sideOutput(high), ...rest };
  });
}

function sideOutput(side: BandSide): Output<'cost.getBand'>['base'] {
  return { ...side, totalsByYear: [...side.totalsByYear], stayByYear: [...side.stayByYear] };
}
