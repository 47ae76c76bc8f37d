import type { Output, Parsed } from '../../contract/contract.ts';
import { AppError } from '../../contract/errors.ts';
import type { CallContext } from '../../contract/handlers.ts';
import type { PlanTaskRecord } from '../../domain/inventory/importRecords.ts';
import { matchPlanTasks } from '../../domain/schedule/baseline/matchPlanTasks.ts';
import type { FileIssue } from '../../domain/problems.ts';
import type { AppContext } from '../context.ts';
import { openChosen } from '../inventory/openChosen.ts';
import { runCommand } from '../runCommand.ts';

/** How many tasks that were not found an answer names; all are counted. */
const listedTasks = 200;

/** Keeps another program's plan as an approved one: the days of the tasks that it shares with this plan. */
export async function importPlan(
  context: AppContext,
  input: Parsed<'baseline.importPlan'>,
  call: CallContext<'baseline.importPlan'>,
): Promise<Output<'baseline.importPlan'>> {
  const chosen = { handle: input.file, ...(await context.files.openAll(input.file)) };
  const records: PlanTaskRecord[] = [];
  const issues: FileIssue[] = [];
  const refusals: FileIssue[] = [];
  for await (const { member } of openChosen(context, chosen)) {
    if (member.kind !== 'file') {
      if (member.kind === 'refused') refusals.push(member.issue);
      continue;
    }
    const outcome = await member.read({ signal: call.signal }, (batch, bytesRead) => {
      for (const record of batch) if (record.kind === 'planTask') records.push(record);
      call.reportProgress({ stepKey: 'app.step.read', done: Math.min(bytesRead, chosen.size), total: chosen.size });
    });
    if (outcome.refused) refusals.push(outcome.refused);
    issues.push(...outcome.issues);
  }
  if (refusals.length > 0) throw new AppError('invalid', 'app.importRefused', { params: { files: refusals.length }, issues: refusals });
  if (records.length === 0) throw new AppError('invalid', 'app.noPlanInFile', { params: { file: chosen.name } });
  if (call.signal.aborted) throw new AppError('cancelled', 'error.cancelled');
  return runCommand(context, 'baseline.importPlan', input, (writer) => {
    const { name, approvedOn, approvedBy } = input;
    if (writer.baselines().some((baseline) => baseline.name === name)) throw new AppError('conflict', 'app.baselineExists', { params: { name } });
    const { tasks, unmatched, missing } = matchPlanTasks(records, writer.timeline());
    if (tasks.length === 0) throw new AppError('rule', 'app.planFitsNothing', { params: { file: chosen.name, first: unmatched[0] ?? '' } });
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
        issues,
      },
      label: { labelKey: 'history.importPlan', params: { name, file: chosen.name } },
      changed: 1,
    };
  });
}
