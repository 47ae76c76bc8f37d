import type { WaveId } from '../../domain/ids.ts';
import type { PlanReader } from '../../ports/planStore.ts';

/** The accounts of each wave that are still to be moved; those that have a problem are. */
export function openByWave(reader: PlanReader): ReadonlyMap<WaveId, number> {
  return reader.computedOnce('openByWave', () => new Map([...reader.waveStates()].map(([waveId, states]) => [waveId, states.planned + states.problem])));
}
