import { copyFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../core/domain/calendar.ts';
import type { ProductId } from '../../core/domain/ids.ts';
import { cents } from '../../core/domain/money.ts';
import type { PlanWriter } from '../../core/ports/planStore.ts';
import { openPlanStore } from '../../db/open.ts';
import { dumpPlan } from '../support/dumpPlan.ts';
import { fillSamplePlan, sampleId } from '../support/samplePlan.ts';
import { openPlan, request, steppingClock, temporaryPlanPath } from '../support/temporaryPlan.ts';

const size = { accounts: 60, units: 8, items: 8, tracks: 3 };
const from = isoDate('2026-10-01');

type Step = { readonly what: number; readonly n: number; readonly many: number; readonly text: string; readonly number: number };

/** Texts that have broken other logs: quotes, separators, NUL, halves of surrogate pairs, text that looks like JSON. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', '"', '\\', '[null]', '{"a":1}', "O'Hara", '\u0000', '\ud800', 'Ä\u0308ß', '1e999', 'null'),
);
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.nat(16),
  n: fc.nat(59),
  many: fc.integer({ min: 1, max: 30 }),
  text: anyText,
  number: fc.double({ noNaN: true, noDefaultInfinity: true }),
});

/** One change of the plan; each uses ids that no other step uses, or rows that the sample plan holds. */
function perform(writer: PlanWriter, { what, n, many, text, number }: Step, index: number): unknown {
  const fresh = 1000 * (index + 1) + n;
  const accounts = Array.from({ length: many }, (_, offset) => sampleId('account', (n + offset) % size.accounts));
  const plan = writer.plan();
  const item = writer.allItems()[n % Math.max(1, writer.allItems().length)];
  const track = writer.timeline().tracks[n % size.tracks];
  if (!plan || !track) throw new Error('the sample plan is gone');
  switch (what) {
    case 0:
      return writer.setAssumption(text, number);
    case 1:
      return writer.updatePlan({ ...plan, name: text, region: n % 2 === 0 ? null : 'BY' });
    case 2:
      return writer.setAccountStates(
        sampleId('track', n % size.tracks),
        accounts,
        (['planned', 'migrated', 'problem', 'exception'] as const)[n % 4] ?? 'planned',
        text,
        addDays(from, n),
      );
    case 3:
      return writer.setUnitRole([sampleId('unit', n % size.units), sampleId('unit', 1)], n % 2 === 0 ? 'pilot' : 'onCall');
    case 4:
      return writer.insertAccounts(
        Array.from({ length: many }, (_, offset) => ({
          id: sampleId('account', fresh * 100 + offset),
          login: `${text}.${fresh}.${offset}`,
          unitId: sampleId('unit', (n + offset) % size.units),
          kind: 'person',
          isEnabled: true,
          lastActiveOn: from,
          usageProfileId: null,
        })),
        null,
      );
    case 5: {
      const known = [...writer.accountsByLogin()].slice(n, n + many);
      return writer.updateAccounts(
        known.map(([login, account], offset) => ({
          ...account,
          login,
          unitId: sampleId('unit', (n + offset) % size.units),
          kind: offset % 2 === 0 ? 'room' : 'person',
          lastActiveOn: null,
        })),
      );
    }
    case 6:
      return writer.insertItems([
        {
          id: sampleId('item', fresh),
          name: text,
          productId: null,
          vendor: text,
          trackId: track.id,
          installations: n,
          seats: 0,
          accounts: 0,
          annualCostCents: cents(4_000_000_000 + n),
          importId: null,
        },
      ]);
    case 7:
      return item && writer.updateItem({ ...item, name: text, annualCostCents: n % 3 === 0 ? null : cents(n), seats: many });
    case 8:
      return item && writer.removeItems([item.id, sampleId('item', n)]);
    case 9:
      return writer.upsertRawNames(
        Array.from({ length: many }, (_, offset) => ({
          rawName: offset % 2 === 0 ? `Software ${offset} (x64)` : `${text} ${offset}`,
          publisher: `Vendor ${offset % 17}`,
          version: `${offset % 7}.${offset % 11}`,
          installations: n + offset,
          match: { kind: 'matched', productId: 'p' as ProductId, confidence: Math.abs(number % 1), rule: 'userRule', alias: text },
          itemId: item?.id ?? null,
          importId: null,
        })),
      );
    case 10:
      return (
        item &&
        writer.saveDecisions([
          {
            itemId: item.id,
            strategy: 'replace',
            replacementId: 'p' as ProductId,
            reasons: [{ messageKey: text, params: { n } }],
            isOverridden: n % 2 === 0,
            note: text,
          },
        ])
      );
    case 11:
      return writer.updateTrack({
        ...track,
        name: text,
        position: n,
        phases:
          n % 2 === 0
            ? []
            : [
                { kind: 'pilot', workingDays: n },
                { kind: 'prepare', workingDays: 1 },
              ],
      });
    case 12: {
      const { waves, tasks, links } = writer.timeline();
      const kept = waves.filter((_, position) => position % 2 === n % 2);
      const keptTasks = tasks.filter((task) => kept.some((wave) => wave.id === task.waveId));
      return writer.replaceSchedule({
        waves: kept,
        tasks: keptTasks.map((task) => ({ ...task, name: text, notBefore: from })),
        links: links.filter((link) => [link.from, link.to].every((id) => keptTasks.some((task) => task.id === id))),
      });
    }
    case 13: {
      const profile = writer.usageProfileId(
        writer
          .allItems()
          .slice(0, n % 5)
          .map(({ id }) => id),
      );
      const [known] = writer.accountsByLogin();
      if (known) writer.updateAccounts([{ ...known[1], login: known[0], usageProfileId: profile }]);
      return writer.recountItemAccounts();
    }
    case 14:
      writer.insertFreeze({ id: sampleId('freeze', fresh), name: text, startsOn: from, finishesOn: addDays(from, n), trackId: n % 2 === 0 ? null : track.id });
      return writer.removeFreeze(sampleId('freeze', 1));
    case 15: {
      const approved = writer.baseline(sampleId('baseline', 1));
      if (approved) writer.insertBaseline({ ...approved, id: sampleId('baseline', fresh), name: text, approvedBy: text, tasks: approved.tasks.slice(n) });
      return n % 2 === 0 ? writer.removeBaseline(sampleId('baseline', 1)) : null;
    }
    default:
      writer.insertScenario({ id: sampleId('scenario', fresh), name: text, changes: { startsOn: from, assumptions: { [text]: n } } });
      return writer.setCapacity({ resource: 'crew', minutesPerDay: n });
  }
}

describe('any sequence of commands', () => {
  it('is undone to the first content and redone to the last, through closing and opening', { timeout: 240_000 }, () => {
    const template = temporaryPlanPath();
    const filling = openPlan(template, 'create');
    fillSamplePlan(filling, size);
    filling.close();
    const first = dumpPlan(template);
    let runs = 0;

    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 10 }), (steps) => {
        const path = join(tmpdir(), `bascule-property-${process.pid}-${runs++}.bascule`);
        copyFileSync(template, path);
        const open = () => openPlanStore({ path, mode: 'write', clock: steppingClock('2026-09-01'), actor: 'Anna', appVersion: '0.1.0' });
        try {
          let store = open();
          const before = store.read((reader) => reader.fingerprint());
          let effective = 0;
          for (const [index, one] of steps.entries()) {
            store.write(request(), (writer) => {
              perform(writer, one, index);
              return { result: null, label: { labelKey: 'test.changed', params: { index } }, changed: 1 };
            });
            effective += (store.history({ offset: 0, limit: 1 }).entries[0]?.rows ?? 0) > 0 ? 1 : 0;
            // Also in the middle of a history: back and forward again.
            if (one.n % 7 === 0 && store.history({ offset: 0, limit: 1 }).undo?.sequence !== 3) {
              store.undo(request());
              store.redo(request());
            }
          }
          expect(store.verify()).toEqual([]);
          const after = store.read((reader) => reader.fingerprint());
          store.close();
          const last = dumpPlan(path);

          store = open();
          for (let count = 0; count < effective; count++) store.undo(request());
          expect(store.read((reader) => reader.fingerprint())).toBe(before);
          store.close();
          expect(dumpPlan(path)).toEqual(first);

          store = open();
          for (let count = 0; count < effective; count++) store.redo(request());
          expect(store.verify()).toEqual([]);
          expect(store.read((reader) => reader.fingerprint())).toBe(after);
          store.close();
          expect(dumpPlan(path)).toEqual(last);
        } finally {
          for (const name of [path, `${path}.lock`, `${path}-journal`, join(tmpdir(), `.bascule-property-${process.pid}-${runs - 1}.bascule-copies`)])
            rmSync(name, { recursive: true, force: true });
        }
      }),
      { numRuns: Number(process.env.BASCULE_UNDO_RUNS ?? 60) },
    );
  });
});
