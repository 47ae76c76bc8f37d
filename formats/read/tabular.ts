import { recordBuilders } from './buildRecord.ts';
import { mapColumns } from './columnMapping.ts';
import { foldHeading } from './headings.ts';
import type { Reader } from './reader.ts';
import { readTable, type TablePlan } from './readTable.ts';
import { fitTable } from './tableColumns.ts';
import { costsWithoutPeriod, type TableKind, tableFields, tableKinds } from './tableFields.ts';

const headingsShown = 12;

/** Any table of cells whose headings are known, or explained by a mapping. */
export const tabular: Reader = {
  id: 'tabular',
  nameKey: 'format.tabular',
  isTable: true,
  kinds: tableKinds,
  recognise(sample) {
    const fit = fitTable(sample.table.headings);
    const columns = [...fit.columns.values()].map((column) => column.heading);
    if (fit.missing.length > 0) return { confidence: 0, seen: { messageKey: 'format.seen.nothing', params: {} } };
    const share = columns.length / Math.max(1, sample.table.headings.filter((heading) => heading !== '').length);
    return { confidence: 0.4 + 0.4 * share, seen: { messageKey: `format.seen.table.${fit.kind}`, params: { columns: columns.join(', ') } } };
  },
  async *read(source, sample, options, report) {
    const { headings } = sample.table;
    const shown = headings.slice(0, headingsShown).join(', ').slice(0, 400);
    if (options.mapping) {
      const { columns, notFound, missing } = mapColumns(headings, options.mapping);
      for (const heading of notFound) report.warn('issue.mappedColumnNotFound', { found: shown }, { field: heading });
      if (missing.length > 0) report.refuse('issue.mappingWithoutRequired', { kind: options.mapping.kind, missing: missing.join(', '), found: shown });
      else yield* readTable(source, sample, planFor(options.mapping.kind, columns, options.mapping), options, report);
      return;
    }
    const fit = fitTable(headings);
    if (fit.missing.length > 0)
      report.refuse(
        'issue.columnsMissing',
        { kind: fit.kind, missing: describeMissing(fit.kind, fit.missing), found: shown },
        { row: sample.table.headingIndex + 1 },
      );
    else {
      const cost = fit.columns.get('annualCostCents');
      if (cost && costsWithoutPeriod.some((alias) => foldHeading(alias) === foldHeading(cost.heading)))
        report.warn('issue.costTakenAsYearly', {}, { field: cost.heading });
      yield* readTable(source, sample, planFor(fit.kind, fit.columns, {}), options, report);
    }
  },
};

/** A plan that reads a table into records of one kind with the kind's own builder. */
export function planFor(kind: TableKind, columns: TablePlan['columns'], given: Pick<TablePlan, 'dateOrder' | 'decimal'>): TablePlan {
  const fields = tableFields[kind];
  return {
    columns,
    typeOf: (field) => fields[field]?.type,
    nameField: kind === 'software' ? 'rawName' : kind === 'licence' || kind === 'contract' ? 'name' : null,
    requiredFields: Object.keys(fields).filter((field) => fields[field]?.isRequired),
    build: recordBuilders[kind],
    dateOrder: given.dateOrder,
    decimal: given.decimal,
  };
}

/** A missing column by the headings it may have: `login (user principal name, UPN, account)`. */
function describeMissing(kind: TableKind, missing: readonly string[]): string {
  return missing.map((field) => `${field} (${(tableFields[kind][field]?.aliases ?? []).slice(0, 3).join(', ')})`).join('; ');
}
