import type { Output, Parsed } from '../../contract/contract.ts';
import { type AppContext, openStore, planOf } from '../context.ts';
import { type MappingRow, mappingRows, sortRows } from './mappingRows.ts';

export function listMapping(context: AppContext, input: Parsed<'mapping.list'>): Output<'mapping.list'> {
  const rows = openStore(context).read((reader) => {
    planOf(reader);
    return mappingRows(context, reader);
  });
  const chosen = input.strategy === undefined ? rows : rows.filter((row) => row.strategy === input.strategy);
  return {
    total: chosen.length,
    byStrategy: countStrategies(rows),
    rows: sortRows(chosen, input.sort).slice(input.offset, input.offset + input.limit),
  };
}

function countStrategies(rows: readonly MappingRow[]): Record<MappingRow['strategy'], number> {
  const counts = { replace: 0, keep: 0, retire: 0, undecided: 0 };
  for (const row of rows) counts[row.strategy]++;
  return counts;
}
