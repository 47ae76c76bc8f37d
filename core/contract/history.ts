import { z } from 'zod';
import { command, query, topics } from './define.ts';
import { commandBase, commandDone, countValue, messageParams, pageInput } from './values.ts';

const entry = z.strictObject({
  sequence: z.number().int(),
  at: z.string(),
  actor: z.string(),
  operation: z.string(),
  labelKey: z.string(),
  params: messageParams,
  rows: countValue,
  state: z.enum(['done', 'undone']),
  /** Can be taken back alone as long as nothing was built on it. */
  mayRollBack: z.boolean(),
});

export const historyOperations = {
  'history.list': query(
    z.strictObject({ ...pageInput }),
    z.strictObject({
      total: countValue,
      entries: z.array(entry),
      undo: entry.nullable(),
      redo: entry.nullable(),
      /** Sequence of the last command, undo and redo included. */
      revision: countValue,
      /** The instant of the plan's first command: it stays through renaming and copying, so that a plan is known by it. */
      beganAt: z.string().nullable(),
    }),
    ['history'],
  ),
  'history.undo': command(z.strictObject({ ...commandBase }), commandDone, topics),
  /** Undoes or redoes in one go until this entry is the last that stands. */
  'history.restore': command(z.strictObject({ ...commandBase, sequence: z.number().int().min(1) }), commandDone, topics),
  /** Takes back one import alone; what came later stays. Refused where something was built on it. */
  'history.rollBack': command(z.strictObject({ ...commandBase, sequence: z.number().int().min(1) }), commandDone, topics),
  /** The later steps that built on this one. */
  'history.listBuiltUpon': query(z.strictObject({ sequence: z.number().int().min(1) }), z.array(entry), ['history']),
  'history.redo': command(z.strictObject({ ...commandBase }), commandDone, topics),
};
