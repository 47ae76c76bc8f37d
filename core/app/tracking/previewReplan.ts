import type { Output, Parsed } from '../../contract/contract.ts';
import { replan } from '../../domain/tracking/replan.ts';
import { type AppContext, openStore, planOf } from '../context.ts';
import { trackProgress } from './trackProgress.ts';

export function previewReplan(context: AppContext, input: Parsed<'tracking.previewReplan'>): Output<'tracking.previewReplan'> {
  return openStore(context).read((reader) => {
    planOf(reader);
    const tracks = trackProgress(reader).map(({ track, ...progress }) => ({ ...progress, trackId: track.id, key: track.key, name: track.name }));
    const result = replan(tracks, input.today);
    return {
      ...result,
      tracks: result.tracks.map((track) => ({ ...track })),
      problems: result.problems.map((problem) => ({ ...problem, params: { ...problem.params } })),
    };
  });
}
