import { describe, expect, it } from 'vitest';
import { compareNames, inNameOrder, sortKey } from '../../core/domain/sortKey.ts';

describe('the order of names', () => {
  it('is the one of the example: marks, capitals, numbers and paths as people look them up', () => {
    expect(['zoo', 'Ämter 10', 'amter 2', 'Ämter 2 / Kasse'].toSorted(compareNames)).toEqual(['amter 2', 'Ämter 2 / Kasse', 'Ämter 10', 'zoo']);
  });

  it('puts German and French letters beside those that they come from', () => {
    const names = [
      'Zoo',
      'Écoles',
      'Straßenbau',
      'ämter',
      'Strassenreinigung',
      'Œuvres sociales',
      'eaux',
      'Ordnungsamt',
      'État civil',
      'Amt',
      'Übersetzung',
      'umwelt',
    ];
    expect(names.toSorted(compareNames)).toEqual([
      'Amt',
      'ämter',
      'eaux',
      'Écoles',
      'État civil',
      'Œuvres sociales',
      'Ordnungsamt',
      'Straßenbau',
      'Strassenreinigung',
      'Übersetzung',
      'umwelt',
      'Zoo',
    ]);
  });

  it('knows a letter with its mark in one code point and in two', () => {
    expect(sortKey('Büro')).toBe(sortKey('Bu\u0308ro'));
    expect(sortKey('Office\u00a0365')).toBe(sortKey('office 365'));
  });

  it('compares numbers by size, also with zeros before them', () => {
    expect(['Office 2016', 'Office 365', 'Office 97', 'Office 0100'].toSorted(compareNames)).toEqual(['Office 97', 'Office 0100', 'Office 365', 'Office 2016']);
  });

  it('keeps a unit’s sub-units together, whatever signs stand in the names beside it', () => {
    const paths = ['Amt-Nord', 'Amt / Kasse', 'Amt & Co', 'Amt', 'Amt / Ärzte'];
    expect(paths.toSorted(compareNames)).toEqual(['Amt', 'Amt / Ärzte', 'Amt / Kasse', 'Amt & Co', 'Amt-Nord']);
  });

  it('settles names with equal keys by the names, so that an order never wavers', () => {
    expect([compareNames('Ämter', 'ämter'), compareNames('ämter', 'Ämter'), compareNames('a', 'a')]).toEqual([-1, 1, 0]);
  });

  it('is that of things by their paths, and leaves the list that it is given', () => {
    const things = ['Amt 10', 'Amt 9 / Kasse', 'amt 9'].map((path) => ({ path }));
    expect(inNameOrder(things).map(({ path }) => path)).toEqual(['amt 9', 'Amt 9 / Kasse', 'Amt 10']);
    expect(things[0]).toEqual({ path: 'Amt 10' });
  });
});
