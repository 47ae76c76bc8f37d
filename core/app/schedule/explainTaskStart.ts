import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import { explainTask } from '../../domain/schedule/explain/explainTask.ts';
import { timelineLeft } from '../../domain/schedule/timeline/timelineLeft.ts';
import { type AppContext, openStore, planOf } from '../context.ts';
import { calendarOf } from './calendarOf.ts';
import { openByWave } from './openByWave.ts';

export function explainTaskStart(context: AppContext, input: Parsed<'schedule.explainTask'>): Output<'schedule.explainTask'> {
  return openStore(context).read((reader) => {
    const plan = planOf(reader);
    const timeline = reader.timeline();
    const task = timeline.tasks.find((candidate) => candidate.id === input.taskId);
    const open = new Map([...openByWave(reader)].filter(([waveId]) => waveId !== task?.waveId));
    const explanation = explainTask(timelineLeft(timeline, open), plan.startsOn, calendarOf(context, plan).calendar, input.taskId);
    if (!task || !explanation) throw new AppError('notFound', 'app.taskUnknown', { params: { task: input.taskId } });
    return {
      taskId: task.id,
      startsOn: task.startsOn,
      reasons: explanation.reasons.map(({ messageKey, params }) => ({ messageKey, params: { ...params } })),
      slackWorkingDays: task.startsOn === null ? null : explanation.freeSlack,
    };
  });
}
