import type { Output, Parsed } from '../../contract/contract.ts';
import type { AppContext } from '../context.ts';

export function listTemplates(context: AppContext, input: Parsed<'plan.listTemplates'>): Output<'plan.listTemplates'> {
  const { sources } = context.catalogue.catalogue;
  return [...context.templates.values()].map((template) => ({
    id: template.id,
    name: template.name[input.locale],
    summary: template.summary[input.locale],
    country: template.country,
    region: template.region,
    tracks: template.tracks.map((track) => track.key),
    sources: template.sources.flatMap((id) => {
      const source = sources.get(id);
      return source ? [{ title: source.title, publisher: source.publisher, url: source.url ?? null }] : [];
    }),
  }));
}
