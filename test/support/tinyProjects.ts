import fc from 'fast-check';
import type { ProjectActivity, ProjectLink, ResourceProject } from '../../core/domain/schedule/solver/project.ts';

/**
 * Projects small enough for every schedule to be tried, with all that a project can have: several modes, budgets,
 * activities without duration, start-to-start lags and maximum lags. Some have no schedule.
 */
export function tinyProjects(most: { readonly activities: number; readonly modes: number }): fc.Arbitrary<ResourceProject> {
  const mode = fc.record({ duration: fc.nat(4), demands: fc.tuple(fc.nat(3), fc.nat(3), fc.nat(4)) });
  const link = fc.record({ step: fc.integer({ min: 1, max: 3 }), lag: fc.oneof({ weight: 3, arbitrary: fc.constant('afterFinish' as const) }, fc.nat(5)) });
  const maximum = fc.record({ from: fc.nat(most.activities - 1), to: fc.nat(most.activities - 1), lag: fc.integer({ min: -6, max: 0 }) });
  const activity = fc.record({ modes: fc.array(mode, { minLength: 1, maxLength: most.modes }), links: fc.array(link, { maxLength: 2 }) });
  return fc
    .record({
      activities: fc.array(activity, { minLength: 1, maxLength: most.activities }),
      maximum: fc.oneof(
        { weight: 1, arbitrary: fc.constant<readonly { readonly from: number; readonly to: number; readonly lag: number }[]>([]) },
        { weight: 1, arbitrary: fc.array(maximum, { maxLength: 3 }) },
      ),
      renewable: fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 })),
      budget: fc.integer({ min: 6, max: 24 }),
    })
    .map(({ activities, maximum, renewable, budget }) => ({
      activities: activities.map(({ modes, links }, index): ProjectActivity => {
        const forward = links.filter(({ step }) => index + step < activities.length).map(({ step, lag }): ProjectLink => ({ to: index + step, lag }));
        const backward = maximum
          .filter(({ from, to }) => from === index && to !== index && to < activities.length)
          .map(({ to, lag }): ProjectLink => ({ to, lag }));
        return { modes, successors: [...forward, ...backward] };
      }),
      renewable,
      nonRenewable: [budget],
    }));
}
