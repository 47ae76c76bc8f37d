import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { CallContext } from '../../contract/handlers.ts';
import type { AppContext } from '../context.ts';
import { reportOfPlan } from './reportOfPlan.ts';

export async function printPlan(context: AppContext, input: Parsed<'report.print'>, call: CallContext<'report.print'>): Promise<Output<'report.print'>> {
  call.reportProgress({ stepKey: 'app.step.compute', done: 0, total: null });
  const report = await reportOfPlan(context, input.locale, input.today);
  call.reportProgress({ stepKey: 'app.step.print', done: 0, total: null });
  const { pdf, pages } = await context.planWriters.print(report, {
    locale: input.locale,
    kind: input.kind,
    standard: input.standard,
    sections: input.sections,
  });
  if (call.signal.aborted) throw new AppError('cancelled', 'error.cancelled');
  await context.files.write(input.target, pdf);
  return { pages, bytes: pdf.byteLength, fingerprint: report.fingerprint };
}
