import { useEffect, useState } from 'react';
import { useServices } from '../core/services.tsx';
import { isOpenToRead, ReadOnlyContext } from '../core/readOnly.ts';
import { useShellAnswer } from '../core/useShellAnswer.ts';
import { useKeptFocus } from '../core/useKeptFocus.ts';
import { useQuery } from '../core/useQuery.ts';
import { useSettings, useTranslator } from '../core/settings.ts';
import { useRoute } from '../core/route.ts';
import { useNoteVisit } from '../core/useNoteVisit.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { NoticeList } from './NoticeList.tsx';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';
import { useOtherPagesSoon, usePage } from './usePage.ts';

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
  const Page = usePage(hasPlan === false && needsPlan ? 'start' : page);
  useOtherPagesSoon();
  const isReadOnly = useShellAnswer(isOpenToRead, false);
  return (
    <ReadOnlyContext value={isReadOnly}>
      <div className="frame">
        {/* A link would change the address, and that holds the page which is shown. */}
        <button type="button" className="skip-link" onClick={() => document.getElementById('content')?.focus()}>
          {translate('window.skipToContent')}
        </button>
        <Rail hasPlan={hasPlan === true} />
        <div className="frame-main">
          <TopBar hasPlan={hasPlan === true} />
          <ConnectionBanner />
          <main id="content" tabIndex={-1} aria-label={translate(`window.page.${page}`)}>
            {Page === null ? <p className="page-loading soft">{translate('window.loading')}</p> : <Page />}
          </main>
        </div>
        <NoticeList />
        {hasPlan === true && <VisitNote />}
      </div>
    </ReadOnlyContext>
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
