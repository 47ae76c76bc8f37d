import { expect, it } from 'vitest';
import { annealsLong } from '../../../../core/domain/schedule/solver/annealsLong.ts';

it('annealing pays with few and with very many activities', () => {
  expect([60, 120, 300].map(annealsLong)).toEqual([true, false, true]);
});
