import { createRandom } from '../../core/domain/schedule/search/random.ts';
import type { ProjectActivity, ProjectLink, ResourceProject } from '../../core/domain/schedule/solver/project.ts';

/** Up to six activities with up to three modes, lags of both kinds, demands that may be too large. */
export function drawModeProject(seed: number): ResourceProject {
  const random = createRandom(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const renewable = Array.from({ length: 1 + whole(2) }, () => 1 + whole(4));
  const budgets = whole(3);
  const count = 2 + whole(5);
  const activities = Array.from({ length: count }, (_, index): ProjectActivity => {
    const successors: ProjectLink[] = [];
    for (let to = index + 1; to < count; to += 1) if (random() < 0.3) successors.push({ to, lag: random() < 0.75 ? 'afterFinish' : whole(6) });
    const modes = Array.from({ length: 1 + whole(3) }, () => ({
      duration: whole(6),
      demands: [...renewable.map((capacity) => whole(capacity + (random() < 0.1 ? 2 : 1))), ...Array.from({ length: budgets }, () => whole(7))],
    }));
    return { modes, successors };
  });
  return { activities, renewable, nonRenewable: Array.from({ length: budgets }, () => Math.floor(count * (1 + 3 * random()))) };
}
