import { useCallback, useState } from 'react';
import { useNotices } from '../../core/notices.ts';
import { useTranslator } from '../../core/settings.ts';
import { useJob } from '../../core/useCommand.ts';

/** What waves can be planned for: the earliest finish at once, or after a longer search, or the lowest cost. */
export const planGoals = ['finish', 'longer', 'cost'] as const;
export type PlanGoal = (typeof planGoals)[number];

const longerMs = 60_000;
const costMs = 10_000;

/** Builds the waves anew and says what came of it. */
export function usePlanWaves() {
  const { locale, translate, percent } = useTranslator();
  const { run } = useJob('schedule.build', 'search');
  const tell = useNotices((state) => state.tell);
  const [isPlanning, setPlanning] = useState(false);
  const plan = useCallback(
    async (goal: PlanGoal) => {
      setPlanning(true);
      const input = { finish: {}, longer: { timeLimitMs: longerMs }, cost: { objective: 'cost' as const, timeLimitMs: costMs } }[goal];
      const done = await run({ locale, ...input }, 'timelinePage.planning');
      setPlanning(false);
      if (!done) return;
      const { waves, finish, costGap } = done.result;
      const params = { waves, finish: finish ?? translate('common.unknown') };
      if (costGap === null) tell('timelinePage.planned', params, done.changed > 0);
      else tell('timelinePage.plannedCheap', { ...params, share: percent(Math.ceil(costGap * 1000) / 1000, 1) }, done.changed > 0);
    },
    [run, locale, tell, translate, percent],
  );
  return { plan, isPlanning };
}
