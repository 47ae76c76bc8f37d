import type { NamedColumns, PlanReader, PlanWriter } from '../../core/ports/planStore.ts';
import { wellFormed } from '../wellFormed.ts';
import { nothingLeft } from './nothingLeft.ts';
import type { ReadDb } from './readDb.ts';
import type { WriteDb } from './writeDb.ts';

type Read = Pick<PlanReader, 'namedColumns'>;
type Write = Pick<PlanWriter, 'insertNamedColumns'>;

export function namedColumnReads(db: ReadDb): Read {
  const newest = db.rows<{ readonly fileName: string; readonly columns: string }>(
    'SELECT file_name AS fileName, columns FROM named_columns WHERE headings = ? ORDER BY number DESC LIMIT 1',
  );
  return {
    namedColumns(headings) {
      const row = newest.get(wellFormed(headings));
      return row === undefined ? null : { headings, fileName: row.fileName, columns: JSON.parse(row.columns) as NamedColumns['columns'] };
    },
  };
}

export function namedColumnWrites(db: WriteDb): Write {
  const insert = db.change('INSERT INTO named_columns (headings, file_name, columns) VALUES (?, ?, ?)');
  return {
    insertNamedColumns({ headings, fileName, columns, ...rest }) {
      nothingLeft(rest);
      insert(wellFormed(headings), wellFormed(fileName), wellFormed(JSON.stringify(columns)));
    },
  };
}
