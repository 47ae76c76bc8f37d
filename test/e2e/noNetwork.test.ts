import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reasonToSkipBrowser } from '../support/browser.ts';
import { projectRoot } from '../support/cli.ts';
import { reasonToSkip } from '../support/electronApp.ts';

/** Interface flags by hand, where there is no `ip`: Perl is part of every Debian. */
const raiseLoopback = `ip link set lo up 2>/dev/null || perl -MSocket -e 'socket(my $s, AF_INET, SOCK_DGRAM, 0); ioctl($s, 0x8914, pack("a16s", "lo", 0x41)) or exit 1'`;
const inNamespace = (command: readonly string[], timeout?: number) =>
  spawnSync('unshare', ['-rn', 'sh', '-c', `${raiseLoopback}; exec "$@"`, 'sh', ...command], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    ...(timeout === undefined ? {} : { timeout }),
  });

/** What a process in the namespace can reach: the names of its interfaces, and what becomes of a connection to outside. */
const look = `
  const connection = require('node:net').connect({ host: '192.0.2.1', port: 443 });
  connection.on('error', ({ code }) => {
    const listener = require('node:net').createServer().listen(0, '127.0.0.1', () => {
      console.log(JSON.stringify([Object.keys(require('node:os').networkInterfaces()), code]));
      listener.close();
    });
  });`;
const seen = inNamespace([process.execPath, '-e', look]);
const reason = seen.error !== undefined || seen.status !== 0 ? 'the kernel gives no network namespace' : (reasonToSkipBrowser ?? reasonToSkip);

type Result = {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string; readonly failureMessages: readonly string[] }[];
  }[];
};

describe.skipIf(reason !== null)(`without a network${reason === null ? '' : ` (skipped: ${reason})`}`, () => {
  it('there is only the machine itself', () => {
    expect(JSON.parse(seen.stdout)).toEqual([['lo'], 'ENETUNREACH']);
  });

  it('the main job works all the same, in the browser and on the desktop', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bascule-no-network-'));
    try {
      const result = join(folder, 'result.json');
      const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
      const run = inNamespace([process.execPath, vitest, 'run', 'test/e2e/mainJob.test.ts', '--reporter=json', `--outputFile=${result}`], 280_000);
      const { numPassedTests, testResults } = JSON.parse(readFileSync(result, 'utf8')) as Result;
      const all = testResults.flatMap(({ assertionResults }) => assertionResults);
      expect(all.filter(({ status }) => status !== 'passed').map(({ fullName, failureMessages }) => [fullName, ...failureMessages])).toEqual([]);
      expect(numPassedTests).toBe(36);
      expect(run.status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 300_000);
});
