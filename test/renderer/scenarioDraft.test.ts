import { describe, expect, it } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import type { Assumption } from '../../renderer/parts/assumptionText.ts';
import { changesOf, emptyDraft } from '../../renderer/parts/scenarios/scenarioDraft.ts';
import { makeTrack } from '../support/scheduleFixtures.ts';

const assumption: Assumption = {
  key: 'crew.ratePerHour',
  value: 8000,
  unit: 'centsPerHour',
  sourceTitle: null,
  sourceUrl: null,
  confidence: 'unverified',
  note: '',
  isChanged: false,
  templateValue: 8000,
  range: null,
};
const { phases: _phases, ...mail } = makeTrack({ key: 'mail', accountsPerWeek: 1690 });
const plan = {
  startsOn: isoDate('2027-01-04'),
  tracks: [{ ...mail, phases: [] }],
  capacities: [{ resource: 'trainers' as const, minutesPerDay: 2400 }],
  assumptions: [assumption],
};

describe('a scenario that is being typed', () => {
  it('changes nothing where nothing, or the plan’s own value, was typed', () => {
    const same = { startsOn: plan.startsOn, accountsPerWeek: { mail: '1.690' }, hoursPerDay: { trainers: '40' }, assumptions: { 'crew.ratePerHour': '80,00' } };
    for (const draft of [emptyDraft, same]) expect(changesOf(draft, plan, 'de')).toEqual({ changes: {}, wrong: new Set(), isEmpty: true });
  });

  it('keeps only the differences, in the measures of the plan', () => {
    const draft = {
      startsOn: isoDate('2027-03-01'),
      accountsPerWeek: { mail: '2.000' },
      hoursPerDay: { trainers: '37,5' },
      assumptions: { 'crew.ratePerHour': '95,50' },
    };
    expect(changesOf(draft, plan, 'de').changes).toEqual({
      startsOn: '2027-03-01',
      accountsPerWeek: { mail: 2000 },
      minutesPerDay: { trainers: 2250 },
      assumptions: { 'crew.ratePerHour': 9550 },
    });
  });

  it('names the fields that hold nothing usable', () => {
    const draft = { startsOn: null, accountsPerWeek: { mail: '0' }, hoursPerDay: { trainers: '-1' }, assumptions: { 'crew.ratePerHour': 'much' } };
    expect([...changesOf(draft, plan, 'en').wrong]).toEqual(['mail', 'trainers', 'crew.ratePerHour']);
    expect([...changesOf({ ...emptyDraft, accountsPerWeek: { mail: '2.5' } }, plan, 'en').wrong]).toEqual(['mail']);
  });
});
