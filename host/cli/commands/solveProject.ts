import { basename } from 'node:path';
import { AppError } from '../../../core/contract/errors.ts';
import { solveProject as solve } from '../../../core/domain/schedule/solver/solveProject.ts';
import { readProject } from '../../../formats/read/psplib.ts';
import { readWhole } from '../../nodeFiles.ts';
import type { CliCommand } from '../io.ts';
import { pathArgument, secondsOption, wholeNumber } from '../options.ts';

export const solveProject: CliCommand = {
  name: 'solve',
  usage: 'FILE [--schedules N | --time-limit S] [--seed N] [--json]',
  options: { schedules: { type: 'string' }, 'time-limit': { type: 'string' }, seed: { type: 'string' } },
  positionals: { least: 1, most: 1 },
  async run(call) {
    const path = pathArgument(call, 0);
    const schedules = wholeNumber(call, 'schedules', 1, 1_000_000_000);
    const timeLimit = secondsOption(call, 'time-limit');
    const seed = wholeNumber(call, 'seed', 0, 2 ** 32 - 1) ?? 1;
    const project = readProject(basename(path), (await readWhole(path)).toString('latin1'));
    if ('messageKey' in project) throw new AppError('invalid', 'cli.projectUnreadable', { params: { file: path }, issues: [project] });
    const begun = performance.now();
    const { solution, problems } = solve(project, {
      seed,
      schedules: schedules ?? (timeLimit === undefined ? 1000 : Number.MAX_SAFE_INTEGER),
      shouldStop: () => call.io.signal.aborted,
      ...(timeLimit === undefined ? {} : { spent: () => (performance.now() - begun) / timeLimit }),
    });
    const milliseconds = Math.round(performance.now() - begun);
    if (!solution) {
      const [problem] = problems;
      throw new AppError('rule', problem?.messageKey ?? 'error.internal', { params: problem?.params ?? {} });
    }
    // Project files number modes from 1, and so does the answer.
    call.print({ ...solution, mode: solution.mode.map((mode) => mode + 1), milliseconds }, () => [
      call.translator.translate('cli.solved', {
        makespan: String(solution.makespan),
        lowerBound: solution.lowerBound,
        schedules: solution.schedules,
        milliseconds,
      }),
    ]);
    return 0;
  },
};
