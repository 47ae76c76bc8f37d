import type { Id } from '../domain/ids.ts';

export interface Ids {
  /** A new id that no other plan will make. */
  next<Kind extends string>(): Id<Kind>;
}
