import type { Output, Parsed } from '../../contract/contract.ts';
import { forecastFinish } from '../../domain/tracking/forecastFinish.ts';
import { type AppContext, openStore, planOf } from '../context.ts';
import { trackProgress } from './trackProgress.ts';

export function getForecast(context: AppContext, input: Parsed<'tracking.getForecast'>): Output<'tracking.getForecast'> {
  return openStore(context).read((reader) => {
    planOf(reader);
    return {
      tracks: trackProgress(reader).map(({ track, migratedByDay, plannedFinish, remaining }) => {
        const forecast = forecastFinish({ remaining, migratedByDay, today: input.today, seed: input.seed });
        const { observedWeeks, accountsPerWeek, p50, p80, p95, refusedKey } = forecast;
        return { trackId: track.id, key: track.key, remaining, observedWeeks, accountsPerWeek, p50, p80, p95, plannedFinish, refusedKey };
      }),
      problems: [],
    };
  });
}
