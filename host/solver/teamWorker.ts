import { isMainThread, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { FixedProject } from '../../core/domain/schedule/solver/fixedProject.ts';
import type { LimitFacts } from '../../core/domain/schedule/solver/proof/shareQuestion.ts';
import { proveInTeam, searchBesideProof, type Team, type TeamKnowledge } from '../../core/domain/schedule/solver/teamwork.ts';

export type WorkerTask = {
  readonly project: FixedProject;
  readonly seed: number;
  readonly part: 'search' | 'prove';
  /** Instants as `performance.timeOrigin + performance.now()`, which all threads share. */
  readonly begunAt: number;
  readonly endsAt: number;
  readonly known: TeamKnowledge;
};

/** To the worker: what others found, or the end. */
export type ToWorker = { readonly kind: 'known'; readonly known: TeamKnowledge } | ToldFacts | { readonly kind: 'stop' };
/** What one proof tells the other. */
type ToldFacts = { readonly kind: 'facts'; readonly facts: LimitFacts };
/** From the worker. */
export type FromWorker = ToldFacts | { readonly kind: 'news'; readonly news: Parameters<Team['tell']>[0] } | { readonly kind: 'done'; readonly passes: number };

if (!isMainThread && parentPort) {
  const port = parentPort;
  const { project, seed, part, begunAt, endsAt, known: knownFirst } = workerData as WorkerTask;
  let known = knownFirst;
  let facts: LimitFacts | null = null;
  let isStopped = false;
  const learn = (news: { readonly best?: TeamKnowledge['best']; readonly lowerBound?: number }) => {
    const isShorter = news.best && (known.best === null || news.best.makespan < known.best.makespan);
    known = { best: isShorter ? (news.best ?? null) : known.best, lowerBound: Math.max(known.lowerBound, news.lowerBound ?? 0) };
  };
  const hear = () => {
    for (let letter = receiveMessageOnPort(port); letter; letter = receiveMessageOnPort(port)) {
      const message = letter.message as ToWorker;
      if (message.kind === 'stop') isStopped = true;
      else if (message.kind === 'facts') facts = message.facts;
      else learn(message.known);
    }
  };
  const team: Team = {
    known: () => {
      hear();
      return known;
    },
    tell: (news) => {
      learn({ best: news.found ?? null, ...(news.lowerBound === undefined ? {} : { lowerBound: news.lowerBound }) });
      port.postMessage({ kind: 'news', news } satisfies FromWorker);
    },
    spent: () => (performance.timeOrigin + performance.now() - begunAt) / (endsAt - begunAt),
    shouldStop: () => {
      hear();
      return isStopped;
    },
    partner: {
      leads: part === 'prove',
      hear: () => {
        hear();
        return facts;
      },
      tell: (told) => port.postMessage({ kind: 'facts', facts: told } satisfies FromWorker),
    },
  };
  const passes = part === 'search' ? searchBesideProof(project, seed, team) : proveInTeam(project, seed, team);
  port.postMessage({ kind: 'done', passes } satisfies FromWorker);
}
