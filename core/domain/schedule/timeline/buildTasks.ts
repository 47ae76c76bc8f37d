import type { TrackKey } from '../../catalogue/catalogue.ts';
import type { TaskId, UnitId, WaveId } from '../../ids.ts';
import type { Unit } from '../../inventory/inventory.ts';
import type { GateTemplate, PhaseKind, PrecedenceTemplate } from './planTemplate.ts';
import type { Task, TaskLink, Track, Wave } from './timeline.ts';
import { waveOverlaps } from './waveOverlaps.ts';

/** The order in which a track's phases follow each other. */
export const phaseOrder: readonly PhaseKind[] = ['assess', 'prepare', 'pilot', 'rollOut', 'parallelRun', 'switchOff'];

/** Task names in the plan's language; the sentences stand with the other messages (`schedule.task.*`). */
export type TaskNames = {
  readonly phase: (track: Track, phase: PhaseKind) => string;
  readonly wave: (track: Track, wave: Wave) => string;
  readonly gate: (gate: GateTemplate) => string;
};

/** Tasks that stand side by side; every task of a stage follows every task of the stage before it. */
type Stage = { readonly phase: PhaseKind; readonly kind: 'phase' | 'gates' | 'pilotWaves' | 'regularWaves' | 'onCallWaves'; readonly tasks: readonly Task[] };

/**
 * Turns tracks, waves, precedences and gates into the tasks of the timeline and the links between them.
 *
 * A track that moves accounts goes: assess, prepare, pilot waves, pilot (watching the pilot accounts at work), gates,
 * waves of the regular units, waves of the units on call, parallel run, switch off. Any other track has its phases only.
 * Gates stand between the phase they follow and the next one. A wave takes `ceil(accounts / (accounts a week / 5))`
 * working days. A precedence on `accounts` level links each two waves that share accounts; on `phase` level, or where one
 * of the two tracks has no waves, it links phase to phase. A phase that a track does not have hands its links on to the
 * nearest one it has: backwards for `before`, forwards for `after`. Precedences and gates of tracks that the plan lacks are left out.
 *
 * Ids come from `idOf`, which gets a key that stays the same as long as the task means the same (`<track id>:wave:3`).
 *
 * Example: 1,000 accounts at 500 a week take 10 working days.
 */
export function buildTasks(input: {
  readonly tracks: readonly Track[];
  readonly waves: readonly Wave[];
  readonly units: readonly Unit[];
  readonly precedences: readonly PrecedenceTemplate[];
  readonly gates: readonly GateTemplate[];
  readonly names: TaskNames;
  readonly idOf: (key: string) => TaskId;
}): { readonly tasks: readonly Task[]; readonly links: readonly TaskLink[] } {
  const onCall = new Set(input.units.filter((unit) => unit.role === 'onCall').map((unit) => unit.id));
  const tasks: Task[] = [];
  const links = createLinkList();
  const stagesOf = new Map<TrackKey, readonly Stage[]>();
  const wavesOf = new Map<TrackKey, readonly Wave[]>();
  const taskOfWave = new Map<WaveId, TaskId>();

  for (const track of [...input.tracks].sort((a, b) => a.position - b.position)) {
    const waves = track.movesAccounts ? input.waves.filter((wave) => wave.trackId === track.id).sort((a, b) => a.number - b.number) : [];
    const stages = buildStages(track, waves, onCall, input);
    stagesOf.set(track.key, stages);
    wavesOf.set(track.key, waves);
    for (const [index, stage] of stages.entries()) {
      for (const task of stage.tasks) {
        tasks.push(task);
        if (task.waveId) taskOfWave.set(task.waveId, task.id);
        const previous = stages[index - 1];
        if (previous) for (const earlier of previous.tasks) links.add(earlier.id, task.id, 0, reasonBetween(previous, stage));
      }
    }
  }

  for (const precedence of input.precedences) {
    const before = stagesOf.get(precedence.before.track);
    const after = stagesOf.get(precedence.after.track);
    if (!before || !after) continue;
    const lag = precedence.lagWorkingDays;
    const beforeWaves = wavesOf.get(precedence.before.track) ?? [];
    const afterWaves = wavesOf.get(precedence.after.track) ?? [];
    if (precedence.level === 'accounts' && beforeWaves.length > 0 && afterWaves.length > 0) {
      for (const [from, to] of waveOverlaps(beforeWaves, afterWaves)) {
        links.add(taskOfWave.get(from.id) as TaskId, taskOfWave.get(to.id) as TaskId, lag, 'schedule.link.sameAccounts');
      }
    } else {
      for (const from of lastTasks(before, precedence.before.phase)) {
        for (const to of firstTasks(after, precedence.after.phase)) links.add(from.id, to.id, lag, 'schedule.link.precedence');
      }
    }
  }
  return { tasks, links: links.all() };
}

