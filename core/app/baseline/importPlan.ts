import type { Output, Parsed } from '../../contract/contract.ts';
import { AppError } from '../../contract/errors.ts';
import type { CallContext } from '../../contract/handlers.ts';
import type { PlanTaskRecord } from '../../domain/inventory/importRecords.ts';
import { matchPlanTasks } from '../../domain/schedule/matchPlanTasks.ts';
import type { AppContext } from '../context.ts';
import { runCommand } from '../runCommand.ts';

/** How many tasks that were not found an answer names; all are counted. */
const listedTasks = 200;

/** Keeps another program's plan as an approved one: the days of the tasks that it shares with this plan. */
export async function importPlan(
  context: AppContext,
  input: Parsed<'baseline.importPlan'>,
  call: CallContext<'baseline.importPlan'>,
): Promise<Output<'baseline.importPlan'>> {
  const file = await context.files.open(input.file);
  const records: PlanTaskRecord[] = [];
  const outcome = await context.importReader.read(file, { signal: call.signal }, (batch, bytesRead) => {
    for (const record of batch) if (record.kind === 'planTask') records.push(record);
    call.reportProgress({ stepKey: 'app.step.read', done: bytesRead, total: file.size });
  });
  if (outcome.refused) throw new AppError('invalid', 'app.importRefused', { params: { files: 1 }, issues: [outcome.refused] });
  if (records.length === 0) throw new AppError('invalid', 'app.noPlanInFile', { params: { file: file.name } });
  if (call.signal.aborted) throw new AppError('cancelled', 'error.cancelled');
  return runCommand(context, 'baseline.importPlan', input, (writer) => {
    const { name, approvedOn, approvedBy } = input;
    if (writer.baselines().some((baseline) => baseline.name === name)) throw new AppError('conflict', 'app.baselineExists', { params: { name } });
    const { tasks, unmatched, missing } = matchPlanTasks(records, writer.timeline());
    if (tasks.length === 0) throw new AppError('rule', 'app.planFitsNothing', { params: { file: file.name, first: unmatched[0] ?? '' } });
    const baselineId = context.ids.next<'baseline'>();
    // It was approved somewhere else: it has no fingerprint of this plan, and neither accounts nor costs.
    writer.insertBaseline({ id: baselineId, name, approvedOn, approvedBy, fingerprint: '', tasks, costs: [] });
    return {
      result: {
        baselineId,
        matched: tasks.length,
        missing,
        unmatched: unmatched.slice(0, listedTasks),
        unmatchedCount: unmatched.length,
        issues: [...outcome.issues],
      },
      label: { labelKey: 'history.importPlan', params: { name, file: file.name } },
      changed: 1,
    };
  });
}
