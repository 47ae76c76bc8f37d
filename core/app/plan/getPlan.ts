import type { Output } from '../../contract/contract.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import { type AppContext, openStore, planOf } from '../context.ts';

export function getPlan(context: AppContext): Output<'plan.get'> {
  return openStore(context).read(planWithRevision);
}

export function planWithRevision(reader: PlanReader): Output<'plan.get'> {
  return { ...planOf(reader), revision: reader.revision() };
}
