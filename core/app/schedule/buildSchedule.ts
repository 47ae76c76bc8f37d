import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { CallContext } from '../../contract/handlers.ts';
import type { Timeline } from '../../domain/schedule/timeline/timeline.ts';
import { costInput, costsWith } from '../cost/planCosts.ts';
import { type AppContext, openStore, planOf } from '../context.ts';
import { runCommand } from '../runCommand.ts';
import { eitherSignal } from './eitherSignal.ts';
import { draftTimeline, timelineSource } from './draftTimeline.ts';
import { plainProblem } from '../plainProblem.ts';
import { contractProblemsWith } from './planContractDates.ts';

export async function buildSchedule(
  context: AppContext,
  input: Parsed<'schedule.build'>,
  call: CallContext<'schedule.build'>,
): Promise<Output<'schedule.build'>> {
  const store = openStore(context);
  call.reportProgress({ stepKey: 'app.step.waves', done: 0, total: null });
  const { revision, source } = store.read((reader) => ({ revision: reader.revision(), source: timelineSource(reader, planOf(reader)) }));
  call.reportProgress({ stepKey: 'app.step.schedule', done: 0, total: null });
  const costInputOf = (timeline: Timeline) => store.read((reader) => costInput(context, reader, { timeline }));
  const draft = await draftTimeline(context, source, {
    locale: input.locale,
    seed: input.seed,
    timeLimitMs: input.timeLimitMs,
    signal: eitherSignal(call.signal, call.enough),
    onProgress: ({ value, bound, passes }, objective) =>
      call.reportProgress({
        stepKey: objective === 'cost' ? 'app.step.searchCost' : 'app.step.search',
        params: { [objective === 'cost' ? 'costCents' : 'days']: Math.round(value), bound, share: (value - bound) / Math.max(1, value), passes },
        done: 0,
        total: null,
      }),
    ...(input.objective === 'cost' ? { costInputOf } : {}),
  });
  if (call.signal.aborted) throw new AppError('cancelled', 'error.cancelled');
  // What was computed holds for the plan as it was read: if it has changed since, the caller builds again.
  return runCommand(context, 'schedule.build', { ...input, revision: input.revision ?? revision }, (writer) => {
    const { timeline, scheduled } = draft;
    const changed = writer.replaceSchedule({ waves: timeline.waves, tasks: timeline.tasks, links: timeline.links });
    const costs = costsWith(context, writer, { timeline });
    const problems = [...draft.problems, ...contractProblemsWith(context, writer, timeline, source.plan.startsOn, costs)];
    return {
      result: {
        result: {
          finish: scheduled.finishesOn,
          costCents: costs.totalCents,
          lowerBound: scheduled.lowerBound,
          gap: scheduled.finishesOn === null ? null : scheduled.gap,
          costGap: draft.costGap,
          waves: timeline.waves.length,
          tasks: timeline.tasks.map((task) => ({ ...task })),
          problems: problems.map(plainProblem),
        },
      },
      label: { labelKey: 'history.buildSchedule', params: { waves: timeline.waves.length } },
      changed,
    };
  });
}
