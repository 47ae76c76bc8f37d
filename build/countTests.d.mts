export function countTests(report: object | null, exitCode: number): { passed: number; failed: number; skipped: number };
