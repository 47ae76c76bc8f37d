import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../core/contract/errors.ts';
import { readWhole } from '../../nodeFiles.ts';
import { type CliCall, type CliCommand, UsageError } from '../io.ts';
import { pathArgument, pathOption } from '../options.ts';
import { issueSentence } from '../sentences.ts';
import { withPlan } from '../withPlan.ts';

export const verifyFile: CliCommand = {
  name: 'verify',
  usage: 'PLAN [--fingerprint F] | PDF [--plan PLAN] [--json]',
  options: { fingerprint: { type: 'string' }, plan: { type: 'string' } },
  positionals: { least: 1, most: 1 },
  async run(call) {
    const path = pathArgument(call, 0);
    const printed = call.text('fingerprint');
    if (printed !== undefined && !/^[0-9a-f]{8,64}$/i.test(printed.replace(/[^0-9a-z]/gi, '')))
      throw new UsageError('cli.fingerprintWrong', { value: printed });
    if (!(await isPdf(path))) return verifyPlan(call, path, printed);
    const fingerprint = fingerprintOf((await readWhole(path)).toString('latin1'));
    if (fingerprint === null) throw new AppError('invalid', 'cli.noFingerprint', { params: { file: path } });
    const plan = pathOption(call, 'plan');
    if (plan !== undefined) return verifyPlan(call, plan, fingerprint);
    call.print({ fingerprint }, () => [call.translator.translate('cli.fingerprint', { fingerprint })]);
    return 0;
  },
};

function verifyPlan(call: CliCall, path: string, fingerprint: string | undefined): Promise<number> {
  return withPlan(call, path, 'read', async ({ core }) => {
    const report = await core.call('report.verifyPlan', fingerprint === undefined ? {} : { fingerprint });
    const { translate } = call.translator;
    call.print(report, () => [
      translate(report.isWhole ? 'cli.planWhole' : 'cli.planDamaged', { file: path }),
      ...report.issues.map((issue) => `  ${issueSentence(call.translator, { ...issue, file: basename(path) })}`),
      translate('cli.fingerprint', { fingerprint: report.fingerprint }),
      ...(report.matches === null ? [] : [translate(report.matches ? 'cli.fingerprintMatches' : 'cli.fingerprintDiffers', { fingerprint: fingerprint ?? '' })]),
    ]);
    return report.isWhole && report.matches !== false ? 0 : 1;
  });
}

async function isPdf(path: string): Promise<boolean> {
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(path, 'r');
  } catch (cause) {
    throw new AppError('notFound', 'app.fileMissing', { params: { file: path }, cause });
  }
  if ((await file.stat()).isDirectory()) {
    await file.close();
    throw new AppError('invalid', 'app.fileIsFolder', { params: { file: path } });
  }
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(5), 0, 5, 0);
    return bytesRead === 5 && buffer.toString('latin1') === '%PDF-';
  } finally {
    await file.close();
  }
}

/** The fingerprint stands in the document's XMP metadata, which a PDF keeps uncompressed so that others can read it. */
function fingerprintOf(pdf: string): string | null {
  return /bascule-fingerprint:([0-9a-f]{64})/.exec(pdf)?.[1] ?? null;
}
