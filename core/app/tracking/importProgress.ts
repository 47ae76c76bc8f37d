import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { CallContext } from '../../contract/handlers.ts';
import type { IsoDate } from '../../domain/calendar.ts';
import type { AppContext } from '../context.ts';
import { collectFiles } from '../inventory/collectFiles.ts';
import { draftFromPlan, importReportOf } from '../inventory/draftFromPlan.ts';
import { applyImport } from '../inventory/applyImport.ts';
import { runCommand } from '../runCommand.ts';

/** Like an import, but only for states of accounts: a file without any is refused, so that no inventory slips in here. */
export async function importProgress(
  context: AppContext,
  input: Parsed<'tracking.importProgress'>,
  call: CallContext<'tracking.importProgress'>,
): Promise<Output<'tracking.importProgress'>> {
  const { collected, ...read } = await collectFiles(context, input, call);
  if (collected.progress.length === 0)
    throw new AppError('invalid', 'app.noProgressInFile', { params: { file: read.files.map((file) => file.name).join(', ') } });
  return runCommand(context, 'tracking.importProgress', input, (writer) => {
    const onlyProgress = {
      ...collected,
      accounts: new Map(),
      software: [],
      licences: [],
      contracts: [],
      devicesByProduct: new Map(),
      concealedUses: new Map(),
    };
    const draft = draftFromPlan(context, writer, onlyProgress);
    const changed = applyImport(context, writer, draft, read.files, context.clock.now().slice(0, 10) as IsoDate);
    return {
      result: { report: importReportOf(draft, read) },
      label: { labelKey: 'history.importProgress', params: { files: read.files.length, first: read.files[0]?.name ?? '', accounts: changed } },
      changed,
    };
  });
}
