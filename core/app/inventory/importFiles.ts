import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { CallContext } from '../../contract/handlers.ts';
import type { IsoDate } from '../../domain/calendar.ts';
import type { NamedColumns, PlanWriter } from '../../ports/planStore.ts';
import type { AppContext } from '../context.ts';
import { runCommand } from '../runCommand.ts';
import { applyImport } from './applyImport.ts';
import { collectFiles } from './collectFiles.ts';
import { choicesOf, draftFromPlan, importReportOf } from './draftFromPlan.ts';

export async function importFiles(
  context: AppContext,
  input: Parsed<'inventory.importFiles'>,
  call: CallContext<'inventory.importFiles'>,
): Promise<Output<'inventory.importFiles'>> {
  const { collected, ...read } = await collectFiles(context, input, call);
  call.reportProgress({ stepKey: 'app.step.write', done: 0, total: null });
  return runCommand(context, 'inventory.importFiles', input, (writer) => {
    // Compared again inside the transaction: the plan may have changed while the files were read.
    const draft = draftFromPlan(context, writer, collected, choicesOf(input));
    if (call.signal.aborted) throw new AppError('cancelled', 'error.cancelled');
    const changed = applyImport(context, writer, draft, read.files, context.clock.now().slice(0, 10) as IsoDate);
    for (const named of read.named) saveColumns(writer, named);
    return {
      result: { report: importReportOf(draft, read) },
      label: { labelKey: 'history.importFiles', params: { files: read.files.length, first: read.files[0]?.name ?? '' } },
      changed,
    };
  });
}

/** For the next import of such a table. A file that was read by its columns as they were named last says nothing new. */
function saveColumns(writer: PlanWriter, named: NamedColumns): void {
  if (JSON.stringify(writer.namedColumns(named.headings)?.columns) !== JSON.stringify(named.columns)) writer.insertNamedColumns(named);
}
