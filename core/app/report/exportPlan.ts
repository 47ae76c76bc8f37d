import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { CallContext } from '../../contract/handlers.ts';
import type { AppContext } from '../context.ts';
import { reportOfPlan } from './reportOfPlan.ts';

export async function exportPlan(context: AppContext, input: Parsed<'report.export'>, call: CallContext<'report.export'>): Promise<Output<'report.export'>> {
  const writer = context.planWriters.writeFormats.find((candidate) => candidate.id === input.format);
  if (!writer?.isAvailable) {
    const known = context.planWriters.writeFormats.filter((candidate) => candidate.isAvailable).map((candidate) => candidate.id);
    throw new AppError('invalid', 'app.formatToCome', { params: { format: input.format, known: known.join(', ') } });
  }
  const report = await reportOfPlan(context, input.locale, input.today);
  const bytes = await context.planWriters.export(input.format, report, input.locale);
  if (call.signal.aborted) throw new AppError('cancelled', 'error.cancelled');
  await context.files.write(input.target, bytes);
  return { bytes: bytes.byteLength };
}
