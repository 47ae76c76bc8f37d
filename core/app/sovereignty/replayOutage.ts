import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { IsoDate } from '../../domain/calendar.ts';
import type { TrackKey } from '../../domain/catalogue/catalogue.ts';
import { createDependencyGraph } from '../../domain/sovereignty/dependencyGraph.ts';
import { outageOf, reportedDifference, simulateOutage } from '../../domain/sovereignty/simulateOutage.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import type { AppContext } from '../context.ts';
import { itemsInUse, namedPath, trackEnds } from './itemsInUse.ts';

export function replayOutage(context: AppContext, input: Parsed<'sovereignty.simulateOutage'>): Output<'sovereignty.simulateOutage'> {
  const { catalogue } = context.catalogue;
  const event = input.eventId === undefined ? undefined : catalogue.events.get(input.eventId);
  if (input.eventId !== undefined && !event) {
    throw new AppError('notFound', 'app.eventUnknown', { params: { event: input.eventId, known: [...catalogue.events.keys()].join(', ') } });
  }
  if (!event && input.providerIds.length === 0) throw new AppError('invalid', 'app.providerMissing');
  const outage = event ? outageOf(event) : { providers: input.providerIds };
  const graph = createDependencyGraph(catalogue);
  const answer = (plan: PlanReader | null): Output<'sovereignty.simulateOutage'> => {
    const profiles = plan?.usageProfiles() ?? [];
    const on = (at: IsoDate | null) => simulateOutage(graph, outage, { items: plan ? itemsInUse(plan, at) : [], profiles });
    const result = on(input.at);
    const [unknown] = result.unknownProviders;
    if (unknown !== undefined) throw new AppError('notFound', 'app.providerUnknown', { params: { provider: unknown } });
    const difference = event ? reportedDifference(graph, event) : null;
    const nameOf = (id: string) => catalogue.products.get(id as never)?.name ?? id;
    return {
      eventId: event?.id ?? null,
      providers: [...outage.providers],
      catalogueServices: result.products
        .filter((product) => catalogue.products.get(product.productId)?.kind === 'service' || !event)
        .map(({ productId, certainty, path }) => ({ productId, name: nameOf(productId), certainty, path: namedPath(context, path) })),
      reported:
        event && difference
          ? {
              down: [...event.reported.value.down],
              notDown: [...event.reported.value.notDown],
              missed: [...difference.missed],
              wrong: [...difference.wrong],
            }
          : null,
      services: result.services.map(({ itemId, productId, certainty, path, accounts }) => ({
        itemId,
        productId,
        name: nameOf(productId),
        certainty,
        path: namedPath(context, path),
        accounts,
      })),
      accountsAffected: result.accountsAffected,
      accountsAtMost: result.accountsAtMost,
      later: (plan ? tracksByEnd(plan) : []).map(({ at, tracks }) => {
        const { services, accountsAffected, accountsAtMost } = on(at);
        return { at, tracks, items: services.length, accountsAffected, accountsAtMost };
      }),
    };
  };
  if (!context.store) return answer(null);
  return context.store.read((reader) => answer(reader.plan() === null ? null : reader));
}

/** The days on which tracks end, each with the tracks that end on it. */
function tracksByEnd(plan: PlanReader): { at: IsoDate; tracks: TrackKey[] }[] {
  const keys = new Map(plan.timeline().tracks.map((track) => [track.id, track.key]));
  const days = new Map<IsoDate, TrackKey[]>();
  for (const [trackId, at] of trackEnds(plan)) {
    const key = keys.get(trackId);
    if (key !== undefined) days.set(at, [...(days.get(at) ?? []), key]);
  }
  return [...days].map(([at, tracks]) => ({ at, tracks })).sort((one, other) => (one.at < other.at ? -1 : 1));
}
