import type { Reader } from '../reader.ts';
import { csvde } from './csvde.ts';
import { entraUsers } from './entraUsers.ts';
import { exchangeMailboxes } from './exchangeMailboxes.ts';
import { googleUsers } from './googleUsers.ts';
import { imapsyncLog } from './imapsyncLog.ts';
import { keycloak } from './keycloak.ts';
import { ldif } from './ldif.ts';
import { microsoft365UsageReport } from './microsoft365UsageReport.ts';
import { microsoft365Users } from './microsoft365Users.ts';
import { office365ActiveUserDetail } from './office365ActiveUserDetail.ts';
import { scim } from './scim.ts';

/** Directories of accounts, reports of their use, and logs of their move. */
export const accountReaders: readonly Reader[] = [
  microsoft365Users,
  office365ActiveUserDetail,
  microsoft365UsageReport,
  entraUsers,
  exchangeMailboxes,
  googleUsers,
  csvde,
  ldif,
  scim,
  keycloak,
  imapsyncLog,
];
