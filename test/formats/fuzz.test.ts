import { describe, expect, it } from 'vitest';
import { readers } from '../../formats/read/registry.ts';
import { sourceFromBytes } from '../../formats/read/sourceFile.ts';
import { fuzzInput } from '../fuzz/fuzzInput.ts';
import { encodedSeeds } from '../fuzz/fuzzSeeds.ts';
import { personalMark } from '../fuzz/personalMark.ts';
import { readingDefects } from '../fuzz/readingDefects.ts';
import { recordDefect } from '../fuzz/recordDefects.ts';
import { readSource } from './readSupport.ts';

/** A short piece of `npm run fuzz`; the inputs are the same each time, except for those made of the real samples. */
const seed = 2026;
const inputs = 2_000;
const processorLimitMs = 1_000;

describe('any file', () => {
  it(`is read without an exception, with every row counted and nothing personal kept: ${inputs} of them`, { timeout: 180_000 }, async () => {
    const found: unknown[] = [];
    for (let index = 0; index < inputs; index++) {
      const input = fuzzInput(seed, index);
      const milliseconds: number[] = [];
      // Twice, because the first time the machine may have been busy with something else of this process.
      for (let attempt = 0; attempt < 2 && (milliseconds[0] ?? processorLimitMs + 1) > processorLimitMs; attempt++) {
        const before = process.cpuUsage();
        const { findings } = await readingDefects(input, index);
        const { user, system } = process.cpuUsage(before);
        milliseconds.unshift((user + system) / 1_000);
        if (attempt === 0) found.push(...findings.map((finding) => ({ index, ...finding })));
      }
      if (Math.min(...milliseconds) > processorLimitMs) found.push({ index, rule: 'slow', milliseconds });
    }
    expect(found).toEqual([]);
  });

  it('that a reader of the registry reads is among the seeds', () => {
    const seeded = new Set(encodedSeeds().map((seed) => seed.format));
    expect(readers.map((reader) => reader.id).filter((id) => !seeded.has(id))).toEqual([]);
  });

  it('of the seeds is recognised as what it is, gives records, and keeps nothing personal', async () => {
    for (const { format, bytes } of encodedSeeds()) {
      const result = await readSource(sourceFromBytes('pc.dat', bytes));
      expect([result.format, result.records.map(recordDefect).filter(Boolean)]).toEqual([format, []]);
      expect([format, result.records.length > 0, JSON.stringify([result.records, result.issues]).includes(personalMark)]).toEqual([format, true, false]);
    }
  });
});

describe('the search for records outside their type', () => {
  const software = { kind: 'software' as const, row: 1, rawName: 'Tool', publisher: '', version: '', installations: 1, device: null, unitName: null };
  it.each([
    [software, null],
    [{ ...software, installations: Number.NaN }, 'software.installations is no whole number from 0 to 10000000'],
    [{ ...software, installations: -1 }, 'software.installations is no whole number from 0 to 10000000'],
    [{ ...software, rawName: 'x\ud83d' }, 'software.rawName has half a sign'],
    [{ ...software, version: 'x\u0000' }, 'software.version has a control character'],
    [{ ...software, publisher: 'x'.repeat(1_001) }, 'software.publisher is longer than 1000'],
    [{ ...software, password: 'x' }, 'software.password is no field of it'],
    [
      { kind: 'progress' as const, row: 1, login: 'a', trackKey: 'mail' as const, state: 'migrated' as const, reason: '', on: '2026-02-30' as never },
      'progress.on is a day that does not exist',
    ],
  ])('finds %#', (record, defect) => {
    expect(recordDefect(record)).toBe(defect);
  });
});
