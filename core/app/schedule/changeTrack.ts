import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { AppContext } from '../context.ts';
import { outcome, runCommand } from '../runCommand.ts';

export function changeTrack(context: AppContext, input: Parsed<'schedule.changeTrack'>): Output<'schedule.changeTrack'> {
  return runCommand(context, 'schedule.changeTrack', input, (writer) => {
    const track = writer.timeline().tracks.find((candidate) => candidate.id === input.trackId);
    if (!track) throw new AppError('notFound', 'app.trackUnknown', { params: { track: input.trackId } });
    writer.updateTrack({
      ...track,
      accountsPerWeek: input.accountsPerWeek ?? track.accountsPerWeek,
      trainingMinutesPerAccount: input.trainingMinutesPerAccount ?? track.trainingMinutesPerAccount,
      crewMinutesPerAccount: input.crewMinutesPerAccount ?? track.crewMinutesPerAccount,
      phases: input.phases ?? track.phases,
    });
    return outcome('history.changeTrack', { track: track.name }, 1);
  });
}

export function changeCapacity(context: AppContext, input: Parsed<'schedule.changeCapacity'>): Output<'schedule.changeCapacity'> {
  return runCommand(context, 'schedule.changeCapacity', input, (writer) => {
    writer.setCapacity({ resource: input.resource, minutesPerDay: input.minutesPerDay });
    return outcome('history.changeCapacity', { resource: input.resource, hours: input.minutesPerDay / 60 }, 1);
  });
}

export function holdTask(context: AppContext, input: Parsed<'schedule.holdTask'>): Output<'schedule.holdTask'> {
  return runCommand(context, 'schedule.holdTask', input, (writer) => {
    const task = writer.timeline().tasks.find((candidate) => candidate.id === input.taskId);
    if (!task) throw new AppError('notFound', 'app.taskUnknown', { params: { task: input.taskId } });
    writer.setTaskNotBefore(input.taskId, input.notBefore);
    return outcome(input.notBefore === null ? 'history.releaseTask' : 'history.holdTask', { task: task.name, date: input.notBefore ?? '' }, 1);
  });
}
