import type { Output, Parsed } from '../../contract/contract.ts';
import type { Decision } from '../../domain/mapping/decision.ts';
import { proposeMapping } from '../../domain/mapping/proposeMapping.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import { type AppContext, openStore, planOf, templateOf } from '../context.ts';
import { outcome, runCommand } from '../runCommand.ts';
import { lastFinish } from '../schedule/getTimeline.ts';
import { mappingRows, sortRows } from './mappingRows.ts';

export function previewProposals(context: AppContext): Output<'mapping.preview'> {
  return openStore(context).read((reader) => {
    const proposals = propose(context, reader);
    return { rows: sortRows(mappingRows(context, reader, proposals), 'accounts'), changes: changedDecisions(reader, proposals).length };
  });
}

export function acceptProposals(context: AppContext, input: Parsed<'mapping.acceptProposals'>): Output<'mapping.acceptProposals'> {
  return runCommand(context, 'mapping.acceptProposals', input, (writer) => {
    const changed = writer.saveDecisions(changedDecisions(writer, propose(context, writer)));
    return outcome('history.acceptProposals', { items: changed }, changed);
  });
}

function propose(context: AppContext, reader: PlanReader): readonly Decision[] {
  const plan = planOf(reader);
  const timeline = reader.timeline();
  return proposeMapping(reader.allItems(), context.catalogue.catalogue, templateOf(context, plan), {
    startsOn: plan.startsOn,
    finishesOn: lastFinish(timeline),
    tracks: timeline.tracks.map((track) => track.key),
    current: reader.decisions(),
  });
}

function changedDecisions(reader: PlanReader, proposals: readonly Decision[]): readonly Decision[] {
  const standing = new Map(reader.decisions().map((decision) => [decision.itemId, JSON.stringify(comparable(decision))]));
  return proposals.filter((decision) => standing.get(decision.itemId) !== JSON.stringify(comparable(decision)));
}

function comparable({ strategy, replacementId, reasons, isOverridden, note }: Decision) {
  return { strategy, replacementId, reasons, isOverridden, note };
}
