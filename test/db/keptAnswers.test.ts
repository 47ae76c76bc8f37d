import { describe, expect, it } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import type { PlanStore, PlanReader } from '../../core/ports/planStore.ts';
import { fillSamplePlan, sampleId } from '../support/samplePlan.ts';
import { change, openPlan, request, temporaryPlanPath } from '../support/temporaryPlan.ts';

const small = { accounts: 200, units: 20, items: 12, tracks: 3 };
const freeze = (n: number) => ({
  id: sampleId('freeze', 900 + n),
  name: `Later ${n}`,
  startsOn: isoDate('2027-12-20'),
  finishesOn: isoDate('2028-01-02'),
  trackId: null,
});

function samplePlan(): PlanStore {
  const store = openPlan(temporaryPlanPath(), 'create');
  fillSamplePlan(store, small);
  return store;
}

const answers = (reader: PlanReader) => ({ freezes: reader.timeline().freezes.length, fingerprint: reader.fingerprint() });

describe('the timeline and the fingerprint, which are kept between two commands', () => {
  it('are the same object as long as nothing changes', () => {
    const store = samplePlan();
    expect(store.read((reader) => reader.timeline())).toBe(store.read((reader) => reader.timeline()));
  });

  it('follow every command, undo and redo', () => {
    const store = samplePlan();
    const before = store.read(answers);
    change(store, (writer) => writer.insertFreeze(freeze(1)));
    const after = store.read(answers);
    expect(after.freezes).toBe(before.freezes + 1);
    expect(after.fingerprint).not.toBe(before.fingerprint);
    store.undo(request());
    expect(store.read(answers)).toEqual(before);
    store.redo(request());
    expect(store.read(answers)).toEqual(after);
  });

  it('are read anew inside a command, which may go on writing or fail', () => {
    const store = samplePlan();
    const before = store.read(answers);
    change(store, (writer) => {
      writer.insertFreeze(freeze(1));
      expect(answers(writer).freezes).toBe(before.freezes + 1);
      expect(store.read(answers).freezes).toBe(before.freezes + 1);
      writer.insertFreeze(freeze(2));
      expect(answers(writer).freezes).toBe(before.freezes + 2);
    });
    expect(store.read(answers).freezes).toBe(before.freezes + 2);
    const failing = () =>
      change(store, (writer) => {
        writer.insertFreeze(freeze(3));
        store.read(answers);
        throw new Error('after the writing');
      });
    expect(failing).toThrow('after the writing');
    expect(store.read(answers).freezes).toBe(before.freezes + 2);
    change(store, (writer) => writer.setAssumption('training.centsPerHour', 1));
    expect(store.read(answers).freezes).toBe(before.freezes + 2);
  });
});
