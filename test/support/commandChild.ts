import { randomUUID } from 'node:crypto';
import { createCore } from '../../host/createCore.ts';

/** Adds items to a plan, one command after another, and prints each revision once its command was answered, until killed. */
const { core } = createCore({ plan: { path: process.argv[2] as string, mode: 'write' }, actor: 'test' });
const prefix = process.argv[3] as string;
for (let number = 0; ; number++) {
  const done = await core.call('inventory.addItem', { commandId: randomUUID(), name: `${prefix}-${number}`, productId: null });
  process.stdout.write(`${done.revision} ${prefix}-${number}\n`);
}
