import type { Reader } from '../reader.ts';
import { readUsageReport } from './readUsageReport.ts';
import { findUsageReport, isUsageReport, reportInstead } from './usageReports.ts';

const headingsShown = 12;

/** Every other usage report of Microsoft 365 (`Report Refresh Date` stands first in all of them), with one row for each user. */
export const microsoft365UsageReport: Reader = {
  id: 'microsoft365UsageReport',
  nameKey: 'format.microsoft365UsageReport',
  isTable: true,
  kinds: ['account', 'accountCounts'],
  recognise(sample) {
    const { headings } = sample.table;
    const usage = findUsageReport(headings);
    if (usage) return { confidence: 0.98, seen: { messageKey: 'format.seen.microsoft365UsageReport', params: { name: usage.name, columns: headings.length } } };
    return { confidence: isUsageReport(headings) ? 0.9 : 0, seen: { messageKey: 'format.seen.microsoft365UsageCounts', params: { columns: headings.length } } };
  },
  async *read(source, sample, options, report) {
    const { headings } = sample.table;
    const usage = findUsageReport(headings);
    if (usage) yield* readUsageReport(usage, source, sample, options, report);
    else {
      const found = headings.slice(0, headingsShown).join(', ').slice(0, 400);
      report.refuse('issue.usageReportWithoutUsers', { found, instead: reportInstead(headings) }, { row: sample.table.headingIndex + 1 });
    }
  },
};
