import { once } from 'node:events';
import { AppError } from '../../../core/contract/errors.ts';
import type { CliCommand } from '../io.ts';
import { pathArgument, today, wholeNumber } from '../options.ts';
import { withCore } from '../withPlan.ts';

export const servePages: CliCommand = {
  name: 'serve',
  usage: '[PLAN] [--port P]',
  options: { port: { type: 'string' } },
  positionals: { least: 0, most: 1 },
  run: (call) =>
    withCore(
      call,
      async (running) => {
        // The web server's libraries are for this command alone.
        const { createBrowserServer } = await import('../../browserServer.ts');
        const port = wholeNumber(call, 'port', 0, 65_535) ?? 0;
        const server = createBrowserServer(running, { locale: call.locale, today: () => today(call) });
        server.listen(port, '127.0.0.1');
        try {
          await once(server, 'listening');
        } catch (cause) {
          throw new AppError('unavailable', 'cli.portTaken', { params: { port: String(port) }, cause });
        }
        const bound = server.address();
        const address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : port}/`;
        call.print({ address }, () => [call.translator.translate('cli.serving', { address })]);
        if (!call.io.signal.aborted) await once(call.io.signal, 'abort');
        server.closeAllConnections();
        server.close();
        return 0;
      },
      call.positionals.length > 0 ? { path: pathArgument(call, 0), mode: 'read' } : undefined,
    ),
};
