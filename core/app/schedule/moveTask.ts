import type { Output, Parsed } from '../../contract/contract.ts';
import type { AppContext } from '../context.ts';
import { runCommand } from '../runCommand.ts';
import { heldTimeline } from './heldTimeline.ts';

export function moveTask(context: AppContext, input: Parsed<'schedule.moveTask'>): Output<'schedule.moveTask'> {
  return runCommand(context, 'schedule.moveTask', input, (writer) => {
    const { before, task, after, scheduled } = heldTimeline(context, writer, input);
    writer.replaceSchedule({ waves: after.waves, tasks: after.tasks, links: after.links });
    const changed = after.tasks.filter((one, index) => one.startsOn !== before.tasks[index]?.startsOn || one.finishesOn !== before.tasks[index]?.finishesOn);
    const startsOn = after.tasks.find((one) => one.id === task.id)?.startsOn ?? null;
    const label =
      input.notBefore === null
        ? { labelKey: 'history.releaseTask', params: { task: task.name, date: '' } }
        : { labelKey: 'history.moveTask', params: { task: task.name, date: startsOn ?? input.notBefore } };
    return { result: { startsOn, finish: scheduled.finishesOn }, label, changed: changed.length };
  });
}
