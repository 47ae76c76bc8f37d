import { useCallback, useState } from 'react';
import { useNotices } from '../../core/notices.ts';
import { useTranslator } from '../../core/settings.ts';
import { today } from '../../core/today.ts';
import { useJob } from '../../core/useCommand.ts';

/** What waves can be planned for: the earliest finish at once, or after a longer search, the lowest cost, or few changes of dates. */
export const planGoals = ['finish', 'longer', 'cost', 'changes'] as const;
export type PlanGoal = (typeof planGoals)[number];

const longerMs = 60_000;
const costMs = 10_000;
const changesMs = 10_000;

/** Builds the waves anew and says what came of it. */
export function usePlanWaves() {
  const { locale, translate, percent } = useTranslator();
  const { run } = useJob('schedule.build', 'search');
  const tell = useNotices((state) => state.tell);
  const [isPlanning, setPlanning] = useState(false);
  const plan = useCallback(
    async (goal: PlanGoal) => {
      setPlanning(true);
      const input = {
        finish: {},
        longer: { timeLimitMs: longerMs },
        cost: { objective: 'cost' as const, timeLimitMs: costMs },
        changes: { objective: 'changes' as const, timeLimitMs: changesMs },
      }[goal];
      const done = await run({ locale, today: today(), ...input }, 'timelinePage.planning');
      setPlanning(false);
      if (!done) return;
      const { waves, finish, costGap, changes } = done.result;
      const params = { waves, finish: finish ?? translate('common.unknown') };
      if (changes !== null) {
        const { gap, ...counts } = changes;
        const said = gap === 0 ? 'timelinePage.plannedNearProven' : 'timelinePage.plannedNear';
        tell(said, { finish: params.finish, ...counts, share: percent(Math.ceil(gap * 1000) / 1000, 1) }, done.changed > 0);
      } else if (costGap === null) tell('timelinePage.planned', params, done.changed > 0);
      else tell('timelinePage.plannedCheap', { ...params, share: percent(Math.ceil(costGap * 1000) / 1000, 1) }, done.changed > 0);
    },
    [run, locale, tell, translate, percent],
  );
  return { plan, isPlanning };
}
