import type { IsoDate } from '../../../core/domain/calendar.ts';
import type { WaveStatus } from './trackingView.ts';

/** What asks for somebody first. */
export const waveStates = ['late', 'running', 'planned', 'undated', 'done'] as const;
export type WaveState = (typeof waveStates)[number];

/**
 * What a wave's row says in one word: done when nobody is left who has not moved and is no exception; late when its last
 * day is over and somebody is left; running from its first day or its first account on.
 */
export function waveState(
  { states, startsOn, finishesOn, accounts }: Pick<WaveStatus, 'states' | 'startsOn' | 'finishesOn' | 'accounts'>,
  today: IsoDate,
): WaveState {
  if (accounts > 0 && states.planned + states.problem === 0) return 'done';
  if (finishesOn !== null && finishesOn < today) return 'late';
  if (states.migrated > 0 || (startsOn !== null && startsOn <= today)) return 'running';
  return startsOn === null ? 'undated' : 'planned';
}
