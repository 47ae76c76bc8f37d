import { useJobs } from '../core/jobs.ts';
import { useTranslator } from '../core/settings.ts';
import { Spoken } from './Spoken.tsx';

/** Something has been found as soon as one of these is told. */
const searchSteps = ['app.step.search', 'app.step.searchCost', 'app.step.searchChanges'];

/** Long work that is going on, in one place, each with its step and a way to stop it; a search also with a way to take what it has found. */
export function JobList() {
  const { running } = useJobs();
  const { translate } = useTranslator();
  const said = running.at(-1);
  return (
    <>
      <Spoken text={said === undefined ? '' : `${translate(said.titleKey)} …`} />
      <ul className="jobs" aria-label={translate('window.jobs')}>
        {running.map((job) => (
          <li key={job.id} className="job">
            <span className="job-words">
              <span>{translate(job.titleKey)}</span>
              {job.progress && <span className="small soft job-step">{translate(job.progress.stepKey, job.progress.params)}</span>}
            </span>
            <progress
              aria-label={job.progress ? translate(job.progress.stepKey, job.progress.params) : translate(job.titleKey)}
              {...(job.progress?.total ? { value: job.progress.done, max: job.progress.total } : {})}
            />
            {job.takeNow && searchSteps.includes(job.progress?.stepKey ?? '') && (
              <button type="button" className="button-quiet" onClick={job.takeNow}>
                {translate('window.takeFound')}
              </button>
            )}
            <button type="button" className="button-quiet" onClick={job.cancel}>
              {translate('window.cancel')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
