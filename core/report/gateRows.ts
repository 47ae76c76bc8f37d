import type { Source } from '../domain/catalogue/catalogue.ts';
import type { SourceId } from '../domain/ids.ts';
import type { PlanTemplate } from '../domain/schedule/timeline/planTemplate.ts';
import type { Timeline } from '../domain/schedule/timeline/timeline.ts';
import type { GateRow } from './planReport.ts';

/** The gates in the order of their days, each with the evidence that its template asks for. */
export function gateRows(timeline: Timeline, template: PlanTemplate | null, sources: ReadonlyMap<SourceId, Source>): GateRow[] {
  const tracks = new Map(timeline.tracks.map((track) => [track.id, track]));
  const rows = timeline.tasks.flatMap((task): GateRow[] => {
    const track = tracks.get(task.trackId);
    if (task.kind !== 'gate' || track === undefined) return [];
    const candidates = (template?.gates ?? []).filter((candidate) => candidate.track === track.key && candidate.after === task.phase);
    const gate = candidates.find(({ name }) => Object.values(name).includes(task.name)) ?? (candidates.length === 1 ? candidates[0] : undefined);
    const source = gate === undefined ? undefined : sources.get(gate.reason.source);
    return [
      {
        taskId: task.id,
        trackId: track.id,
        track: track.key,
        trackName: track.name,
        after: task.phase,
        name: task.name,
        on: task.finishesOn ?? task.startsOn,
        evidence: gate?.evidence ?? [],
        reason: gate?.reason.value ?? null,
        source: source === undefined ? null : { title: source.title, publisher: source.publisher, url: source.url ?? null },
        confidence: gate?.reason.confidence ?? null,
      },
    ];
  });
  return rows.sort((a, b) => ((a.on ?? '9999') < (b.on ?? '9999') ? -1 : (a.on ?? '9999') > (b.on ?? '9999') ? 1 : 0));
}
