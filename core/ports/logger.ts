export interface Logger {
  /** One line, no personal data: names, counts, trace ids, durations. */
  log(level: 'debug' | 'info' | 'warning' | 'error', event: string, details?: Readonly<Record<string, string | number | boolean>>): void;
}
