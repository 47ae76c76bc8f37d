import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const largestBytes = 1_000_000;

export type EventLog = {
  /** One line of the core's or the shell's own log. */
  write(text: string): void;
  event(name: string, details: Readonly<Record<string, string | number>>): void;
  /** What was refused has a file of its own; it is empty, or somebody should look. */
  refusal(what: string, detail: string): void;
};

export function createEventLog(folder: string): EventLog {
  const append = (name: string, text: string) => {
    try {
      mkdirSync(folder, { recursive: true });
      appendFileSync(join(folder, name), text);
    } catch {
      // A log that cannot be written must not stop the work.
    }
  };
  for (const name of ['bascule.log', 'refused.log']) keepSmall(join(folder, name));
  const line = (fields: object) => `${JSON.stringify({ at: new Date().toISOString(), ...fields })}\n`;
  return {
    write: (text) => append('bascule.log', text),
    event: (event, details) => append('bascule.log', line({ event, ...details })),
    refusal: (what, detail) => append('refused.log', line({ what, detail: detail.slice(0, 500) })),
  };
}

/** The log of before is kept once. */
function keepSmall(file: string): void {
  try {
    if (statSync(file).size > largestBytes) renameSync(file, `${file}.1`);
  } catch {
    // There is none yet.
  }
}
