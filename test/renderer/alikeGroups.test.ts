import { describe, expect, it } from 'vitest';
import { alikeGroups } from '../../renderer/pages/inventory/import/alikeGroups.ts';

describe('files that are read alike', () => {
  it('stand in one row from six on, and the others by themselves in their order', () => {
    const files = [...Array.from({ length: 3_000 }, (_, index) => `pc${index}.glpi`), 'a.csv', 'open', 'b.csv'];
    const formatOf = (file: string) => (file === 'open' ? null : (file.split('.')[1] ?? null));
    const { groups, others } = alikeGroups(files, formatOf);
    expect(groups.map(({ format, entries }) => [format, entries.length, entries[0]])).toEqual([['glpi', 3_000, 'pc0.glpi']]);
    expect(others).toEqual(['a.csv', 'open', 'b.csv']);
    expect(alikeGroups(files.slice(0, 5), formatOf).groups).toEqual([]);
  });
});
