import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import { type AppContext, openStore, planOf, templateOf } from '../context.ts';
import { outcome, runCommand } from '../runCommand.ts';

/** The template's assumptions with the owner's changes over them, as numbers by key. */
export function assumptionValues(context: AppContext, reader: PlanReader): ReadonlyMap<string, number> {
  const values = new Map(templateOf(context, planOf(reader)).assumptions.map((assumption) => [assumption.key, assumption.value]));
  for (const [key, value] of reader.changedAssumptions()) values.set(key, value);
  return values;
}

export function checkAssumption(known: ReadonlyMap<string, number>, key: string): void {
  if (!known.has(key)) throw new AppError('notFound', 'app.assumptionUnknown', { params: { key, known: [...known.keys()].join(', ') } });
}

/** The same with unit, source and confidence; a number that its owner changed is an assumption of the owner's. */
export function assumptionLines(context: AppContext, reader: PlanReader, locale: 'de' | 'en' | 'fr'): Output<'plan.listAssumptions'> {
  const changed = reader.changedAssumptions();
  const { sources } = context.catalogue.catalogue;
  return templateOf(context, planOf(reader)).assumptions.map((assumption) => {
    const own = changed.get(assumption.key);
    const source = own === undefined && assumption.source !== null ? sources.get(assumption.source) : undefined;
    return {
      key: assumption.key,
      value: own ?? assumption.value,
      unit: assumption.unit,
      sourceTitle: source ? `${source.title} (${source.publisher})` : null,
      sourceUrl: source?.url ?? null,
      confidence: own === undefined ? assumption.confidence : 'unverified',
      note: assumption.note[locale],
      isChanged: own !== undefined,
      templateValue: assumption.value,
    };
  });
}

export function listAssumptions(context: AppContext, input: Parsed<'plan.listAssumptions'>): Output<'plan.listAssumptions'> {
  return openStore(context).read((reader) => assumptionLines(context, reader, input.locale));
}

export function changeAssumption(context: AppContext, input: Parsed<'plan.changeAssumption'>): Output<'plan.changeAssumption'> {
  return runCommand(context, 'plan.changeAssumption', input, (writer) => {
    checkAssumption(assumptionValues(context, writer), input.key);
    writer.setAssumption(input.key, input.value);
    return outcome('history.changeAssumption', { key: input.key, value: input.value }, 1);
  });
}

export function resetAssumption(context: AppContext, input: Parsed<'plan.resetAssumption'>): Output<'plan.resetAssumption'> {
  return runCommand(context, 'plan.resetAssumption', input, (writer) => {
    checkAssumption(assumptionValues(context, writer), input.key);
    return outcome('history.resetAssumption', { key: input.key }, writer.removeAssumption(input.key));
  });
}
