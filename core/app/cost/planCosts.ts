import type { IsoDate } from '../../domain/calendar.ts';
import type { TrackId } from '../../domain/ids.ts';
import type { Item } from '../../domain/inventory/inventory.ts';
import { computeCosts } from '../../domain/cost/computeCosts.ts';
import type { CostInput, Costs } from '../../domain/cost/costInput.ts';
import { tracksOfProduct } from '../../domain/mapping/tracksOfProduct.ts';
import type { Timeline } from '../../domain/schedule/timeline/timeline.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import { type AppContext, planOf } from '../context.ts';
import { assumptionValues } from '../plan/assumptions.ts';

export type CostOptions = {
  readonly timeline?: Timeline;
  readonly years?: number | undefined;
  readonly startsOn?: IsoDate;
  readonly assumptions?: ReadonlyMap<string, number>;
};

/** The plan's costs as it stands. */
export function planCosts(context: AppContext, reader: PlanReader): Costs {
  return reader.computedOnce('costs', () => computeCosts(costInput(context, reader, {})));
}

/** Costs of what the plan is not, or not yet: a scenario, a schedule that is not written, other years. */
export function costsWith(context: AppContext, reader: PlanReader, options: CostOptions): Costs {
  return computeCosts(costInput(context, reader, options));
}

export function costInput(context: AppContext, reader: PlanReader, options: CostOptions): CostInput {
  const plan = planOf(reader);
  const timeline = options.timeline ?? reader.timeline();
  const trackIds = new Map(timeline.tracks.map((track) => [track.key, track.id]));
  return {
    items: reader.allItems().map((item) => ({ ...item, alsoTrackIds: otherTracks(context, item, trackIds) })),
    contracts: reader.contracts(),
    decisions: reader.decisions(),
    timeline,
    accountTotal: reader.accountTotal(),
    assumptions: options.assumptions ?? assumptionValues(context, reader),
    startsOn: options.startsOn ?? plan.startsOn,
    years: options.years,
  };
}

/** Tracks on which the parts of a bundle move beside the bundle's own: its licence ends with the last of them. */
function otherTracks(context: AppContext, item: Item, trackIds: ReadonlyMap<string, TrackId>): readonly TrackId[] {
  if (item.productId === null) return [];
  const product = context.catalogue.catalogue.products.get(item.productId);
  if (!product) return [];
  return tracksOfProduct(product, context.catalogue.catalogue.products).flatMap((key) => {
    const id = trackIds.get(key);
    return id === undefined || id === item.trackId ? [] : [id];
  });
}
