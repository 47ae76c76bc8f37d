import type { Output, Parsed } from '../../contract/contract.ts';
import { type AppContext, openStore, planOf } from '../context.ts';
import { matchRows } from './matchRows.ts';
import { type MappingRow, mappingRows, sortRows } from './mappingRows.ts';

export function listMapping(context: AppContext, input: Parsed<'mapping.list'>): Output<'mapping.list'> {
  const rows = openStore(context).read((reader) => {
    planOf(reader);
    return mappingRows(context, reader);
  });
  const { strategy, track, search, offset } = input;
  const chosen = matchRows(rows, { strategy, track, search });
  return {
    total: chosen.length,
    byStrategy: countStrategies(matchRows(rows, { track, search })),
    byTrack: countTracks(matchRows(rows, { strategy, search })),
    mostAccounts: rows.reduce((most, row) => Math.max(most, row.accounts), 0),
    rows: sortRows(chosen, input.sort, input.direction).slice(offset, offset + input.limit),
  };
}

export function listMappingItemIds(context: AppContext, input: Parsed<'mapping.listItemIds'>): Output<'mapping.listItemIds'> {
  const rows = openStore(context).read((reader) => mappingRows(context, reader));
  const { strategy, track, search, offset, limit } = input;
  const chosen = sortRows(matchRows(rows, { strategy, track, search }), input.sort, input.direction);
  return chosen.slice(offset, limit === undefined ? undefined : offset + limit).map((row) => row.itemId);
}

function countStrategies(rows: readonly MappingRow[]): Record<MappingRow['strategy'], number> {
  const counts = { replace: 0, keep: 0, retire: 0, undecided: 0 };
  for (const row of rows) counts[row.strategy]++;
  return counts;
}

function countTracks(rows: readonly MappingRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { track } of rows) counts[track ?? 'none'] = (counts[track ?? 'none'] ?? 0) + 1;
  return counts;
}
