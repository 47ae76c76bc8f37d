import type { Output, Parsed } from '../../contract/contract.ts';
import type { AppContext } from '../context.ts';

export function listCountries(context: AppContext, input: Parsed<'plan.listCountries'>): Output<'plan.listCountries'> {
  return context.holidays.countries(input.locale).map(({ code, name, regions }) => ({ code, name, regions: regions.map((region) => ({ ...region })) }));
}
