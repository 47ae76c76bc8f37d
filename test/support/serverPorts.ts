import type { Id } from '../../core/domain/ids.ts';
import type { Logger } from '../../core/ports/logger.ts';
import type { Timer } from '../../core/rpc/progressLimit.ts';
import type { ServerPorts } from '../../core/rpc/server.ts';

export type LogLine = { readonly level: string; readonly event: string; readonly details: Readonly<Record<string, string | number | boolean>> };

export type TestPorts = ServerPorts & { readonly lines: LogLine[]; readonly timer: ManualTimer };

/** Time that passes only when a test says so. */
export type ManualTimer = Timer & { pass(milliseconds: number): void };

export function createTestPorts(): TestPorts {
  const lines: LogLine[] = [];
  const logger: Logger = { log: (level, event, details = {}) => void lines.push({ level, event, details }) };
  let count = 0;
  const ids = { next: <Kind extends string>() => `trace-${++count}` as Id<Kind> };
  return { lines, logger, ids, timer: createManualTimer() };
}

function createManualTimer(): ManualTimer {
  let now = 0;
  let due: { readonly at: number; readonly work: () => void }[] = [];
  return {
    after(milliseconds, work) {
      const entry = { at: now + milliseconds, work };
      due.push(entry);
      return () => {
        due = due.filter((other) => other !== entry);
      };
    },
    pass(milliseconds) {
      const until = now + milliseconds;
      for (;;) {
        const next = due.filter((entry) => entry.at <= until).sort((left, right) => left.at - right.at)[0];
        if (next === undefined) break;
        due = due.filter((entry) => entry !== next);
        now = next.at;
        next.work();
      }
      now = until;
    },
  };
}
