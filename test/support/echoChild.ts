import { createServer } from '../../core/rpc/server.ts';
import { createParentProcessWire } from '../../host/wires/childProcess.ts';
import { createEchoHandlers } from './echoHandlers.ts';
import { createTestPorts } from './serverPorts.ts';

/** A core in a child process, for the tests of its wire. The word `close` from the parent closes the child's own end. */
const server = createServer(createEchoHandlers(), createTestPorts());
server.connect(createParentProcessWire());
process.on('message', (message) => {
  if (message === 'close') server.close();
});
