import type { Instance } from './instanceSets.ts';
import type { PeerAnswer } from './peers.ts';
import type { Trial } from './trials.ts';

export type Comparison = {
  readonly instances: number;
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
  /** Mean of how much shorter ours is, in percent of theirs; over those that they found a plan for. */
  readonly shorter: number;
  /** Their time divided by ours. */
  readonly timeRatio: number;
  readonly unsolved: number;
  readonly split: number;
  readonly broken: number;
};

/** Ours beside another solver's on the same instances. Where it found no plan we have won; a plan that breaks the rules counts as none. */
export function comparePeers(instances: readonly Instance[], ours: readonly Trial[], theirs: readonly PeerAnswer[]): Comparison {
  const pairs = instances.map((_, index) => ({ our: ours[index] as Trial, their: theirs[index] as PeerAnswer }));
  const makespan = (value: number | null) => value ?? Number.POSITIVE_INFINITY;
  const valid = (answer: PeerAnswer) => (answer.isBroken ? Number.POSITIVE_INFINITY : makespan(answer.makespan));
  const count = (is: (our: number, their: number) => boolean) => pairs.filter(({ our, their }) => is(makespan(our.makespan), valid(their))).length;
  const both = pairs.filter(({ our, their }) => our.makespan !== null && Number.isFinite(valid(their)));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    instances: pairs.length,
    wins: count((our, their) => our < their),
    ties: count((our, their) => our === their),
    losses: count((our, their) => our > their),
    shorter: (sum(both.map(({ our, their }) => 1 - (our.makespan as number) / valid(their))) / Math.max(1, both.length)) * 100,
    timeRatio: (sum(pairs.map(({ their }) => their.seconds)) * 1000) / Math.max(0.001, sum(pairs.map(({ our }) => our.milliseconds))),
    unsolved: pairs.filter(({ their }) => their.makespan === null).length,
    split: pairs.filter(({ their }) => their.isSplit).length,
    broken: pairs.filter(({ their }) => their.isBroken).length,
  };
}
