import type { FileIssue } from '../../core/domain/problems.ts';
import type { ProjectActivity, ProjectLink, ProjectMode, ResourceProject } from '../../core/domain/schedule/solver/project.ts';

/** Instances of the literature have at most a few thousand activities; a file that claims more is damaged. */
const activityLimit = 100_000;
const numberLimit = 1_000_000_000;

class Defect extends Error {
  readonly issue: Omit<FileIssue, 'file' | 'severity'>;
  constructor(issue: Omit<FileIssue, 'file' | 'severity'>) {
    super(issue.messageKey);
    this.issue = issue;
  }
}

function fail(messageKey: string, params: FileIssue['params'] = {}, row?: number): never {
  throw new Defect({ messageKey, params, ...(row === undefined ? {} : { row }) });
}

/**
 * Reads an instance of the project scheduling libraries: PSPLIB's `.sm` and `.mm`, Patterson's `.rcp`, and `.sch` with
 * minimum and maximum lags. Which one it is, the content says.
 */
export function readProject(file: string, text: string): ResourceProject | FileIssue {
  try {
    if (/PRECEDENCE RELATIONS/i.test(text)) return checked(readPsplib(text));
    if (/[^\d\s.[\]\-+]/.test(text)) fail('issue.projectUnknown');
    return checked(text.includes('[') ? readSch(text) : readPatterson(text));
  } catch (error) {
    if (error instanceof Defect) return { severity: 'error', file, ...error.issue };
    throw error;
  }
}

function readPsplib(text: string): ResourceProject {
  const lines = text.split(/\r?\n/);
  const renewableCount = headerNumber(lines, /^\s*-\s*renewable\s*:\s*(\d+)/i);
  const nonRenewableCount = headerNumber(lines, /^\s*-\s*nonrenewable\s*:\s*(\d+)/i);
  if (headerNumber(lines, /^\s*-\s*doubly constrained\s*:\s*(\d+)/i, 0) > 0) fail('issue.projectDoublyConstrained');
  const count = headerNumber(lines, /^jobs[^:]*:\s*(\d+)/i);
  if (count < 1 || count > activityLimit) fail('issue.projectSize', { found: count });

  const successors: ProjectLink[][] = [];
  const modeCounts: number[] = [];
  for (const { numbers, row } of block(lines, /^PRECEDENCE RELATIONS/i)) {
    const [number, modes, linkCount, ...links] = numbers as [number, number, number, ...number[]];
    if (number !== successors.length + 1 || numbers.length !== 3 + (linkCount ?? -1)) fail('issue.projectLine', {}, row);
    if (modes < 1) fail('issue.projectLine', {}, row);
    modeCounts.push(modes);
    successors.push(links.map((to) => ({ to: to - 1, lag: 'afterFinish' })));
  }
  if (successors.length !== count) fail('issue.projectActivities', { found: successors.length, expected: count });

  const resources = renewableCount + nonRenewableCount;
  const modes: ProjectMode[][] = Array.from({ length: count }, () => []);
  let job = 0;
  for (const { numbers, row } of block(lines, /^REQUESTS\/DURATIONS/i)) {
    // The number of the activity stands in front of its first mode only.
    const own = numbers.length === resources + 3 ? numbers.slice(1) : numbers;
    if (own !== numbers) job = numbers[0] as number;
    const list = modes[job - 1];
    if (!list || own.length !== resources + 2 || own[0] !== list.length + 1) fail('issue.projectLine', {}, row);
    list.push({ duration: own[1] as number, demands: own.slice(2) });
  }
  for (const [index, list] of modes.entries())
    if (list.length !== modeCounts[index]) fail('issue.projectModes', { activity: index + 1, found: list.length, expected: modeCounts[index] ?? 0 });

  const capacities = [...block(lines, /^RESOURCEAVAILABILITIES/i)][0]?.numbers ?? [];
  if (capacities.length !== resources) fail('issue.projectCapacities', { found: capacities.length, expected: resources });
  return {
    activities: modes.map((list, index) => ({ modes: list, successors: successors[index] ?? [] })),
    renewable: capacities.slice(0, renewableCount),
    nonRenewable: capacities.slice(renewableCount),
  };
}

function headerNumber(lines: readonly string[], pattern: RegExp, fallback?: number): number {
  for (const line of lines) {
    const match = pattern.exec(line);
    if (match) return Number(match[1]);
  }
  return fallback ?? fail('issue.projectUnknown');
}

/** The lines of numbers after a title, to the next line of asterisks. */
function* block(lines: readonly string[], title: RegExp): Generator<{ readonly numbers: number[]; readonly row: number }> {
  const start = lines.findIndex((line) => title.test(line));
  if (start < 0) fail('issue.projectUnknown');
  for (let index = start + 1; index < lines.length; index++) {
    const line = (lines[index] as string).trim();
    if (line.startsWith('***')) return;
    if (/^[\d\s-]+$/.test(line) && /\d/.test(line)) yield { numbers: line.split(/\s+/).map(Number), row: index + 1 };
  }
}

