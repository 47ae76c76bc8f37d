import type { Output, Parsed } from '../../contract/contract.ts';
import { AppError } from '../../contract/errors.ts';
import type { CallContext } from '../../contract/handlers.ts';
import { weeklyLoad } from '../../domain/schedule/explain/weeklyLoad.ts';
import { costsWith } from '../cost/planCosts.ts';
import { type AppContext, openStore, planOf } from '../context.ts';
import { assumptionValues } from '../plan/assumptions.ts';
import { calendarOf } from '../schedule/calendarOf.ts';
import { type DraftTimeline, draftTimeline, type TimelineSource, timelineSource } from '../schedule/draftTimeline.ts';
import { applyChanges, changedAssumptions } from './applyChanges.ts';

type Figures = Output<'scenario.compare'>['plan'];

/** Plan and scenarios through the same calculation, so that differences come from the scenario and from nothing else. */
export async function compareScenarios(
  context: AppContext,
  input: Parsed<'scenario.compare'>,
  call: CallContext<'scenario.compare'>,
): Promise<Output<'scenario.compare'>> {
  const store = openStore(context);
  const { source, scenarios } = store.read((reader) => ({ source: timelineSource(reader, planOf(reader), input.today), scenarios: reader.scenarios() }));
  const figuresOf = async (changes: (typeof scenarios)[number]['changes']): Promise<Figures> => {
    const changed = applyChanges(source, { changes });
    const draft = await draftTimeline(context, changed, { locale: 'en', seed: 1, signal: call.signal });
    if (call.signal.aborted) throw new AppError('cancelled', 'error.cancelled');
    return store.read((reader) => {
      const costs = costsWith(context, reader, {
        timeline: draft.timeline,
        startsOn: changed.plan.startsOn,
        assumptions: changedAssumptions(assumptionValues(context, reader), { changes }),
      });
      return {
        finish: draft.scheduled.finishesOn,
        costCents: costs.totalCents,
        waves: draft.timeline.waves.length,
        problems: draft.problems.length + costs.problems.length,
        missedRenewals: costs.missedRenewals.length,
        peakAccountsPerWeek: peakOf(context, changed, draft),
      };
    });
  };
  const total = scenarios.length + 1;
  call.reportProgress({ stepKey: 'app.step.scenarios', done: 0, total });
  const plan = await figuresOf({});
  const compared = [];
  for (const [index, { id, name, changes }] of scenarios.entries()) {
    call.reportProgress({ stepKey: 'app.step.scenarios', done: index + 1, total });
    compared.push({ id, name, figures: await figuresOf(changes) });
  }
  return { plan, scenarios: compared };
}

function peakOf(context: AppContext, source: TimelineSource, draft: DraftTimeline): number {
  let peak = 0;
  for (const week of weeklyLoad(draft.timeline, calendarOf(context, source.plan).calendar)) {
    let accounts = 0;
    for (const moved of week.accounts.values()) accounts += moved;
    peak = Math.max(peak, accounts);
  }
  return peak;
}
