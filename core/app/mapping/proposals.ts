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
    const changed = changedDecisions(reader, proposals);
    const standing = new Map(reader.decisions().map((decision) => [decision.itemId, decision]));
    const { products } = context.catalogue.catalogue;
    return {
      rows: sortRows(mappingRows(context, reader, proposals), 'accounts'),
      changes: changed.length,
      changed: changed.map(({ itemId }) => {
        const before = standing.get(itemId);
        const replacementId = before?.replacementId ?? null;
        return {
          itemId,
          strategyBefore: before?.strategy ?? 'undecided',
          replacementNameBefore: replacementId === null ? null : (products.get(replacementId)?.name ?? replacementId),
        };
      }),
    };
  });
}

export function acceptProposals(context: AppContext, input: Parsed<'mapping.acceptProposals'>): Output<'mapping.acceptProposals'> {
  const chosen = input.itemIds === undefined ? null : new Set(input.itemIds);
  const isChosen = (decision: Decision): boolean => chosen === null || chosen.has(decision.itemId);
  return runCommand(context, 'mapping.acceptProposals', input, (writer) => {
    const freed = input.overwrites ? isChosen : () => false;
    const changed = writer.saveDecisions(changedDecisions(writer, propose(context, writer, freed)).filter(isChosen));
    return outcome('history.acceptProposals', { items: changed }, changed);
  });
}

/** The template's proposals; a decision that is freed is proposed anew although a person took it, its note is kept. */
function propose(context: AppContext, reader: PlanReader, isFreed: (decision: Decision) => boolean = () => false): readonly Decision[] {
  const plan = planOf(reader);
  const timeline = reader.timeline();
  return proposeMapping(reader.allItems(), context.catalogue.catalogue, templateOf(context, plan), {
    startsOn: plan.startsOn,
    finishesOn: lastFinish(timeline),
    tracks: timeline.tracks.map((track) => track.key),
    current: reader.decisions().map((decision) => (isFreed(decision) ? { ...decision, isOverridden: false } : decision)),
  });
}

function changedDecisions(reader: PlanReader, proposals: readonly Decision[]): readonly Decision[] {
  const standing = new Map(reader.decisions().map((decision) => [decision.itemId, JSON.stringify(comparable(decision))]));
  return proposals.filter((decision) => standing.get(decision.itemId) !== JSON.stringify(comparable(decision)));
}

function comparable({ strategy, replacementId, reasons, isOverridden, note }: Decision) {
  return { strategy, replacementId, reasons, isOverridden, note };
}
