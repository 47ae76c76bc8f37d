/** `9f2c 47ab 01de`: long enough to find the plan, short enough to read out. */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, 12).replace(/(.{4})(?=.)/g, '$1\u00a0');
}
