import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { CallContext } from '../../contract/handlers.ts';
import type { FoundPlan } from '../../domain/schedule/search/searchSchedules.ts';
import type { Timeline } from '../../domain/schedule/timeline/timeline.ts';
import { costInput, costsWith } from '../cost/planCosts.ts';
import { type AppContext, openStore, planOf } from '../context.ts';
import { runCommand } from '../runCommand.ts';
import { eitherSignal } from './eitherSignal.ts';
import { draftNearFormer } from './draftNearFormer.ts';
import { draftTimeline, timelineSource } from './draftTimeline.ts';
import { plainProblem } from '../plainProblem.ts';
import { contractProblemsWith } from './planContractDates.ts';

type Objective = Parsed<'schedule.build'>['objective'];

const steps: Record<Objective, { readonly stepKey: string; readonly valueName: string }> = {
  finish: { stepKey: 'app.step.search', valueName: 'days' },
  cost: { stepKey: 'app.step.searchCost', valueName: 'costCents' },
  changes: { stepKey: 'app.step.searchChanges', valueName: 'accountDays' },
};

export async function buildSchedule(
  context: AppContext,
  input: Parsed<'schedule.build'>,
  call: CallContext<'schedule.build'>,
): Promise<Output<'schedule.build'>> {
  const store = openStore(context);
  call.reportProgress({ stepKey: 'app.step.waves', done: 0, total: null });
  const { revision, source } = store.read((reader) => ({ revision: reader.revision(), source: timelineSource(reader, planOf(reader), input.today) }));
  call.reportProgress({ stepKey: 'app.step.schedule', done: 0, total: null });
  const costInputOf = (timeline: Timeline) => store.read((reader) => costInput(context, reader, { timeline }));
  const searching = {
    locale: input.locale,
    seed: input.seed,
    timeLimitMs: input.timeLimitMs,
    signal: eitherSignal(call.signal, call.enough),
  };
  const tell = (objective: Objective, { value, bound, passes }: FoundPlan) => {
    const { stepKey, valueName } = steps[objective];
    const params = { [valueName]: Math.round(value), bound, share: (value - bound) / Math.max(1, value), passes };
    call.reportProgress({ stepKey, params, done: 0, total: null });
  };
  const near = input.objective === 'changes' ? await draftNearFormer(context, source, { ...searching, onProgress: (found) => tell('changes', found) }) : null;
  const draft =
    near ??
    (await draftTimeline(context, source, {
      ...searching,
      onProgress: (found, objective) => tell(objective, found),
      ...(input.objective === 'cost' ? { costInputOf } : {}),
    }));
  if (call.signal.aborted) throw new AppError('cancelled', 'error.cancelled');
  // What was computed holds for the plan as it was read: if it has changed since, the caller builds again.
  return runCommand(context, 'schedule.build', { ...input, revision: input.revision ?? revision }, (writer) => {
    const { timeline, scheduled } = draft;
    const changed = writer.replaceSchedule({ waves: timeline.waves, tasks: timeline.tasks, links: timeline.links }) + writer.setStatusOn(source.statusOn);
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
          changes: draft.changes,
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
