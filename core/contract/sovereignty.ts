import { z } from 'zod';
import { query } from './define.ts';
import { countValue, idValue, isoDateValue, trackKeyValue } from './values.ts';

const pathStep = z.strictObject({ id: z.string(), name: z.string(), kind: z.string().nullable() });

/** `accounts` is a floor where usage is not fully known, `accountsAtMost` its ceiling; `operation…` leaves out what comes by supply alone. */
const exposureCounts = { items: countValue, accounts: countValue, accountsAtMost: countValue, operationItems: countValue, operationAccounts: countValue };

/** `mayStop`: others of the same kind are named beside the provider that failed, and no source says whether they can take over. */
const certainty = z.enum(['stops', 'mayStop']);

export const sovereigntyOperations = {
  /** Who depends on whom on a day of the plan: items and accounts exposed, per provider and per jurisdiction. */
  'sovereignty.getExposure': query(
    z.strictObject({ at: isoDateValue.nullable() }),
    z.strictObject({
      at: isoDateValue.nullable(),
      items: z.array(
        z.strictObject({
          itemId: idValue<'item'>(),
          productId: idValue<'product'>(),
          name: z.string(),
          accounts: countValue,
          providers: z.array(z.strictObject({ providerId: idValue<'provider'>(), reach: z.enum(['operation', 'supply']), path: z.array(pathStep) })),
        }),
      ),
      providers: z.array(z.strictObject({ providerId: idValue<'provider'>(), name: z.string(), jurisdiction: z.string(), ...exposureCounts })),
      jurisdictions: z.array(z.strictObject({ jurisdiction: z.string(), ...exposureCounts })),
    }),
    ['inventory', 'mapping', 'timeline', 'tracking'],
  ),
  /** What stops when providers fail; `eventId` replays a recorded outage. Without an open plan: what stops in the catalogue. */
  'sovereignty.simulateOutage': query(
    z.strictObject({ providerIds: z.array(idValue<'provider'>()).max(100).default([]), eventId: z.string().optional(), at: isoDateValue.nullable() }),
    z.strictObject({
      eventId: z.string().nullable(),
      providers: z.array(idValue<'provider'>()),
      /** Services of the catalogue that stop, whether the plan uses them or not. */
      catalogueServices: z.array(z.strictObject({ productId: idValue<'product'>(), name: z.string(), certainty, path: z.array(pathStep) })),
      /** What was reported on the day, where an event is replayed. */
      reported: z
        .strictObject({
          down: z.array(idValue<'product'>()),
          notDown: z.array(idValue<'product'>()),
          missed: z.array(idValue<'product'>()),
          wrong: z.array(idValue<'product'>()),
        })
        .nullable(),
      /** The plan's own items that stop. */
      services: z.array(
        z.strictObject({
          itemId: idValue<'item'>(),
          productId: idValue<'product'>(),
          name: z.string(),
          certainty,
          path: z.array(pathStep),
          accounts: countValue,
        }),
      ),
      accountsAffected: countValue,
      accountsAtMost: countValue,
      /** The same outage once each track is over, in order of the days; empty where the plan has no dates. */
      later: z.array(
        z.strictObject({
          at: isoDateValue,
          tracks: z.array(trackKeyValue),
          items: countValue,
          accountsAffected: countValue,
          accountsAtMost: countValue,
        }),
      ),
    }),
    ['inventory', 'mapping', 'timeline', 'tracking'],
  ),
};
