import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCatalogue, loadPlanTemplates, templatesFolder } from '../../host/loadTemplates.ts';
import { computedOnce } from '../../host/computedOnce.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bascule-kept-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Reads `files` and counts how often the work was really done. */
function reader() {
  let times = 0;
  const keptIn = join(folder, 'kept', 'words.json');
  return {
    keptIn,
    times: () => times,
    read: (text: string, sources: readonly string[] = []) =>
      computedOnce({
        keptIn,
        from: [{ name: 'words.yml', text }],
        by: sources,
        compute: () => {
          times += 1;
          return text.split(' ');
        },
      }),
  };
}

describe('computedOnce', () => {
  it('computes once as long as nothing changes', () => {
    const { read, times } = reader();
    expect([read('one two'), read('one two')]).toEqual([
      ['one', 'two'],
      ['one', 'two'],
    ]);
    expect(times()).toBe(1);
  });

  it('computes again when a text or the code that reads it changes', () => {
    const { read, times } = reader();
    read('one two');
    expect(read('one three')).toEqual(['one', 'three']);
    expect(read('one three', ['host/computedOnce.ts'])).toEqual(['one', 'three']);
    expect(times()).toBe(3);
  });

  it('computes again when what was kept is cut or is something else', () => {
    const { read, times, keptIn } = reader();
    read('one two');
    for (const damaged of [readFileSync(keptIn, 'utf8').slice(0, 40), '', 'null', '{"fingerprint":"x","value":["wrong"]}']) {
      writeFileSync(keptIn, damaged);
      expect(read('one two')).toEqual(['one', 'two']);
    }
    expect(times()).toBe(5);
  });

  it('leaves nothing beside what it keeps, and works where nothing can be written', () => {
    const { read, keptIn } = reader();
    read('one two');
    expect(readdirSync(join(folder, 'kept'))).toEqual(['words.json']);
    rmSync(keptIn);
    mkdirSync(keptIn);
    expect(read('one two')).toEqual(['one', 'two']);
    expect(readdirSync(join(folder, 'kept'))).toEqual(['words.json']);
  });
});

describe('the shipped catalogue and templates', () => {
  it('are the same read anew and from what was kept', () => {
    const catalogue = { folder: join(templatesFolder, 'catalogue'), keptIn: join(folder, 'catalogue.json') };
    const [first, second] = [loadCatalogue(catalogue), loadCatalogue(catalogue)];
    expect(first.catalogue.products.size).toBeGreaterThan(100);
    expect(second.catalogue).toEqual(first.catalogue);
    expect(second.defects).toEqual(first.defects);
    const plans = { folder: join(templatesFolder, 'plans'), keptIn: join(folder, 'plans.json') };
    const templates = loadPlanTemplates(plans);
    expect(templates.size).toBeGreaterThan(2);
    expect(loadPlanTemplates(plans)).toEqual(templates);
    expect(readdirSync(folder).sort()).toEqual(['catalogue.json', 'plans.json']);
  });
});
