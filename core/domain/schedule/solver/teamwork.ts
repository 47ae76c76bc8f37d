import { createRandom } from '../search/random.ts';
import { createAnnealedSearch } from './annealedSearch.ts';
import { annealsLong } from './annealsLong.ts';
import type { FixedProject } from './fixedProject.ts';
import type { FoundSchedule, ScheduleSearch } from './geneticSearch.ts';
import { createLargeSearch, isLarge } from './largeSearch.ts';
import { createListSearch } from './listSearch.ts';
import { passesPerBudget } from './passesPerBudget.ts';
import { isSmall } from './proof/isSmall.ts';
import type { ProofPartner } from './proof/shareQuestion.ts';
import { proveOptimum } from './proof/proveOptimum.ts';

/** What all members of a team know of a project; only ever gets better. */
export type TeamKnowledge = {
  readonly best: FoundSchedule | null;
  readonly lowerBound: number;
};

/** How a member hears from the others and tells them; works on one thread as well as on several. */
export type Team = {
  /** The best that anybody knows. */
  readonly known: () => TeamKnowledge;
  readonly tell: (news: { readonly found?: FoundSchedule; readonly lowerBound?: number }) => void;
  /** The share of the time that is gone. */
  readonly spent: () => number;
  readonly shouldStop: () => boolean;
  /** The other member, where both prove. */
  readonly partner?: ProofPartner;
};

/** Passes between two looks at the clock and at what the others found. */
const slice = 20;

/** With more activities, dummies included, a proof seldom comes to its end, and searching pays more after a while. */
const usuallyProven = 62;
/** With so many hardly any came to its end at all. */
export const hardlyProven = 250;

/** The share of the time after which the member that proves searches instead. */
function shareOfProof({ count }: FixedProject): number {
  return count <= usuallyProven ? 1 : count < hardlyProven ? 0.25 : 0.1;
}

/**
 * Where a population is better than annealing, a second one searches for this share of the time before the proof: with a
 * good schedule a proof narrows more in less time. Measured with 120 activities and one second: a gap of 4.3 % where a proof
 * in the first quarter left 6.8 %, with schedules as long.
 */
const shareUntilProof = 0.6;

/**
 * With less of either a large project is searched by levelling and by a population: which of them is better depends on its
 * network, and in the first second, before the code is warm, levelling twice was 1 % longer. The borders are assumptions.
 */
const levellingWins = { activities: 2500, passes: 2000 };

/** After this share of the time a small project is mostly searched out, and a second proof is worth more. */
const shareUntilHalf = 0.1;

/**
 * The member that searches to the end of the time; answers with the passes it made.
 *
 * Example: two activities of 3 units of time on the only unit of a resource, and somebody knows the bound 6: it tells a
 * schedule of 6 and ends.
 */
export function searchInTeam(project: FixedProject, seed: number, team: Team): number {
  return searchWith(() => (isLarge(project) ? createLargeSearch : createListSearch), project, seed, team);
}

type CreateSearch = typeof createListSearch;

function searchWith(choose: (plannedPasses: number) => CreateSearch, project: FixedProject, seed: number, team: Team): number {
  const plannedPasses = passesPerBudget(project, team.spent);
  const options = { random: createRandom(seed), plannedPasses, bound: team.known().lowerBound };
  return workOn(choose(plannedPasses)(project, options), team);
}

/**
 * The member that searches while another one proves: a small project it proves as well after a while, each of the two one half.
 *
 * Example: three activities of 2 units of time that exclude each other by pairs, each pair by another resource, behind one of
 * 1 unit. Searching finds 7 and goes on, since the bound of single resources is 5; after a tenth of the time it proves 7.
 */
export function searchBesideProof(project: FixedProject, seed: number, team: Team): number {
  if (!isSmall(project)) return searchInTeam(project, seed, team);
  // Counted from its own beginning: on a busy machine a thread may begin when that share is long gone, and nobody would have searched.
  const begun = team.spent();
  const passes = searchInTeam(project, seed, { ...team, spent: () => (team.spent() >= 1 ? 1 : (team.spent() - begun) / shareUntilHalf) });
  return passes + (isDone(team) ? 0 : proveInTeam(project, seed, team, 1));
}

/**
 * The member that proves: it narrows the makespan from both sides, and after the share `until` of the time anneals around
 * the best schedule. Where a population is better than that it is first a second population from another seed (an island;
 * Tanese, Distributed genetic algorithms, 1989), and proves in the end. Answers with the passes of the search.
 *
 * Example: of the project above it tells 7 as makespan and as bound at once, and answers with 0, since it need not search.
 */
export function proveInTeam(project: FixedProject, seed: number, team: Team, until?: number): number {
  if (until === undefined && !annealsLong(project.count)) {
    const passes = searchInTeam(project, seed + 1, { ...team, spent: () => team.spent() / shareUntilProof });
    return passes + (isDone(team) ? 0 : prove(project, seed, team, 1));
  }
  return prove(project, seed, team, until ?? shareOfProof(project));
}

function prove(project: FixedProject, seed: number, team: Team, until: number): number {
  const { best } = team.known();
  const answer = proveOptimum(project, {
    ...(best ? { upper: best.start } : {}),
    conflicts: Number.MAX_SAFE_INTEGER,
    shouldStop: () => isDone(team) || team.spent() >= until,
    known: team.known,
    partner: isSmall(project) ? team.partner : undefined,
    onProgress: ({ start, makespan, lowerBound }) => team.tell({ ...(start && makespan !== null ? { found: { start, makespan } } : {}), lowerBound }),
  });
  team.tell({
    ...(answer.start && answer.makespan !== null ? { found: { start: answer.start, makespan: answer.makespan } } : {}),
    lowerBound: answer.lowerBound,
  });
  const from = team.known().best;
  if (isDone(team) || !from) return 0;
  const begun = team.spent();
  if (isLarge(project)) {
    // One where the time is over, whenever it began: a thread may come here in the last moment.
    const rest = { ...team, spent: () => (team.spent() >= 1 ? 1 : (team.spent() - begun) / (1 - begun)) };
    const winsTwice = (passes: number) => project.count >= levellingWins.activities && passes >= levellingWins.passes;
    return searchWith((passes) => (winsTwice(passes) ? createLargeSearch : createListSearch), project, seed + 1, rest);
  }
  const options = { random: createRandom(seed + 1), bound: team.known().lowerBound };
  return workOn(createAnnealedSearch(project, from, options), team, { begun, adopts: false });
}

/**
 * `begun`: the share of the time after which this search counts its own time. `adopts`: whether it goes on with what others
 * found; annealing is thrown out of its cooling by that (300 activities, 10 s: 0.1 % longer).
 */
function workOn(search: ScheduleSearch, team: Team, { begun = 0, adopts = true } = {}): number {
  let told = Number.MAX_SAFE_INTEGER;
  for (;;) {
    if (search.makespan < told) {
      told = search.makespan;
      team.tell({ found: { start: search.start.slice(), makespan: told } });
    }
    if (isDone(team)) return search.passes;
    const { best } = team.known();
    if (best && adopts) search.adopt(best);
    search.advance(slice, (team.spent() - begun) / Math.max(1e-9, 1 - begun));
  }
}

function isDone(team: Team): boolean {
  const { best, lowerBound } = team.known();
  return (best !== null && best.makespan <= lowerBound) || team.spent() >= 1 || team.shouldStop();
}
