import { describe, expect, it } from 'vitest';
import { letterRuns, steppedOutline } from '../../host/report/letterRuns.ts';

describe('steppedOutline', () => {
  it('rounds each point where it stands', () => {
    expect(steppedOutline('m 0.5 0 v 0.335 v 0.335 Z')).toBe('m50 0v34v33Z');
    // A third a hundred times is still a hundred thirds.
    const heights = [...(steppedOutline(`M 0 0m 0 0 ${'v 0.00333333 '.repeat(300)}`) ?? '').matchAll(/v(\d+)/g)].map(([, height]) => Number(height));
    expect(heights.reduce((sum, height) => sum + height, 0)).toBe(100);
  });

  it('counts curves from the point before them and a second shape from the first one’s beginning', () => {
    expect(steppedOutline('M 0 0m 1 2 q 0.5 -0.25 1 0 l -1 -1 Z m 0.1 0.1 h 1 ')).toBe('m100 200q50-25 100 0l-100-100Zm10 10h100');
    expect(steppedOutline('m 0 0 c 0.1 0 0.2 0.1 0.2 0.2')).toBe('m0 0c10 0 20 10 20 20');
  });

  it('leaves what it does not know', () => {
    expect(steppedOutline('m 0 0 a 1 1 0 0 1 1 1')).toBeUndefined();
    expect(steppedOutline('m 0 0 L 1 1')).toBeUndefined();
    expect(steppedOutline('m 0 0 l 1')).toBeUndefined();
  });
});

describe('letterRuns', () => {
  const outlines: Readonly<Record<string, string>> = { i: 'm0 0v5Z', l: 'm0 0v7Z', space: '' };
  const use = (id: string, x: number, fill = '#000') => `<use xlink:href="#${id}" x="${x}" fill="${fill}"/>`;
  const run = '<g transform="matrix(1 0 0 -1 12.5 30)">';

  it('draws the letters of a run as one path of each colour, each letter in its place', () => {
    expect(letterRuns(['<g>', run, use('i', 0), use('space', 2.5), use('l', 3.254), use('i', 5, 'red'), '</g>', '</g>'], (id) => outlines[id])).toEqual([
      '<g>',
      '<path fill="#000" transform="matrix(0.01 0 0 -0.01 12.5 30)" d="M0 0m0 0v5ZM325 0m0 0v7Z"/>',
      '<path fill="red" transform="matrix(0.01 0 0 -0.01 12.5 30)" d="M500 0m0 0v5Z"/>',
      '</g>',
    ]);
  });

  it('leaves a run in which a letter has no known outline', () => {
    const lines = [run, use('i', 0), use('picture', 3), '</g>'];
    expect(letterRuns(lines, (id) => outlines[id])).toEqual(lines);
  });
});
