import { describe, expect, it } from 'vitest';
import { createAliasIndex } from '../../../core/domain/catalogue/aliasIndex.ts';
import { cleanName } from '../../../core/domain/catalogue/cleanName.ts';
import type { ProductId } from '../../../core/domain/ids.ts';

describe('createAliasIndex', () => {
  it('finds the longer alias first, and none that ends within a word', () => {
    const index = createAliasIndex([
      { id: 'karten' as ProductId, name: 'karten', aliases: [], publishers: [], kind: 'proprietary' },
      { id: 'karten-blick' as ProductId, name: 'karten-blick', aliases: [], publishers: [], kind: 'proprietary' },
    ]);
    const found = (name: string) => index.find(cleanName(name).words, 0).map(({ entry }) => entry.alias);
    expect([found('Karten Blick 3'), found('Kartenblick 3')]).toEqual([['karten-blick', 'karten'], ['karten-blick']]);
  });
});
