import { describe, expect, it } from 'vitest';
import { readSize } from '../../formats/read/sizeCell.ts';

describe('the size of a mailbox', () => {
  it.each([
    ['2.625 MB (2,752,512 bytes)', 2_752_512],
    ['2,625 MB (2.752.512 bytes)', 2_752_512],
    ['2,625 Mo (2\u202f752\u202f512 octets)', 2_752_512],
    ['2752512', 2_752_512],
    ['0', 0],
    ['0.02GB', 21_474_836],
    ['1,5 Go', 1_610_612_736],
    ['Unlimited', null],
    ['', null],
    ['-3 MB', null],
    ['99999999999999999999', null],
    ['12 parsecs', null],
  ])('%s is %s bytes', (text, bytes) => {
    expect(readSize(text)).toBe(bytes);
  });
});
