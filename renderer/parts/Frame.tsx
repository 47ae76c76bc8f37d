import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';
import { useServices } from '../core/services.tsx';
import { useKeptFocus } from '../core/useKeptFocus.ts';
import { useQuery } from '../core/useQuery.ts';
import { useSettings, useTranslator } from '../core/settings.ts';
import { type PageName, useRoute } from '../core/route.ts';
import { useNoteVisit } from '../core/useNoteVisit.ts';
import { StartPage } from '../pages/start/StartPage.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { NoticeList } from './NoticeList.tsx';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';

/** Each page is loaded when it is first shown; the start page, which comes first, with the frame. */
const pages: Readonly<Record<PageName, ComponentType>> = {
  start: StartPage,
  inventory: lazy(() => import('../pages/inventory/InventoryPage.tsx').then((module) => ({ default: module.InventoryPage }))),
  mapping: lazy(() => import('../pages/mapping/MappingPage.tsx').then((module) => ({ default: module.MappingPage }))),
  register: lazy(() => import('../pages/register/RegisterPage.tsx').then((module) => ({ default: module.RegisterPage }))),
  timeline: lazy(() => import('../pages/timeline/TimelinePage.tsx').then((module) => ({ default: module.TimelinePage }))),
  costs: lazy(() => import('../pages/costs/CostsPage.tsx').then((module) => ({ default: module.CostsPage }))),
  tracking: lazy(() => import('../pages/tracking/TrackingPage.tsx').then((module) => ({ default: module.TrackingPage }))),
  report: lazy(() => import('../pages/report/ReportPage.tsx').then((module) => ({ default: module.ReportPage }))),
  history: lazy(() => import('../pages/history/HistoryPage.tsx').then((module) => ({ default: module.HistoryPage }))),
};

export function Frame() {
  const { translate } = useTranslator();
  const { locale, theme } = useSettings();
  const page = useRoute((state) => state.page);
  const hasPlan = useHasPlan();
  useKeptFocus();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  useEffect(() => {
    if (theme === 'system') {
      const dark = window.matchMedia('(prefers-color-scheme: dark)');
      const apply = () => {
        document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light';
      };
      apply();
      dark.addEventListener('change', apply);
      return () => dark.removeEventListener('change', apply);
    }
    document.documentElement.dataset.theme = theme;
    return undefined;
  }, [theme]);
  useEffect(() => {
    document.title = `${translate(`window.page.${page}`)} · Bascule`;
  }, [page, translate]);

  const needsPlan = page !== 'start' && page !== 'register';
  const Page = pages[hasPlan === false && needsPlan ? 'start' : page];
  return (
    <div className="frame">
      {/* A link would change the address, and that holds the page which is shown. */}
      <button type="button" className="skip-link" onClick={() => document.getElementById('content')?.focus()}>
        {translate('window.skipToContent')}
      </button>
      <Rail hasPlan={hasPlan === true} />
      <div className="frame-main">
        <TopBar hasPlan={hasPlan === true} />
        <ConnectionBanner />
        <main id="content" tabIndex={-1}>
          <Suspense fallback={<p className="page-loading soft">{translate('window.loading')}</p>}>
            <Page />
          </Suspense>
        </main>
      </div>
      <NoticeList />
      {hasPlan === true && <VisitNote />}
    </div>
  );
}

function VisitNote() {
  useNoteVisit();
  return null;
}

/** Whether a plan is open and filled; undefined until the core has said so. */
function useHasPlan(): boolean | undefined {
  const { shell, cache } = useServices();
  const [, setRound] = useState(0);
  useEffect(
    () =>
      shell.onPlanChanged(() => {
        cache.refreshAll();
        setRound((round) => round + 1);
      }),
    [shell, cache],
  );
  const { data, error } = useQuery('plan.get', {});
  if (error) return false;
  return data === undefined ? undefined : true;
}
