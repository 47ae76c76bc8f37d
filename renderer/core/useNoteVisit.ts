import { useEffect } from 'react';
import { useLastVisit } from './lastVisit.ts';
import { useQuery } from './useQuery.ts';

/** Remembers how far the person has seen the open plan, until the window is left. */
export function useNoteVisit(): void {
  const { data } = useQuery('history.list', { limit: 1 });
  const plan = data?.beganAt ?? null;
  const sequence = data?.revision ?? 0;
  useEffect(() => {
    if (plan === null) return undefined;
    const note = () => useLastVisit.getState().note(plan, sequence, new Date());
    note();
    document.addEventListener('visibilitychange', note);
    return () => document.removeEventListener('visibilitychange', note);
  }, [plan, sequence]);
  useEffect(() => () => useLastVisit.getState().end(), []);
}
