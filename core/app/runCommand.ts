import type { CommandOutcome, PlanWriter } from '../ports/planStore.ts';
import { type AppContext, openStore } from './context.ts';

type CommandInput = { readonly commandId: string; readonly revision?: number | undefined };
type Done = { revision: number; labelKey: string; params: Record<string, string | number>; changed: number };

/** Runs one command in its transaction and puts together what every command answers. */
export function runCommand<Result extends object>(
  context: AppContext,
  operation: string,
  input: CommandInput,
  work: (writer: PlanWriter) => CommandOutcome<Result>,
): Done & Result {
  const done = openStore(context).write({ commandId: input.commandId, operation, revision: input.revision }, work);
  return { ...done.result, revision: done.revision, labelKey: done.label.labelKey, params: { ...done.label.params }, changed: done.changed };
}

/** The outcome of a command that answers nothing beyond what it did. */
export function outcome(labelKey: string, params: Record<string, string | number>, changed: number): CommandOutcome<object> {
  return { result: {}, label: { labelKey, params }, changed };
}
