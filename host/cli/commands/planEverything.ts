import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AppError } from '../../../core/contract/errors.ts';
import { makeFolder } from '../../nodeFiles.ts';
import type { CliCall, CliCommand } from '../io.ts';
import { pathOption, requiredText, secondsOption, today } from '../options.ts';
import { endProgress, newCommandId, progressLine, withPlan } from '../withPlan.ts';
import { importLines } from './importFiles.ts';
import { makePlan } from './newPlan.ts';

/** Every file that the command promises, by the writer that makes it. */
const outputs = [
  { name: 'plan.ods', format: 'ods' },
  { name: 'plan.ics', format: 'ics' },
  { name: 'plan.mspdi.xml', format: 'mspdi' },
  { name: 'plan.json', format: 'json' },
] as const;

export const planEverything: CliCommand = {
  name: 'plan',
  usage: 'FILE|FOLDER… --template T --out DIR [--name N] [--administration N] [--country C] [--region R] [--start DATE] [--locale L] [--time-limit S] [--json]',
  options: {
    template: { type: 'string' },
    out: { type: 'string' },
    name: { type: 'string' },
    administration: { type: 'string' },
    country: { type: 'string' },
    region: { type: 'string' },
    start: { type: 'string' },
    'time-limit': { type: 'string' },
  },
  positionals: { least: 1, most: 10_000 },
  async run(call) {
    const template = requiredText(call, 'template');
    requiredText(call, 'out');
    const timeLimitMs = secondsOption(call, 'time-limit');
    const out = pathOption(call, 'out') as string;
    const inputs = call.positionals.map((file) => resolve(call.io.workingFolder, file));
    for (const file of inputs) if (!existsSync(file)) throw new AppError('notFound', 'app.fileMissing', { params: { file } });
    const takeAway = await makeFolder(out);
    // Everything is made in a folder of its own and moved at the end: who looks into DIR sees all of it or nothing new.
    const work = await mkdtemp(join(out, '.bascule-')).catch((cause: unknown) => {
      throw new AppError('storage', 'app.fileNotAllowed', { params: { file: out }, cause });
    });
    try {
      return await planInto(call, { template, inputs, out, work, timeLimitMs });
    } finally {
      await rm(work, { recursive: true, force: true });
      // Only what is still empty goes: after a success DIR is full.
      await takeAway();
    }
  },
};

type Job = {
  readonly template: string;
  readonly inputs: readonly string[];
  readonly out: string;
  readonly work: string;
  readonly timeLimitMs: number | undefined;
};

async function planInto(call: CliCall, { template, inputs, out, work, timeLimitMs }: Job): Promise<number> {
  const { translate, number, money, date, percent } = call.translator;
  const planPath = join(work, 'plan.bascule');
  await makePlan(call, planPath, template, translate('cli.planName'));
  const made = await withPlan(call, planPath, 'write', async ({ core, files }) => {
    const options = { signal: call.io.signal, onProgress: progressLine(call) };
    const { report } = await core.call('inventory.importFiles', { commandId: newCommandId(), files: inputs.map((file) => files.handleFor(file)) }, options);
    const mapped = await core.call('mapping.acceptProposals', { commandId: newCommandId() });
    const { result } = await core.call(
      'schedule.build',
      { commandId: newCommandId(), locale: call.locale, ...(timeLimitMs === undefined ? {} : { timeLimitMs }) },
      options,
    );
    const costs = await core.call('cost.getCosts', { locale: call.locale });
    const { write } = await core.call('report.listFormats', { locale: call.locale });
    const written: string[] = [];
    const toCome: string[] = [];
    const printed = await core.call('report.print', { target: files.handleFor(join(work, 'plan.pdf')), locale: call.locale, today: today(call) }, options);
    written.push('plan.pdf');
    for (const output of outputs) {
      if (!write.find((format) => format.id === output.format)?.isAvailable) {
        toCome.push(output.name);
        continue;
      }
      await core.call(
        'report.export',
        { target: files.handleFor(join(work, output.name)), format: output.format, locale: call.locale, today: today(call) },
        options,
      );
      written.push(output.name);
    }
    const summary = await core.call('plan.getSummary', { today: today(call) });
    const { coverage } = await core.call('inventory.listRawNames', { limit: 1 });
    endProgress(call);
    return { report, mapped, result, costs, printed, written, toCome, summary, coverage };
  });
  if (call.io.signal.aborted) throw new AppError('cancelled', 'error.cancelled');
  const moved: string[] = [];
  for (const name of ['plan.bascule', ...made.written]) moved.push(await moveInto(out, work, name));
  const { summary } = made;
  call.print(
    {
      files: moved,
      notYetWritten: made.toCome,
      fingerprint: made.printed.fingerprint,
      accounts: summary.accounts,
      units: summary.units,
      items: summary.items,
      itemsMapped: summary.itemsMapped,
      coverage: made.coverage,
      waves: made.result.waves,
      finish: made.result.finish,
      lowerBound: made.result.lowerBound,
      gap: made.result.gap,
      costCents: made.costs.totalCents,
      stayCents: made.costs.stayTotalCents,
      netPresentValueCents: made.costs.netPresentValueCents,
      paybackOn: made.costs.paybackOn,
      pages: made.printed.pages,
      import: made.report,
      problems: made.result.problems,
    },
    () => [
      ...importLines(call, made.report),
      '',
      translate('cli.planFigures', {
        accounts: summary.accounts,
        units: summary.units,
        items: summary.items,
        mapped: summary.itemsMapped,
        coverage: percent(made.coverage.installations),
        waves: made.result.waves,
        finish: made.result.finish === null ? '–' : date(made.result.finish),
        cost: money(made.costs.totalCents),
        stay: money(made.costs.stayTotalCents),
      }),
      ...made.result.problems
        .slice(0, 10)
        .map((problem) => `  ${translate(`common.severity.${problem.severity}`)}: ${translate(problem.messageKey, problem.params)}`),
      '',
      ...moved.map((path) => translate('cli.fileWritten', { file: path })),
      translate('cli.pages', { pages: number(made.printed.pages) }),
      ...(made.toCome.length > 0 ? [translate('cli.notYetWritten', { files: made.toCome.join(', ') })] : []),
    ],
  );
  return 0;
}

/** Puts a finished file in its place. An earlier plan in that place is kept beside it: it may hold somebody's work. */
async function moveInto(out: string, work: string, name: string): Promise<string> {
  const target = join(out, name);
  if (name === 'plan.bascule' && existsSync(`${target}.lock`)) throw new AppError('busy', 'cli.planIsOpen', { params: { file: target } });
  if (name === 'plan.bascule' && existsSync(target)) {
    const { mtime } = await stat(target);
    let kept = join(out, `plan.${mtime.toISOString().slice(0, 19).replace(/[:T]/g, '-')}.bascule`);
    for (let number = 2; existsSync(kept); number++) kept = kept.replace(/(-\d+)?\.bascule$/, `-${number}.bascule`);
    await rename(target, kept);
    // The journal of a crashed program belongs to the earlier plan: beside the new one SQLite would roll it back into that.
    if (existsSync(`${target}-journal`)) await rename(`${target}-journal`, `${kept}-journal`);
  }
  await rename(join(work, name), target);
  return target;
}
