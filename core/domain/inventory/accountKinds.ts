import type { TrackKey } from '../catalogue/catalogue.ts';
import type { AccountKind } from './inventory.ts';

const everyKind: readonly AccountKind[] = ['person', 'shared', 'room', 'service'];
const mailboxes: readonly AccountKind[] = ['person', 'shared', 'room'];
const persons: readonly AccountKind[] = ['person'];

/**
 * The kinds of account that move on a track: a directory holds every account, a mail system every mailbox, and an
 * office suite, a desktop or a chat only those of persons. A room needs no word processor: counting it as a seat
 * would buy, schedule and train for nobody.
 *
 * Example: `accountKindsOfTrack('office')` is `['person']`.
 */
export function accountKindsOfTrack(track: TrackKey): readonly AccountKind[] {
  if (track === 'identity') return everyKind;
  if (track === 'mail') return mailboxes;
  return persons;
}
