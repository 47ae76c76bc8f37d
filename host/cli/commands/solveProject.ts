import { basename } from 'node:path';
import { AppError } from '../../../core/contract/errors.ts';
import { readProject } from '../../../formats/read/psplib.ts';
import { readWhole } from '../../nodeFiles.ts';
import { solveInThreads } from '../../solver/solveInThreads.ts';
import type { CliCall, CliCommand } from '../io.ts';
import { pathArgument, secondsOption, wholeNumber } from '../options.ts';
import { endProgress } from '../withPlan.ts';

type Found = { readonly makespan: number; readonly lowerBound: number };

export const solveProject: CliCommand = {
  name: 'solve',
  usage: 'FILE [--schedules N | --time-limit S] [--seed N] [--json]',
  options: { schedules: { type: 'string' }, 'time-limit': { type: 'string' }, seed: { type: 'string' } },
  positionals: { least: 1, most: 1 },
  async run(call) {
    const path = pathArgument(call, 0);
    const schedules = wholeNumber(call, 'schedules', 1, 1_000_000_000);
    const timeLimitMs = secondsOption(call, 'time-limit') ?? null;
    const seed = wholeNumber(call, 'seed', 0, 2 ** 32 - 1) ?? 1;
    const project = readProject(basename(path), (await readWhole(path)).toString('latin1'));
    if ('messageKey' in project) throw new AppError('invalid', 'cli.projectUnreadable', { params: { file: path }, issues: [project] });
    const request = { project, seed, schedules: schedules ?? (timeLimitMs === null ? 1000 : Number.MAX_SAFE_INTEGER), timeLimitMs };
    const { solution, problems, milliseconds } = await solveInThreads(request, { signal: call.io.signal, onBetter: progressLine(call) });
    endProgress(call);
    if (!solution) {
      const [problem] = problems;
      throw new AppError('rule', problem?.messageKey ?? 'error.internal', { params: problem?.params ?? {} });
    }
    // Project files number modes from 1, and so does the answer.
    call.print({ ...solution, mode: solution.mode.map((mode) => mode + 1), milliseconds }, () => [
      call.translator.translate('cli.solved', {
        makespan: solution.makespan,
        lowerBound: solution.lowerBound,
        schedules: solution.schedules,
        milliseconds,
      }),
      gapSentence(call, solution),
    ]);
    return 0;
  },
};

function progressLine(call: CliCall): (found: Found) => void {
  if (!call.io.isTerminal) return () => {};
  return (found) => {
    const line = call.translator.translate('cli.solving', { makespan: found.makespan, lowerBound: found.lowerBound });
    call.io.err(`\r\u001b[K${line} ${gapSentence(call, found)}`);
  };
}

function gapSentence({ translator }: CliCall, { makespan, lowerBound }: Found): string {
  if (makespan === lowerBound) return translator.translate('cli.gapNone');
  // What is at most so much must not be rounded down.
  const percent = Math.ceil((makespan * 100) / lowerBound - 100);
  return lowerBound === 0 ? '' : translator.translate('cli.gap', { percent: translator.percent(percent / 100) });
}
