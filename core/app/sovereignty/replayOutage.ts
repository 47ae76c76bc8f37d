import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import { createDependencyGraph } from '../../domain/sovereignty/dependencyGraph.ts';
import { outageOf, reportedDifference, simulateOutage } from '../../domain/sovereignty/simulateOutage.ts';
import { type AppContext, openStore, planOf } from '../context.ts';
import { itemsInUse, namedPath } from './itemsInUse.ts';

export function replayOutage(context: AppContext, input: Parsed<'sovereignty.simulateOutage'>): Output<'sovereignty.simulateOutage'> {
  const { catalogue } = context.catalogue;
  const event = input.eventId === undefined ? undefined : catalogue.events.get(input.eventId);
  if (input.eventId !== undefined && !event) {
    throw new AppError('notFound', 'app.eventUnknown', { params: { event: input.eventId, known: [...catalogue.events.keys()].join(', ') } });
  }
  if (!event && input.providerIds.length === 0) throw new AppError('invalid', 'app.providerMissing');
  return openStore(context).read((reader) => {
    planOf(reader);
    const items = itemsInUse(reader, input.at);
    const outage = event ? outageOf(event) : { providers: input.providerIds };
    const graph = createDependencyGraph(catalogue);
    const difference = event ? reportedDifference(graph, event) : null;
    const result = simulateOutage(graph, outage, { items, profiles: reader.usageProfiles() });
    const [unknown] = result.unknownProviders;
    if (unknown !== undefined) throw new AppError('notFound', 'app.providerUnknown', { params: { provider: unknown } });
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
    };
  });
}