/**
 * Working days of a wave, begun ones in full; a week has 5.
 *
 * Example: at 1,690 accounts a week, 338 a day, 1,690 take 5 days and 339 take 2.
 */
export function waveWorkingDays(accounts: number, accountsPerWeek: number): number {
  return Math.ceil((accounts * 5) / accountsPerWeek);
}

function buildStages(track: Track, waves: readonly Wave[], onCall: ReadonlySet<UnitId>, input: Parameters<typeof buildTasks>[0]): readonly Stage[] {
  const stages: Stage[] = [];
  const push = (phase: PhaseKind, kind: Stage['kind'], list: readonly Task[]) => {
    if (list.length > 0) stages.push({ phase, kind, tasks: list });
  };
  const task = (phase: PhaseKind, kind: Task['kind'], key: string, name: string, workingDays: number, wave: Wave | null): Task => ({
    id: input.idOf(`${track.id}:${key}`),
    trackId: track.id,
    kind,
    phase,
    waveId: wave?.id ?? null,
    name,
    workingDays,
    accountCount: wave?.accountCount ?? 0,
    startsOn: null,
    finishesOn: null,
    notBefore: null,
  });
  const waveTask = (wave: Wave, phase: PhaseKind) =>
    task(phase, 'wave', `wave:${wave.number}`, input.names.wave(track, wave), waveWorkingDays(wave.accountCount, track.accountsPerWeek), wave);
  const isOnCall = (wave: Wave) => wave.parts.some((part) => onCall.has(part.unitId));

  for (const phase of phaseOrder) {
    if (phase === 'pilot') {
      const pilots = waves.filter((wave) => wave.isPilot);
      push(
        phase,
        'pilotWaves',
        pilots.map((wave) => waveTask(wave, phase)),
      );
    }
    if (phase === 'rollOut') {
      const rest = waves.filter((wave) => !wave.isPilot);
      push(
        phase,
        'regularWaves',
        rest.filter((wave) => !isOnCall(wave)).map((wave) => waveTask(wave, phase)),
      );
      push(
        phase,
        'onCallWaves',
        rest.filter(isOnCall).map((wave) => waveTask(wave, phase)),
      );
    }
    const days = track.phases.find((candidate) => candidate.kind === phase)?.workingDays ?? 0;
    if (days > 0) push(phase, 'phase', [task(phase, 'phase', `phase:${phase}`, input.names.phase(track, phase), days, null)]);
    const gates = input.gates.filter((gate) => gate.track === track.key && gate.after === phase);
    const gateTasks = gates.map((gate, index) => task(phase, 'gate', `gate:${phase}:${index + 1}`, input.names.gate(gate), 0, null));
    push(phase, 'gates', gateTasks);
  }
  return stages;
}

function reasonBetween(previous: Stage, next: Stage): string {
  if (next.kind === 'gates') return 'schedule.link.gateEvidence';
  if (previous.kind === 'gates') return 'schedule.link.gatePassed';
  if (next.kind === 'onCallWaves') return 'schedule.link.onCallLast';
  if (next.kind === 'regularWaves' && previous.phase === 'pilot') return 'schedule.link.pilotFirst';
  if (previous.kind !== 'phase' && next.kind === 'phase') return 'schedule.link.allWavesDone';
  return 'schedule.link.phaseOrder';
}

function lastTasks(stages: readonly Stage[], phase: PhaseKind): readonly Task[] {
  const work = stages.filter((stage) => stage.kind !== 'gates' && phaseOrder.indexOf(stage.phase) <= phaseOrder.indexOf(phase));
  return work.at(-1)?.tasks ?? [];
}

function firstTasks(stages: readonly Stage[], phase: PhaseKind): readonly Task[] {
  return stages.find((stage) => stage.kind !== 'gates' && phaseOrder.indexOf(stage.phase) >= phaseOrder.indexOf(phase))?.tasks ?? [];
}

/** One link between two tasks, with the longest lag that anybody asked for. */
function createLinkList() {
  const byEnds = new Map<string, TaskLink>();
  return {
    add(from: TaskId, to: TaskId, lagWorkingDays: number, reasonKey: string) {
      const ends = `${from}\n${to}`;
      const known = byEnds.get(ends);
      if (!known || known.lagWorkingDays < lagWorkingDays) byEnds.set(ends, { from, to, lagWorkingDays, reasonKey });
    },
    all: (): readonly TaskLink[] => [...byEnds.values()],
  };
}
