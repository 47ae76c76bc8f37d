import type { Reader } from '../reader.ts';
import { readUsageReport } from './readUsageReport.ts';
import { findUsageReport, type UsageReport } from './usageReports.ts';

const name = 'Office365ActiveUserDetail';
const asked: UsageReport = { name, telling: [], loginHeading: 'User Principal Name', service: null, listsHolders: false };

/** Microsoft 365 › Reports › Usage › Active users, the file `Office365ActiveUserDetail`: every service in one row. */
export const office365ActiveUserDetail: Reader = {
  id: 'office365ActiveUserDetail',
  nameKey: 'format.office365ActiveUserDetail',
  isTable: true,
  kinds: ['account', 'accountCounts'],
  recognise(sample) {
    const { headings } = sample.table;
    const isKnown = findUsageReport(headings)?.name === name;
    return { confidence: isKnown ? 0.99 : 0, seen: { messageKey: 'format.seen.office365ActiveUserDetail', params: { columns: headings.length } } };
  },
  read: (source, sample, options, report) => readUsageReport(asked, source, sample, options, report),
};
