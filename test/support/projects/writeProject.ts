import type { ProjectActivity, ProjectMode, ResourceProject } from '../../../core/domain/schedule/solver/project.ts';

/** A project as PSPLIB writes it: `.sm`, with several modes or budgets `.mm`; with lags `.sch` of ProGen/max. */
export function writeProject(project: ResourceProject): { readonly ending: 'sm' | 'mm' | 'sch'; readonly text: string } {
  const hasLags = project.activities.some(({ successors }) => successors.some(({ lag }) => lag !== 'afterFinish'));
  const hasModes = project.nonRenewable.length > 0 || project.activities.some(({ modes }) => modes.length > 1);
  if (hasLags && project.activities.some(({ modes }) => modes.length > 1)) throw new Error('no format has lags together with several modes');
  return hasLags ? { ending: 'sch', text: writeSch(project) } : { ending: hasModes ? 'mm' : 'sm', text: writePsplib(project) };
}

const line = '*'.repeat(72);

function writePsplib({ activities, renewable, nonRenewable }: ResourceProject): string {
  const names = [...renewable.map((_, index) => `R ${index + 1}`), ...nonRenewable.map((_, index) => `N ${index + 1}`)].join('  ');
  const lines = [line, `jobs (incl. supersource/sink ):  ${activities.length}`, 'RESOURCES'];
  lines.push(`  - renewable                 :  ${renewable.length}   R`);
  lines.push(`  - nonrenewable              :  ${nonRenewable.length}   N`);
  lines.push('  - doubly constrained        :  0   D', line, 'PRECEDENCE RELATIONS:', 'jobnr.    #modes  #successors   successors');
  for (const [index, { modes, successors }] of activities.entries())
    lines.push([index + 1, modes.length, successors.length, ...successors.map(({ to }) => to + 1)].map((each) => `${each}`.padStart(5)).join(' '));
  lines.push(line, 'REQUESTS/DURATIONS:', `jobnr. mode duration  ${names}`, '-'.repeat(72));
  for (const [index, { modes }] of activities.entries()) {
    for (const [choice, { duration, demands }] of modes.entries())
      lines.push([choice === 0 ? index + 1 : '', choice + 1, duration, ...demands].map((each) => `${each}`.padStart(5)).join(' '));
  }
  lines.push(line, 'RESOURCEAVAILABILITIES:', `  ${names}`, [...renewable, ...nonRenewable].map((each) => `${each}`.padStart(5)).join(' '), line, '');
  return lines.join('\n');
}

function writeSch({ activities, renewable, nonRenewable }: ResourceProject): string {
  const modeOf = ({ modes }: ProjectActivity) => modes[0] as ProjectMode;
  const lines = [[activities.length - 2, renewable.length, nonRenewable.length, 0].join('\t')];
  for (const [index, activity] of activities.entries()) {
    const { successors } = activity;
    const lags = successors.map(({ lag }) => `[${lag === 'afterFinish' ? modeOf(activity).duration : lag}]`);
    lines.push([index, 1, successors.length, ...successors.map(({ to }) => to), ...lags].join('\t'));
  }
  for (const [index, activity] of activities.entries()) lines.push([index, 1, modeOf(activity).duration, ...modeOf(activity).demands].join('\t'));
  lines.push([...renewable, ...nonRenewable].join('\t'), '');
  return lines.join('\n');
}
