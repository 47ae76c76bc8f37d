import type { IsoDate } from '../../domain/calendar.ts';
import type { TrackId } from '../../domain/ids.ts';
import type { Item } from '../../domain/inventory/inventory.ts';
import type { PathStep } from '../../domain/sovereignty/dependencyGraph.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import type { AppContext } from '../context.ts';

/**
 * The items as they are in use on a day: an item that is replaced or retired stops counting when the last task of its
 * track is over, and its replacement counts in its place. Null is today's inventory, before anything has moved.
 */
export function itemsInUse(reader: PlanReader, at: IsoDate | null): readonly Item[] {
  const items = reader.allItems();
  if (at === null) return items;
  const overOn = trackEnds(reader);
  const decisions = new Map(reader.decisions().map((decision) => [decision.itemId, decision]));
  return items.flatMap((item): Item[] => {
    const decision = decisions.get(item.id);
    const over = item.trackId === null ? undefined : overOn.get(item.trackId);
    if (!decision || over === undefined || over > at) return [item];
    if (decision.strategy === 'replace') return [{ ...item, productId: decision.replacementId }];
    return decision.strategy === 'retire' ? [] : [item];
  });
}

/** The day on which the last task of each track is over; tracks without dates are left out. */
export function trackEnds(reader: PlanReader): ReadonlyMap<TrackId, IsoDate> {
  const overOn = new Map<TrackId, IsoDate>();
  for (const task of reader.timeline().tasks) {
    if (task.finishesOn !== null && task.finishesOn > (overOn.get(task.trackId) ?? '')) overOn.set(task.trackId, task.finishesOn);
  }
  return overOn;
}

/** Steps of a path with the names that people know. */
export function namedPath(context: AppContext, path: readonly PathStep[]): { id: string; name: string; kind: string | null }[] {
  const { products, providers } = context.catalogue.catalogue;
  return path.map((step) => ({
    id: step.id,
    name: (step.kind === 'product' ? products.get(step.id)?.name : providers.get(step.id)?.name) ?? step.id,
    kind: step.through,
  }));
}
