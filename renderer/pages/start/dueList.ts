import { addDays, type IsoDate, toDayNumber, weekday } from '../../../core/domain/calendar.ts';
import type { Target } from '../../core/goTo.ts';
import type { Output } from '../../../core/contract/contract.ts';

type Timeline = Output<'schedule.getTimeline'>;

export type DueEntry = {
  readonly key: string;
  readonly target: Target;
  readonly on: IsoDate;
  readonly kind: 'decision' | 'gate' | 'wave';
  readonly name: string;
  /** The end of the contract's term; null for the others. */
  readonly endsOn: IsoDate | null;
  readonly accounts: number;
  readonly when: 'past' | 'week' | 'later';
};

const daysAhead = 42;
/** A decision that was missed is news for a month; afterwards it stands among the plan's problems. */
const daysBack = 30;

/**
 * What a person has to do about the plan, in the order of its days: decisions on contracts, gates, waves that begin.
 * `past` are missed decisions, `week` goes to this week's Sunday, `later` six weeks ahead.
 */
export function dueList({ timeline, decisions }: Pick<Timeline, 'timeline' | 'decisions'>, today: IsoDate): DueEntry[] {
  const monday = addDays(today, 1 - weekday(toDayNumber(today)));
  const sunday = addDays(monday, 6);
  const last = addDays(today, daysAhead);
  const whenOf = (on: IsoDate): DueEntry['when'] => (on < today ? 'past' : on <= sunday ? 'week' : 'later');
  const entries: DueEntry[] = [];
  for (const { contractId, name, decideBy, endsOn } of decisions) {
    if (decideBy < addDays(today, -daysBack) || decideBy > last) continue;
    entries.push({
      key: `${contractId} ${decideBy}`,
      target: { kind: 'contract', id: contractId },
      on: decideBy,
      kind: 'decision',
      name,
      endsOn,
      accounts: 0,
      when: whenOf(decideBy),
    });
  }
  for (const { id, kind, name, startsOn, accountCount } of timeline.tasks) {
    if (kind === 'phase' || startsOn === null || startsOn < monday || startsOn > last) continue;
    entries.push({
      key: id,
      target: { kind: 'task', id },
      on: startsOn,
      kind,
      name,
      endsOn: null,
      accounts: accountCount,
      when: startsOn <= sunday ? 'week' : 'later',
    });
  }
  return entries.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : one.name < other.name ? -1 : 1));
}
