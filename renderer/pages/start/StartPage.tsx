import { useState } from 'react';
import { useQuery } from '../../core/useQuery.ts';
import { useRoute } from '../../core/route.ts';
import { NewPlan } from './NewPlan.tsx';
import { NoPlan } from './NoPlan.tsx';
import { PlanOverview } from './PlanOverview.tsx';
import './start.css';

/** Without a plan: how to begin. With one: all of it on one screen. */
export function StartPage() {
  const { data, error } = useQuery('plan.get', {});
  const { detail, go } = useRoute();
  // While the plan is made its empty file is open already: the steps stay until the plan is filled.
  const [isMaking, setMaking] = useState(false);
  const isNew = detail === 'new' || isMaking;
  if (isNew) {
    const leave = () => {
      setMaking(false);
      go('start');
    };
    return <NewPlan onMaking={setMaking} onLeave={leave} />;
  }
  if (error) return <NoPlan onNew={() => go('start', 'new')} />;
  return data === undefined ? null : <PlanOverview plan={data} />;
}
