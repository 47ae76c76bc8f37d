import { type ComponentType, useEffect, useState } from 'react';
import { AppError } from '../../core/contract/errors.ts';
import { useNotices } from '../core/notices.ts';
import type { PageName } from '../core/route.ts';
import { useServices } from '../core/services.tsx';
import { whenQuiet } from '../core/whenQuiet.ts';
import { StartPage } from '../pages/start/StartPage.tsx';

/** The code of each page is a file of its own; the start page, which comes first, is with the frame. */
const loaders: Readonly<Record<Exclude<PageName, 'start'>, () => Promise<ComponentType>>> = {
  inventory: () => import('../pages/inventory/InventoryPage.tsx').then((module) => module.InventoryPage),
  mapping: () => import('../pages/mapping/MappingPage.tsx').then((module) => module.MappingPage),
  register: () => import('../pages/register/RegisterPage.tsx').then((module) => module.RegisterPage),
  timeline: () => import('../pages/timeline/TimelinePage.tsx').then((module) => module.TimelinePage),
  costs: () => import('../pages/costs/CostsPage.tsx').then((module) => module.CostsPage),
  tracking: () => import('../pages/tracking/TrackingPage.tsx').then((module) => module.TrackingPage),
  report: () => import('../pages/report/ReportPage.tsx').then((module) => module.ReportPage),
  history: () => import('../pages/history/HistoryPage.tsx').then((module) => module.HistoryPage),
};

const loaded = new Map<PageName, ComponentType>([['start', StartPage]]);

async function load(name: PageName): Promise<void> {
  if (name !== 'start' && !loaded.has(name)) loaded.set(name, await loaders[name]());
}

/**
 * A page's component; null while its code is on its way. Not React's `lazy`, which holds a page back for 300 ms once it
 * has shown anything in its place, be the page loaded or not.
 */
export function usePage(name: PageName): ComponentType | null {
  const [, setRound] = useState(0);
  const fail = useNotices((state) => state.fail);
  useEffect(() => {
    if (loaded.has(name)) return;
    load(name).then(
      () => setRound((round) => round + 1),
      (error: unknown) => fail(new AppError('internal', 'error.internal', { params: { traceId: '' }, cause: error })),
    );
  }, [name, fail]);
  return loaded.get(name) ?? null;
}

/** Once the first page stands, the others are fetched one after the other while nobody does anything, so that none is waited for. */
export function useOtherPagesSoon(): void {
  const { cache } = useServices();
  useEffect(() => {
    let isShown = true;
    const waiting = (Object.keys(loaders) as (keyof typeof loaders)[]).reverse();
    let handle = 0;
    const next = () => {
      const name = waiting.pop();
      // A page that cannot be fetched now is fetched, and complained about, when it is wanted.
      if (name !== undefined)
        void load(name)
          .catch(() => {})
          .then(() => {
            handle = requestIdleCallback(next);
          });
    };
    void whenQuiet(cache.store).then(() => {
      if (isShown) next();
    });
    return () => {
      isShown = false;
      cancelIdleCallback(handle);
    };
  }, [cache]);
}
