import type { Output, Parsed } from '../../contract/contract.ts';
import { type AppContext, planOf } from '../context.ts';
import { outcome, runCommand } from '../runCommand.ts';

export function changeDetails(context: AppContext, input: Parsed<'plan.changeDetails'>): Output<'plan.changeDetails'> {
  return runCommand(context, 'plan.changeDetails', input, (writer) => {
    const plan = planOf(writer);
    writer.updatePlan({
      ...plan,
      name: input.name ?? plan.name,
      administration: input.administration ?? plan.administration,
      country: input.country ?? plan.country,
      region: input.region === undefined ? plan.region : input.region,
      startsOn: input.startsOn ?? plan.startsOn,
    });
    return outcome('history.changeDetails', {}, 1);
  });
}
