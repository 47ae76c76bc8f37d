import type { Output, Parsed } from '../../contract/contract.ts';
import type { AppContext } from '../context.ts';

export function listEvents(context: AppContext, { locale }: Parsed<'catalogue.listEvents'>): Output<'catalogue.listEvents'> {
  const { events, providers, sources } = context.catalogue.catalogue;
  return [...events.values()].map(({ id, date, name, provider, through, reported }) => ({
    id,
    on: date,
    name: name[locale],
    provider: { id: provider, name: providers.get(provider)?.name ?? provider },
    through: [...through],
    source: sources.get(reported.source)?.title ?? reported.source,
    sourceLanguage: sources.get(reported.source)?.language ?? 'en',
    confidence: reported.confidence,
  }));
}
