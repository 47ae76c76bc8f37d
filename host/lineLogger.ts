import type { Logger } from '../core/ports/logger.ts';

const levels = ['debug', 'info', 'warning', 'error'] as const;

/** One JSON line an event, from a level up. */
export function createLineLogger(lowest: (typeof levels)[number], writeLine: (line: string) => void): Logger {
  const threshold = levels.indexOf(lowest);
  return {
    log(level, event, details) {
      if (levels.indexOf(level) >= threshold) writeLine(JSON.stringify({ at: new Date().toISOString(), level, event, ...details }));
    },
  };
}
