import type { WaveId } from '../../domain/ids.ts';
import type { PlanReader } from '../../ports/planStore.ts';

/**
 * The accounts that are still to be moved, of each wave of which one has been moved or none is left to move; those that
 * have a problem are. Waves that are not named have not begun: an account that stays where it is begins nothing.
 */
export function openByWave(reader: PlanReader): ReadonlyMap<WaveId, number> {
  return reader.computedOnce('openByWave', () => {
    const open = new Map<WaveId, number>();
    for (const [waveId, states] of reader.waveStates()) {
      const left = states.planned + states.problem;
      if (states.migrated > 0 || left === 0) open.set(waveId, left);
    }
    return open;
  });
}
