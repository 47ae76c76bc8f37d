import { newCommandId } from '../../../host/cli/withPlan.ts';
import { createCore } from '../../../host/createCore.ts';
import { templatesWithTenTracks } from './tenTracks.ts';

/** What one build of a plan was, and how long it took others to be answered meanwhile. */
export type SearchMeasured = {
  readonly waves: number;
  readonly tasks: number;
  readonly finish: string | null;
  /** As the search told last; null where it was over before it told anything. */
  readonly told: { readonly days: number; readonly bound: number; readonly passes: number } | null;
  /** Of the plan that came of it, by its working days. */
  readonly gap: number | null;
  readonly milliseconds: number;
  /** Processor time of the thread that searches, and of the one that answers. */
  readonly processor: { readonly search: number; readonly core: number };
  /** Largest resident set of the process with its threads. */
  readonly megabytes: number;
  readonly before: readonly Answer[];
  readonly whileSearching: readonly Answer[];
  /** The same with the waves that are made before and the dates that are written after the search. */
  readonly wholeBuild: readonly Answer[];
};

/** In milliseconds: from the moment at which a question was due to its answer, and the processor time that the core's thread had meanwhile. */
export type Answer = { readonly due: number; readonly waited: number; readonly worked: number };

const askEveryMs = 100;
const askedBefore = 30;

/** Builds the schedule of a plan once, in this process, and asks for the timeline and the summary every 100 ms, before and meanwhile. */
async function measureSearch(path: string, timeLimitMs: number, accountsPerWeek: number): Promise<SearchMeasured> {
  const running = createCore({ plan: { path, mode: 'write' }, actor: 'bench', templates: templatesWithTenTracks(accountsPerWeek) });
  const { core } = running;
  const today = '2027-06-01' as never;
  const questions = [() => core.call('schedule.getTimeline', {}), () => core.call('plan.getSummary', { today })];
  const wait = (until: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, until - performance.now())));
  const askUntil = async (isOver: (asked: number) => boolean): Promise<Answer[]> => {
    const answers: Answer[] = [];
    for (let due = performance.now(); !isOver(answers.length); due = Math.max(due + askEveryMs, performance.now())) {
      const begunWith = milliseconds(process.threadCpuUsage());
      await wait(due);
      await questions[answers.length % questions.length]?.();
      answers.push({ due, waited: performance.now() - due, worked: milliseconds(process.threadCpuUsage()) - begunWith });
    }
    return answers;
  };

  await core.call('schedule.build', { commandId: newCommandId(), locale: 'de' });
  for (const question of questions) await question();
  const before = await askUntil((asked) => asked === askedBefore);

  const begun = performance.now();
  const usedBefore = { all: milliseconds(process.cpuUsage()), core: milliseconds(process.threadCpuUsage()) };
  let searchBegun = Number.POSITIVE_INFINITY;
  let told: SearchMeasured['told'] = null;
  let isOver = false;
  const building = core
    .call(
      'schedule.build',
      { commandId: newCommandId(), locale: 'de', timeLimitMs },
      {
        onProgress: ({ stepKey, params }) => {
          if (stepKey !== 'app.step.search') return;
          searchBegun = Math.min(searchBegun, performance.now());
          told = params as SearchMeasured['told'];
        },
      },
    )
    .finally(() => {
      isOver = true;
    });
  const answers = await askUntil(() => isOver);
  const { result } = await building;
  const took = performance.now() - begun;
  const byCore = milliseconds(process.threadCpuUsage()) - usedBefore.core;
  const all = milliseconds(process.cpuUsage()) - usedBefore.all;
  running.close();
  return {
    told,
    gap: result.gap,
    waves: result.waves,
    tasks: result.tasks.length,
    finish: result.finish,
    milliseconds: took,
    processor: { search: all - byCore, core: byCore },
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    before,
    whileSearching: answers.filter(({ due }) => due >= searchBegun && due < begun + timeLimitMs),
    wholeBuild: answers,
  };
}

const milliseconds = ({ user, system }: { readonly user: number; readonly system: number }) => (user + system) / 1000;

if (import.meta.main) {
  const [path = '', timeLimitMs, accountsPerWeek] = process.argv.slice(2);
  console.log(JSON.stringify(await measureSearch(path, Number(timeLimitMs), Number(accountsPerWeek))));
}
