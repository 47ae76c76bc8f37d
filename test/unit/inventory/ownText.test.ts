import { describe, expect, it } from 'vitest';
import { ownText } from '../../../core/domain/inventory/ownText.ts';

describe('a text of its own', () => {
  it.each(['7-Zip', '', 'Größe "7"\n\\', '\ud83d\ude00', 'half \ud83d'])('is the same text: %j', (text) => {
    expect(ownText(text)).toBe(text);
  });
});
