import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import { explainTask } from '../../domain/schedule/explain/explainTask.ts';
import { type AppContext, openStore, planOf } from '../context.ts';
import { calendarOf } from './calendarOf.ts';
import { openByWave } from './openByWave.ts';
import { asOwnerHolds, planLeft } from './planLeft.ts';

export function explainTaskStart(context: AppContext, input: Parsed<'schedule.explainTask'>): Output<'schedule.explainTask'> {
  return openStore(context).read((reader) => {
    const plan = planOf(reader);
    const timeline = reader.timeline();
    const task = timeline.tasks.find((candidate) => candidate.id === input.taskId);
    if (!task) throw new AppError('notFound', 'app.taskUnknown', { params: { task: input.taskId } });
    const open = new Map([...openByWave(reader)].filter(([waveId]) => waveId !== task.waveId));
    const { left, openFrom } = planLeft(context, reader, timeline, open);
    const days = { projectStart: plan.startsOn, openFrom, calendar: calendarOf(context, plan).calendar };
    const explanation = explainTask(asOwnerHolds(left, task, openFrom), days, task.id);
    if (!explanation) throw new AppError('notFound', 'app.taskUnknown', { params: { task: input.taskId } });
    return {
      taskId: task.id,
      startsOn: task.startsOn,
      reasons: explanation.reasons.map(({ messageKey, params }) => ({ messageKey, params: { ...params } })),
      slackWorkingDays: task.startsOn === null ? null : explanation.freeSlack,
    };
  });
}
