import type { Translator } from '../../core/i18n/translate.ts';
import type { PlanReport } from '../../core/report/planReport.ts';
import { writeTasksCsv } from './planCsv.ts';
import { writePlanIcs } from './planIcs.ts';
import { writePlanJson } from './planJson.ts';

export type PlanWriter = {
  readonly id: 'csv' | 'ics' | 'json' | 'ods' | 'odt' | 'xlsx' | 'mspdi';
  readonly nameKey: string;
  readonly extension: string;
  /** Null where the writer is named because it is still to come. */
  readonly write: ((report: PlanReport, t: Translator) => Uint8Array) | null;
};

export const writers: readonly PlanWriter[] = [
  { id: 'csv', nameKey: 'export.format.csv', extension: 'csv', write: writeTasksCsv },
  { id: 'ics', nameKey: 'export.format.ics', extension: 'ics', write: writePlanIcs },
  { id: 'json', nameKey: 'export.format.json', extension: 'json', write: writePlanJson },
  { id: 'ods', nameKey: 'export.format.ods', extension: 'ods', write: null },
  { id: 'odt', nameKey: 'export.format.odt', extension: 'odt', write: null },
  { id: 'xlsx', nameKey: 'export.format.xlsx', extension: 'xlsx', write: null },
  { id: 'mspdi', nameKey: 'export.format.mspdi', extension: 'mspdi.xml', write: null },
];
