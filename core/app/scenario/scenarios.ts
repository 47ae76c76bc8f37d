import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { StoredScenario } from '../../ports/planStore.ts';
import { type AppContext, openStore, planOf } from '../context.ts';
import { assumptionValues, checkAssumption } from '../plan/assumptions.ts';
import { outcome, runCommand } from '../runCommand.ts';

export function listScenarios(context: AppContext): Output<'scenario.list'> {
  return openStore(context).read((reader) => reader.scenarios().map(({ id, name, changes }) => ({ id, name, changes: { ...changes } })));
}

export function addScenario(context: AppContext, input: Parsed<'scenario.add'>): Output<'scenario.add'> {
  return runCommand(context, 'scenario.add', input, (writer) => {
    planOf(writer);
    const { name, changes } = input;
    const known = assumptionValues(context, writer);
    for (const key of Object.keys(changes.assumptions ?? {})) checkAssumption(known, key);
    if (writer.scenarios().some((scenario) => scenario.name === name)) throw new AppError('conflict', 'app.scenarioExists', { params: { name } });
    const scenarioId = context.ids.next<'scenario'>();
    writer.insertScenario({ id: scenarioId, name, changes });
    return { result: { scenarioId }, label: { labelKey: 'history.addScenario', params: { name } }, changed: 1 };
  });
}

export function removeScenario(context: AppContext, input: Parsed<'scenario.remove'>): Output<'scenario.remove'> {
  return runCommand(context, 'scenario.remove', input, (writer) => {
    const { name } = findScenario(writer.scenarios(), input.scenarioId);
    writer.removeScenario(input.scenarioId);
    return outcome('history.removeScenario', { name }, 1);
  });
}

export function findScenario(scenarios: readonly StoredScenario[], id: string): StoredScenario {
  const found = scenarios.find((scenario) => scenario.id === id);
  if (!found) throw new AppError('notFound', 'app.scenarioUnknown');
  return found;
}
