import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { AppContext } from '../context.ts';
import { outcome, runCommand } from '../runCommand.ts';

export function addFreeze(context: AppContext, input: Parsed<'schedule.addFreeze'>): Output<'schedule.addFreeze'> {
  const { name, startsOn, finishesOn, trackId } = input;
  if (finishesOn < startsOn) throw new AppError('invalid', 'app.endsBeforeItStarts', { params: { startsOn, endsOn: finishesOn } });
  return runCommand(context, 'schedule.addFreeze', input, (writer) => {
    if (trackId !== null && !writer.timeline().tracks.some((track) => track.id === trackId))
      throw new AppError('notFound', 'app.trackUnknown', { params: { track: trackId } });
    const freezeId = context.ids.next<'freeze'>();
    writer.insertFreeze({ id: freezeId, name, startsOn, finishesOn, trackId });
    return { result: { freezeId }, label: { labelKey: 'history.addFreeze', params: { name } }, changed: 1 };
  });
}

export function removeFreeze(context: AppContext, input: Parsed<'schedule.removeFreeze'>): Output<'schedule.removeFreeze'> {
  return runCommand(context, 'schedule.removeFreeze', input, (writer) => {
    const freeze = writer.timeline().freezes.find((candidate) => candidate.id === input.freezeId);
    if (!freeze) throw new AppError('notFound', 'app.freezeUnknown');
    writer.removeFreeze(input.freezeId);
    return outcome('history.removeFreeze', { name: freeze.name }, 1);
  });
}