/** A stream of numbers with the line each one stands in. */
type Tokens = { next(): number; readonly row: number; readonly left: number };

function tokenise(text: string): Tokens {
  const values: number[] = [];
  const rows: number[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    for (const word of line.split(/[\s[\]]+/)) {
      if (word === '') continue;
      if (!/^[-+]?\d+(?:\.0*)?$/.test(word)) fail('issue.projectLine', {}, index + 1);
      values.push(Number(word));
      rows.push(index + 1);
    }
  }
  let place = 0;
  return {
    next: () => (place < values.length ? (values[place++] as number) : fail('issue.projectTooShort', {}, rows.at(-1))),
    get row() {
      return rows[Math.min(place, rows.length - 1)] ?? 1;
    },
    get left() {
      return values.length - place;
    },
  };
}

function take(tokens: Tokens, count: number, limit = activityLimit): number[] {
  if (count < 0 || count > limit) fail('issue.projectLine', {}, tokens.row);
  return Array.from({ length: count }, () => tokens.next());
}

/** Patterson: activities and resources; capacities; then duration, demands and successors (from 1) of each activity. */
function readPatterson(text: string): ResourceProject {
  const tokens = tokenise(text);
  const count = tokens.next();
  const resources = tokens.next();
  if (count < 1 || count > activityLimit) fail('issue.projectSize', { found: count });
  const renewable = take(tokens, resources, 1_000);
  const activities: ProjectActivity[] = [];
  for (let index = 0; index < count; index++) {
    const duration = tokens.next();
    const demands = take(tokens, resources, 1_000);
    const links = take(tokens, tokens.next());
    activities.push({ modes: [{ duration, demands }], successors: links.map((to) => ({ to: to - 1, lag: 'afterFinish' })) });
  }
  if (tokens.left > 0) fail('issue.projectTooLong', {}, tokens.row);
  return { activities, renewable, nonRenewable: [] };
}

/** ProGen/max: real activities, the two kinds of resources; successors with their lags; then durations and demands; capacities. */
function readSch(text: string): ResourceProject {
  const tokens = tokenise(text);
  const count = tokens.next() + 2;
  const renewableCount = tokens.next();
  const nonRenewableCount = tokens.next();
  if (tokens.next() > 0) fail('issue.projectDoublyConstrained');
  if (count < 2 || count > activityLimit) fail('issue.projectSize', { found: count });
  const resources = renewableCount + nonRenewableCount;

  const successors: ProjectLink[][] = [];
  for (let index = 0; index < count; index++) {
    const row = tokens.row;
    if (tokens.next() !== index) fail('issue.projectLine', {}, row);
    // With several modes a lag would depend on the modes of both ends, which this format writes as a matrix.
    if (tokens.next() !== 1) fail('issue.projectLagModes', {}, row);
    const targets = take(tokens, tokens.next());
    const lags = take(tokens, targets.length);
    successors.push(targets.map((to, place) => ({ to, lag: lags[place] as number })));
  }
  const modes: ProjectMode[] = [];
  for (let index = 0; index < count; index++) {
    const row = tokens.row;
    if (tokens.next() !== index || tokens.next() !== 1) fail('issue.projectLine', {}, row);
    modes.push({ duration: tokens.next(), demands: take(tokens, resources, 1_000) });
  }
  const capacities = take(tokens, resources, 1_000);
  if (tokens.left > 0) fail('issue.projectTooLong', {}, tokens.row);
  return {
    activities: modes.map((mode, index) => ({ modes: [mode], successors: successors[index] ?? [] })),
    renewable: capacities.slice(0, renewableCount),
    nonRenewable: capacities.slice(renewableCount),
  };
}

function checked(project: ResourceProject): ResourceProject {
  const { activities } = project;
  for (const [index, activity] of activities.entries()) {
    for (const { to, lag } of activity.successors) {
      if (!Number.isInteger(to) || to < 0 || to >= activities.length || to === index)
        fail('issue.projectSuccessor', { activity: index + 1, successor: to + 1 });
      if (lag !== 'afterFinish' && Math.abs(lag) > numberLimit) fail('issue.projectNumber', { activity: index + 1 });
    }
    for (const { duration, demands } of activity.modes) {
      if (![duration, ...demands].every((value) => value >= 0 && value <= numberLimit)) fail('issue.projectNumber', { activity: index + 1 });
    }
  }
  if (![...project.renewable, ...project.nonRenewable].every((value) => value >= 0 && value <= numberLimit)) fail('issue.projectNumber', { activity: 0 });
  return project;
}
