import type { Output, Parsed } from '../../contract/contract.ts';
import { AppError } from '../../contract/errors.ts';
import type { CallContext } from '../../contract/handlers.ts';
import type { AppContext } from '../context.ts';
import type { KeptPaper, PaperWanted } from './keepPaper.ts';

export async function printPlan(
  context: AppContext,
  paperOf: (wanted: PaperWanted) => Promise<KeptPaper>,
  { target, standard, ...wanted }: Parsed<'report.print'>,
  call: CallContext<'report.print'>,
): Promise<Output<'report.print'>> {
  call.reportProgress({ stepKey: 'app.step.print', done: 0, total: null });
  const paper = await paperOf(wanted);
  const pdf = paper.pdf(standard);
  if (call.signal.aborted) throw new AppError('cancelled', 'error.cancelled');
  await context.files.write(target, pdf);
  return { pages: paper.pages, bytes: pdf.byteLength, fingerprint: paper.fingerprint };
}
