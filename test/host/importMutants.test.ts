import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import { createCore } from '../../host/createCore.ts';
import { sampleTemplate } from '../../host/generate/fillSample.ts';
import { fuzzInput } from '../fuzz/fuzzInput.ts';
import { createRandom } from '../../core/domain/schedule/search/random.ts';
import { temporaryFolder } from '../support/temporaryPlan.ts';

let command = 0;
const commandId = () => `mutant-${++command}`;

async function planWithSomething() {
  const folder = temporaryFolder();
  const { core, files, close } = createCore({ plan: { path: join(folder, 'plan.bascule'), mode: 'create' }, actor: 'Anna Beispiel' });
  onTestFinished(() => close());
  const plan = { templateId: sampleTemplate, name: 'Plan', administration: 'Stadt', startsOn: isoDate('2027-01-04'), locale: 'de' as const };
  await core.call('plan.create', { commandId: commandId(), ...plan });
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return files.handleFor(join(folder, name));
  };
  const list = file('liste.csv', 'Software;Hersteller;Installationen\nTextblick;Text AG;12\nKartenblick;Geo GmbH;3\n');
  await core.call('inventory.importFiles', { commandId: commandId(), files: [list] });
  const state = async () => ({
    fingerprint: (await core.call('report.verifyPlan', {})).fingerprint,
    steps: (await core.call('history.list', {})).entries.length,
  });
  return { core, file, state };
}

type Counts = Readonly<Record<'accounts' | 'units' | 'software' | 'contracts' | 'progress', unknown>>;
const countsOf = ({ accounts, units, software, contracts, progress }: Counts) => ({ accounts, units, software, contracts, progress });

describe('an import of a broken file', () => {
  it('either changes the plan as its report says, and can be taken back, or leaves it as it was', { timeout: 180_000 }, async () => {
    const { core, file, state } = await planWithSomething();
    const outcomes = { refused: 0, changed: 0, unchanged: 0 };
    for (let index = 0; index < 100; index++) {
      const before = await state();
      const accountsBefore = (await core.call('inventory.listAccounts', {})).total;
      const handle = file(`eingabe-${index}.dat`, fuzzInput(31, index).bytes);
      const preview = await core.call('inventory.previewImport', { files: [handle] }).catch(() => null);
      const done = await core.call('inventory.importFiles', { commandId: commandId(), files: [handle] }).catch((error: unknown) => {
        expect(error).toMatchObject({ code: expect.stringMatching(/^(invalid|rule)$/) });
        return null;
      });
      const after = await state();
      if (!done || done.changed === 0) {
        expect([index, after.fingerprint]).toEqual([index, before.fingerprint]);
        outcomes[done ? 'unchanged' : 'refused']++;
        if (!done) expect(after.steps).toBe(before.steps);
        continue;
      }
      outcomes.changed++;
      const { items } = await core.call('inventory.listItems', {});
      const names = (await core.call('inventory.listRawNames', { limit: 1 })).total;
      // The dry run said what would come; names and accounts are those of the report. Licences and contracts bring items and no names.
      expect([index, preview && countsOf(preview)]).toEqual([index, countsOf(done.report)]);
      if (done.report.contracts.read === 0) expect([index, names]).toEqual([index, 2 + done.report.software.new]);
      const { accounts } = done.report;
      expect([index, (await core.call('inventory.listAccounts', {})).total]).toEqual([index, accountsBefore + accounts.new + accounts.ambiguous]);
      expect(items.every((item) => item.name.isWellFormed() && item.installations >= 0)).toBe(true);
      await core.call('history.undo', { commandId: commandId() });
      expect([index, (await state()).fingerprint]).toEqual([index, before.fingerprint]);
    }
    expect(outcomes.refused).toBeGreaterThan(10);
    expect(outcomes.changed).toBeGreaterThan(5);
    expect(await core.call('report.verifyPlan', {})).toMatchObject({ isWhole: true });
  });

  it('that is cancelled at any moment leaves plan and history untouched', { timeout: 180_000 }, async () => {
    const { core, file, state } = await planWithSomething();
    const rows = Array.from({ length: 12_000 }, (_, index) => `konto${index}@stadt.example;Amt ${index % 40}`);
    const handle = file('konten.csv', `UPN;Department\n${rows.join('\n')}\n`);
    const before = await state();
    const chance = createRandom(7);
    const moments: number[] = [];
    for (let round = 0; round < 8; round++) {
      const cancel = new AbortController();
      const calls = round === 0 ? 1 : 1 + Math.floor(chance() * 12);
      let seen = 0;
      const outcome = await core
        .call(
          'inventory.importFiles',
          { commandId: commandId(), files: [handle] },
          {
            signal: cancel.signal,
            onProgress: () => {
              if (++seen === calls) cancel.abort();
            },
          },
        )
        .then(
          () => 'done',
          (error: { code: string }) => error.code,
        );
      if (outcome === 'done') {
        // The cancel came behind the commit, or the import made fewer steps than were waited for.
        expect((await core.call('inventory.listAccounts', {})).total).toBe(12_000);
        await core.call('history.undo', { commandId: commandId() });
        expect((await state()).fingerprint).toBe(before.fingerprint);
        continue;
      }
      moments.push(calls);
      expect(outcome).toBe('cancelled');
      expect((await state()).fingerprint).toBe(before.fingerprint);
      expect((await core.call('inventory.listAccounts', {})).total).toBe(0);
    }
    expect(moments.length).toBeGreaterThan(0);
  });
});
