import type { Output, Parsed } from '../../contract/contract.ts';
import { type AppContext, openStore, planOf } from '../context.ts';
import { runCommand } from '../runCommand.ts';
import { draftTimeline, timelineSource } from '../schedule/draftTimeline.ts';
import { applyChanges } from './applyChanges.ts';
import { findScenario } from './scenarios.ts';

export async function adoptScenario(context: AppContext, input: Parsed<'scenario.adopt'>): Promise<Output<'scenario.adopt'>> {
  const store = openStore(context);
  const { revision, source, scenario } = store.read((reader) => {
    const chosen = findScenario(reader.scenarios(), input.scenarioId);
    return { revision: reader.revision(), source: applyChanges(timelineSource(reader, planOf(reader), input.today), chosen), scenario: chosen };
  });
  const draft = await draftTimeline(context, source, { locale: input.locale, seed: 1 });
  return runCommand(context, 'scenario.adopt', { ...input, revision: input.revision ?? revision }, (writer) => {
    writer.updatePlan(source.plan);
    for (const track of source.tracks) writer.updateTrack(track);
    for (const capacity of source.capacities) writer.setCapacity(capacity);
    for (const [key, value] of Object.entries(scenario.changes.assumptions ?? {})) writer.setAssumption(key, value);
    writer.replaceSchedule({ waves: draft.timeline.waves, tasks: draft.timeline.tasks, links: draft.timeline.links });
    writer.setStatusOn(source.statusOn);
    return { result: {}, label: { labelKey: 'history.adoptScenario', params: { name: scenario.name } }, changed: draft.timeline.tasks.length };
  });
}
