import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import { buildTracks } from '../../domain/schedule/timeline/buildTracks.ts';
import { type AppContext, findTemplate } from '../context.ts';
import { outcome, runCommand } from '../runCommand.ts';

export function createPlan(context: AppContext, input: Parsed<'plan.create'>): Output<'plan.create'> {
  const template = findTemplate(context, input.templateId);
  return runCommand(context, 'plan.create', input, (writer) => {
    if (writer.plan()) throw new AppError('conflict', 'app.planExists');
    const country = input.country ?? template.country;
    writer.insertPlan({
      name: input.name,
      administration: input.administration,
      country,
      // A template's region belongs to its country: another country must not inherit Schleswig-Holstein's holidays.
      region: input.region === undefined ? (country === template.country ? template.region : null) : input.region,
      currency: template.currency,
      templateId: template.id,
      startsOn: input.startsOn,
    });
    const { tracks, capacities } = buildTracks(template, input.locale, () => context.ids.next<'track'>());
    writer.insertTracks(tracks);
    for (const capacity of capacities) writer.setCapacity(capacity);
    return outcome('history.createPlan', { name: input.name, template: template.name[input.locale] }, tracks.length + 1);
  });
}
