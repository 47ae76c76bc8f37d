import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../core/domain/calendar.ts';
import { endOfTerm, monthsOfTerm } from '../../../core/domain/schedule/calendar/contractTerm.ts';

describe('the term of a contract', () => {
  it.each([
    { startsOn: '2025-01-01', months: 36, endsOn: '2027-12-31' },
    { startsOn: '2026-03-15', months: 12, endsOn: '2027-03-14' },
    { startsOn: '2027-03-01', months: 12, endsOn: '2028-02-29' },
    { startsOn: '2026-08-31', months: 6, endsOn: '2027-02-27' },
  ])('from $startsOn of $months months ends on $endsOn, and is known again by its days', ({ startsOn, months, endsOn }) => {
    expect(endOfTerm(isoDate(startsOn), months)).toBe(endsOn);
    expect(monthsOfTerm(isoDate(startsOn), isoDate(endsOn))).toBe(months);
  });

  it('of other than whole months has no number of months', () => {
    expect(monthsOfTerm(isoDate('2026-01-10'), isoDate('2026-12-31'))).toBeNull();
  });
});
