import type { Topic } from '../contract/define.ts';
import type { WireError } from '../contract/errors.ts';

/** What a client sends. `op` and `input` are whatever the other side claims: the server checks them. */
export type ToCore =
  | { readonly t: 'call'; readonly id: number; readonly op: string; readonly input: unknown }
  | { readonly t: 'cancel'; readonly id: number }
  | { readonly t: 'enough'; readonly id: number };

/** What a core sends. Each call is answered once, by `done` or by `fail`. */
export type FromCore =
  | { readonly t: 'hello'; readonly protocol: number }
  | { readonly t: 'done'; readonly id: number; readonly output: unknown }
  | { readonly t: 'fail'; readonly id: number; readonly error: WireError }
  | { readonly t: 'progress'; readonly id: number; readonly progress: unknown }
  | { readonly t: 'changed'; readonly topics: readonly Topic[] };

type Fields = Readonly<Record<string, unknown>>;

function hasFields(message: unknown): message is Fields {
  return typeof message === 'object' && message !== null;
}

function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}

/** Only the envelope is looked at: the operation's own schema judges the input. */
export function isToCore(message: unknown): message is ToCore {
  if (!hasFields(message) || !isId(message.id)) return false;
  return message.t === 'cancel' || message.t === 'enough' || (message.t === 'call' && typeof message.op === 'string');
}

export function isFromCore(message: unknown): message is FromCore {
  if (!hasFields(message)) return false;
  switch (message.t) {
    case 'hello':
      return typeof message.protocol === 'number';
    case 'done':
    case 'progress':
      return isId(message.id);
    case 'fail':
      return isId(message.id) && hasFields(message.error);
    case 'changed':
      return Array.isArray(message.topics);
    default:
      return false;
  }
}
