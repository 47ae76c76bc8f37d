import { backtrack, openLevel, raise, settleRoot } from './boundTrail.ts';
import { takeAtom } from './branching.ts';
import { forgetClauses } from './forgetClauses.ts';
import { learnClause } from './learnClause.ts';
import type { ProofPartner } from './shareQuestion.ts';
import { halvingOrder, takeFacts, takeHalf, tellFacts } from './shareQuestion.ts';
import { propagate } from './propagate.ts';
import type { ProofState } from './proofState.ts';

export type EnergyUse = 'none' | 'joint' | 'all';

export type SearchBudget = {
  /** Conflicts after which the search gives up; with 0 it only looks whether the limit contradicts itself without a decision. */
  readonly conflicts: number;
  /**
   * Whether every node looks at the work in windows of time, of the joint resource alone or of all: a conflict then costs
   * several times as much, which pays where resources are scarce. Otherwise only the first propagation does.
   */
  readonly energy?: EnergyUse | undefined;
  readonly shouldStop?: (() => boolean) | undefined;
  readonly partner?: ProofPartner | undefined;
};

/** `never`: there is no schedule whatever the limit. */
export type SearchVerdict = 'schedule' | 'impossible' | 'never' | 'unknown';

/** Conflicts of the shortest run between two restarts. */
const restartUnit = 100;

/** So many clauses may stand, and so many times the root of the conflicts more, before the worse half goes; both are assumptions. */
const keptClauses = { always: 6000, perRoot: 20 };

/**
 * Looks for a schedule that finishes by `limit`: decides, propagates, learns from conflicts, starts anew after runs whose
 * lengths follow `luby`. The first run decides in the order of earliest starts, the others by the literals of the latest
 * conflicts, each on the side where it was last. All clauses hold for any limit, so the next call goes on with what this
 * one learnt. After `schedule` the starts are in `state.branching.phase`.
 *
 * Source: conflict-driven search as in Eén and Sörensson, An extensible SAT-solver, SAT 2003; the two ways to decide are the
 * hybrid of Schutt, Feydy, Stuckey and Wallace, Solving RCPSP/max by lazy clause generation, Journal of Scheduling 16
 * (2013), section 6; the side is that of Pipatsrisawat and Darwiche, A lightweight component caching scheme for
 * satisfiability solvers, SAT 2007.
 *
 * Example: two activities of 3 units of time on the only unit of a resource. By 5 it is impossible, and the finish is 6 or
 * later from then on; by 6 there is a schedule with the starts 0 and 3.
 */
export function searchLimit(state: ProofState, limit: number, budget: SearchBudget): SearchVerdict {
  const { trail, marks, model } = state;
  state.limit = limit;
  state.energyFrom = budget.energy === 'all' ? 0 : budget.energy === 'joint' ? model.ownResources : model.project.resources;
  backtrack(state, 0);
  const first = marks.conflicts;
  let run = 0;
  let runEnd = first;
  let polls = 0;
  while (true) {
    if (!propagate(state)) {
      if (trail.depth === 0) return 'never';
      if (!learnClause(state)) {
        backtrack(state, 0);
        trail.head = 0;
        return marks.usesLimit ? refuteLimit(state) : 'never';
      }
      continue;
    }
    if (trail.depth === 0) settleRoot(state);
    polls += 1;
    if (trail.depth > 0 && (marks.conflicts - first >= budget.conflicts || ((polls & 63) === 0 && budget.shouldStop?.()))) {
      savePhases(state);
      backtrack(state, 0);
      return 'unknown';
    }
    if (marks.conflicts >= runEnd) {
      if (trail.depth > 0) {
        savePhases(state);
        backtrack(state, 0);
        continue;
      }
      run += 1;
      runEnd = marks.conflicts + restartUnit * luby(run);
      if (state.clauses.count > keptClauses.always + keptClauses.perRoot * Math.sqrt(marks.conflicts)) forgetClauses(state);
    }
    if (trail.depth === 0) {
      if ((trail.value[2 * model.finish] as number) > limit) return 'impossible';
      openLevel(state);
      raise(state, 2 * model.finish + 1, -limit, 0);
      continue;
    }
    if (trail.depth === 1 && budget.partner) {
      if (!takeFacts(state, budget.partner)) {
        backtrack(state, 0);
        return refuteLimit(state);
      }
      if (trail.head < trail.size) continue;
      const order = halvingOrder(state, budget.partner);
      tellFacts(state, budget.partner, order);
      if (order >= 0) {
        takeHalf(state, budget.partner, order);
        continue;
      }
    }
    if (!decideNext(state, run === 1)) {
      saveSchedule(state);
      backtrack(state, 0);
      return 'schedule';
    }
  }
}

/** Takes up that nothing finishes by the limit. */
function refuteLimit(state: ProofState): SearchVerdict {
  raise(state, 2 * state.model.finish, state.limit + 1, 0);
  if (!propagate(state)) return 'never';
  settleRoot(state);
  return 'impossible';
}

/** Makes one decision; false where every start has its place. */
function decideNext(state: ProofState, byStart: boolean): boolean {
  const { trail, branching, model } = state;
  const { value } = trail;
  if (!byStart) {
    const atom = takeAtom(state);
    if (atom >= 0) {
      const variable = branching.variableOf[atom] as number;
      const bound = atom - (model.atomBase[variable] as number);
      openLevel(state);
      if ((branching.phase[variable] as number) >= bound) raise(state, 2 * variable, bound, 0);
      else raise(state, 2 * variable + 1, 1 - bound, 0);
      return true;
    }
  }
  const activity = earliestOpen(state);
  if (activity < 0) return false;
  openLevel(state);
  raise(state, 2 * activity + 1, -(value[2 * activity] as number), 0);
  return true;
}

/** The activity without a fixed start that can start first, of several the one that must; -1 where all are fixed. */
function earliestOpen({ trail, model }: ProofState): number {
  const { value } = trail;
  let best = -1;
  for (let activity = 0; activity < model.finish; activity += 1) {
    const earliest = value[2 * activity] as number;
    const latest = -(value[2 * activity + 1] as number);
    if (earliest === latest) continue;
    if (best < 0 || earliest < (value[2 * best] as number) || (earliest === value[2 * best] && latest < -(value[2 * best + 1] as number))) best = activity;
  }
  return best;
}

function saveSchedule({ trail, branching, model }: ProofState): void {
  for (let variable = 0; variable < model.variables; variable += 1) branching.phase[variable] = trail.value[2 * variable] as number;
}

/** Remembers the bounds that this run reached, so that the next one begins near there. */
function savePhases({ trail, branching, model }: ProofState): void {
  for (let variable = 0; variable < model.variables; variable += 1) {
    if (trail.last[2 * variable] !== -1 || trail.last[2 * variable + 1] !== -1) branching.phase[variable] = trail.value[2 * variable] as number;
  }
}

/**
 * The lengths of runs between restarts, in units: whatever length would be best, no other sequence is much better without
 * knowing it. Counted from 1.
 *
 * Source: Luby, Sinclair and Zuckerman, Optimal speedup of Las Vegas algorithms, Information Processing Letters 47 (1993).
 *
 * Example: 1 1 2 1 1 2 4 1 1 2 1 1 2 4 8 …
 */
export function luby(place: number): number {
  let size = 1;
  let power = 1;
  while (size < place) {
    size = 2 * size + 1;
    power *= 2;
  }
  let at = place;
  while (size !== at) {
    size = (size - 1) / 2;
    power /= 2;
    if (at > size) at -= size;
  }
  return power;
}
