import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../core/contract/errors.ts';
import { createBrowserServer } from '../../browserServer.ts';
import { createPlanFolder, defaultPlanFolder } from '../../planFolder.ts';
import type { CliCommand } from '../io.ts';
import { pathArgument, wholeNumber } from '../options.ts';
import { withCore } from '../withPlan.ts';

const builtPages = join(import.meta.dirname, '..', '..', '..', 'dist', 'renderer');

export const servePages: CliCommand = {
  name: 'serve',
  usage: '[PLAN] [--port P]',
  options: { port: { type: 'string' } },
  positionals: { least: 0, most: 1 },
  run: (call) =>
    withCore(
      call,
      async (running) => {
        const port = wholeNumber(call, 'port', 0, 65_535) ?? 0;
        if (!existsSync(join(builtPages, 'index.html'))) throw new AppError('unavailable', 'cli.pagesNotBuilt');
        const token = randomBytes(16).toString('hex');
        const { server, close } = createBrowserServer(running, {
          pages: builtPages,
          token,
          plans: createPlanFolder(defaultPlanFolder(call.io.environment)),
          doorstep: call.translator.translate('cli.doorstep'),
        });
        server.listen(port, '127.0.0.1');
        try {
          await once(server, 'listening');
        } catch (cause) {
          close();
          throw new AppError('unavailable', 'cli.portTaken', { params: { port: String(port) }, cause });
        }
        const bound = server.address();
        const address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : port}/${token}/`;
        call.print({ address }, () => [call.translator.translate('cli.serving', { address })]);
        if (!call.io.signal.aborted) await once(call.io.signal, 'abort');
        close();
        return 0;
      },
      call.positionals.length > 0 ? { path: pathArgument(call, 0), mode: 'write' } : undefined,
    ),
};
