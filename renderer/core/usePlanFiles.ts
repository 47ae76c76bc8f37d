import { useCallback } from 'react';
import { useJobs } from './jobs.ts';
import { useNotices } from './notices.ts';
import { useRoute } from './route.ts';
import { useServices } from './services.tsx';
import { useSettings, useTranslator } from './settings.ts';
import { nextWeekday } from './today.ts';
import { asAppError } from './useCommand.ts';

export type PlanSource = { readonly recent: string } | 'choose';

/** Opening, closing and the sample: what goes to the program around the window and not to the core. Failures become notices. */
export function usePlanFiles() {
  const { shell } = useServices();
  const { translate } = useTranslator();
  const locale = useSettings((state) => state.locale);
  const fail = useNotices((state) => state.fail);
  const jobs = useJobs();
  const go = useRoute((state) => state.go);

  const attempt = useCallback(
    async (work: () => Promise<unknown>) => {
      try {
        await work();
      } catch (error) {
        fail(asAppError(error));
      }
    },
    [fail],
  );
  const open = (source: PlanSource) =>
    attempt(async () => {
      if (source !== 'choose') return shell.openPlan(source).then(() => go('start'));
      const [file] = await shell.chooseFiles('plan', false);
      if (!file) return undefined;
      await shell.openPlan({ file });
      return go('start');
    });
  const close = () => attempt(() => shell.closePlan().then(() => go('start')));
  const openSample = () =>
    attempt(async () => {
      const controller = new AbortController();
      const id = crypto.randomUUID();
      jobs.begin({ id, titleKey: 'startPage.sampleJob', cancel: () => controller.abort() });
      try {
        await shell.makeSample({ name: translate('startPage.sampleName'), locale, startsOn: nextWeekday() }, controller.signal);
        go('start');
      } finally {
        jobs.end(id);
      }
    });
  return { open, close, openSample };
}
