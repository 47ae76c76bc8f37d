import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import { type AssumptionRange, assumptionRange, rangeShareKey } from '../../domain/cost/costBand.ts';
import type { AssumptionValue } from '../../domain/schedule/timeline/planTemplate.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import { type AppContext, openStore, planOf, templateOf } from '../context.ts';
import { outcome, runCommand } from '../runCommand.ts';

/** The template's assumptions with the owner's changes over them, as numbers by key. */
export function assumptionValues(context: AppContext, reader: PlanReader): ReadonlyMap<string, number> {
  const values = new Map(templateOf(context, planOf(reader)).assumptions.map((assumption) => [assumption.key, assumption.value]));
  for (const [key, value] of reader.changedAssumptions()) values.set(key, value);
  return values;
}

/** The range of each assumption that has one. */
export function assumptionRanges(context: AppContext, reader: PlanReader): ReadonlyMap<string, AssumptionRange> {
  const values = assumptionValues(context, reader);
  const changed = reader.changedAssumptions();
  return new Map(
    templateOf(context, planOf(reader)).assumptions.flatMap((assumption) => {
      const range = rangeOf(assumption, changed.get(assumption.key), values);
      return range === null ? [] : [[assumption.key, range] as const];
    }),
  );
}

function rangeOf({ key, value, range: published }: AssumptionValue, own: number | undefined, values: ReadonlyMap<string, number>): AssumptionRange | null {
  return assumptionRange({ key, value: own ?? value, isChanged: own !== undefined, published }, values.get(rangeShareKey) ?? 0);
}

export function checkAssumption(known: ReadonlyMap<string, number>, key: string): void {
  if (!known.has(key)) throw new AppError('notFound', 'app.assumptionUnknown', { params: { key, known: [...known.keys()].join(', ') } });
}

/** The same with unit, source and confidence; a number that its owner changed is an assumption of the owner's. */
export function assumptionLines(context: AppContext, reader: PlanReader, locale: 'de' | 'en' | 'fr'): Output<'plan.listAssumptions'> {
  const changed = reader.changedAssumptions();
  const { sources } = context.catalogue.catalogue;
  const values = assumptionValues(context, reader);
  return templateOf(context, planOf(reader)).assumptions.map((assumption) => {
    const own = changed.get(assumption.key);
    const source = own === undefined && assumption.source !== null ? sources.get(assumption.source) : undefined;
    const range = rangeOf(assumption, own, values);
    const publishedBy = own === undefined ? (assumption.range?.sources ?? []) : [];
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
      range: range && {
        ...range,
        sources: publishedBy.flatMap((id) => {
          const known = sources.get(id);
          return known ? [{ title: known.title, publisher: known.publisher, url: known.url ?? null }] : [];
        }),
      },
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
