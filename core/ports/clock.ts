export interface Clock {
  /** Instant, UTC, ISO 8601 with milliseconds. */
  now(): string;
}
