import type { Output, Parsed } from '../../contract/contract.ts';
import { type IsoDate, toDayNumber } from '../../domain/calendar.ts';
import type { MissedRenewalCost } from '../../domain/cost/costInput.ts';
import { cents } from '../../domain/money.ts';
import { costsWith, planCosts } from '../cost/planCosts.ts';
import { type AppContext, openStore } from '../context.ts';
import { plainProblem } from '../plainProblem.ts';
import { lastFinish } from './getTimeline.ts';
import { heldTimeline } from './heldTimeline.ts';

export function previewHold(context: AppContext, input: Parsed<'schedule.previewHold'>): Output<'schedule.previewHold'> {
  return openStore(context).read((reader) => {
    const { before, task, after, scheduled } = heldTimeline(context, reader, input);
    const costsBefore = planCosts(context, reader);
    const costsAfter = costsWith(context, reader, { timeline: after });
    const finishBefore = lastFinish(before);
    return {
      revision: reader.revision(),
      taskId: task.id,
      moved: after.tasks.flatMap(({ id, startsOn, finishesOn }, index) => {
        const stood = before.tasks[index];
        if (startsOn === stood?.startsOn && finishesOn === stood.finishesOn) return [];
        return [{ taskId: id, startsOn, finishesOn, shiftDays: daysBetween(stood?.startsOn ?? null, startsOn) }];
      }),
      finishBefore,
      finish: scheduled.finishesOn,
      finishShiftDays: daysBetween(finishBefore, scheduled.finishesOn),
      costDifferenceCents: cents(costsAfter.totalCents - costsBefore.totalCents),
      renewalsMissed: renewalsOnlyIn(costsAfter.missedRenewals, costsBefore.missedRenewals),
      renewalsAvoided: renewalsOnlyIn(costsBefore.missedRenewals, costsAfter.missedRenewals),
      problems: scheduled.problems.map(plainProblem),
    };
  });
}

function daysBetween(from: IsoDate | null, to: IsoDate | null): number | null {
  return from === null || to === null ? null : toDayNumber(to) - toDayNumber(from);
}

function renewalsOnlyIn(these: readonly MissedRenewalCost[], those: readonly MissedRenewalCost[]): Output<'schedule.previewHold'>['renewalsMissed'] {
  const known = new Set(those.map(({ contractId, renewsOn }) => `${contractId} ${renewsOn}`));
  return these
    .filter(({ contractId, renewsOn }) => !known.has(`${contractId} ${renewsOn}`))
    .map(({ contractId, name, renewsOn, decideBy, costCents }) => ({ contractId, name, renewsOn, decideBy, costCents }));
}
