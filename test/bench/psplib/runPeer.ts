import { spawnSync } from 'node:child_process';
import type { BenchSettings } from './settings.ts';

export type PeerRun = { readonly out: string; readonly seconds: number; readonly isMissing: boolean };

/**
 * Runs another solver and says what it took on the clock of the measurement: bash counts the processor time of what it
 * waits for, and takes it away from who uses more than the limit.
 */
export function runPeer(
  command: string,
  args: readonly string[],
  folder: string,
  limit: { readonly seconds: number; readonly clock: BenchSettings['clock'] },
): PeerRun {
  const script = limit.clock === 'processor' ? `ulimit -t ${Math.ceil(limit.seconds)}; time "$0" "$@"` : 'time "$0" "$@"';
  const child = spawnSync('bash', ['-c', `TIMEFORMAT='took %R %U %S'; ${script}`, command, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    // Somebody else's program may hang; on a busy machine processor time passes slowly.
    timeout: limit.seconds * 1000 * (limit.clock === 'processor' ? 20 : 3),
  });
  const [, real = 0, user = 0, system = 0] = /took ([\d.]+) ([\d.]+) ([\d.]+)/.exec(child.stderr ?? '')?.map(Number) ?? [];
  return {
    out: child.stdout ?? '',
    seconds: limit.clock === 'wall' ? real : user + system,
    isMissing: /command not found|No such file/.test(child.stderr ?? ''),
  };
}
