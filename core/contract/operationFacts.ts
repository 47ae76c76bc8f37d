import { contract, type OperationName } from './contract.ts';
import type { Operation, Topic } from './define.ts';

/** What a caller must know of an operation beside its types. */
export type OperationFacts = {
  readonly topics: readonly Topic[];
  /** Commands carry an id, and so do jobs that change the plan; jobs that only read or print do not. */
  readonly takesCommandId: boolean;
};

/**
 * Facts by operation, without the schemas: those run in the core, and the library that they need is a third of what a
 * window would have to read at its start. The pages' build writes the table out (`vite.config.ts`), so it must stay plain JSON.
 */
export const operationFacts: Readonly<Record<OperationName, OperationFacts>> = factsOf(contract);

function factsOf<Name extends string>(operations: Readonly<Record<Name, Operation>>): Record<Name, OperationFacts> {
  const facts = {} as Record<Name, OperationFacts>;
  for (const name of Object.keys(operations) as Name[]) {
    const { topics, input } = operations[name];
    facts[name] = { topics, takesCommandId: 'shape' in input && typeof input.shape === 'object' && input.shape !== null && 'commandId' in input.shape };
  }
  return facts;
}
