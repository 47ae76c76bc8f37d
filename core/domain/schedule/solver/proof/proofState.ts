import type { BoundTrail } from './boundTrail.ts';
import { createTrail } from './boundTrail.ts';
import type { Branching } from './branching.ts';
import { createBranching } from './branching.ts';
import type { ClauseStore } from './clauseStore.ts';
import { createClauses } from './clauseStore.ts';
import type { CompulsoryProfile } from './compulsoryProfile.ts';
import { createProfile } from './compulsoryProfile.ts';
import type { ConflictMarks } from './conflictMarks.ts';
import { createMarks } from './conflictMarks.ts';
import type { EnergyView } from './energy.ts';
import { createEnergyView } from './energy.ts';
import type { LiteralList } from './literalList.ts';
import { createLiterals } from './literalList.ts';
import type { ProofModel } from './proofModel.ts';

/** All that changes while a project is searched. */
export type ProofState = {
  readonly model: ProofModel;
  readonly trail: BoundTrail;
  readonly profile: CompulsoryProfile;
  readonly clauses: ClauseStore;
  readonly branching: Branching;
  readonly marks: ConflictMarks;
  readonly view: EnergyView;
  /** Where an explanation is written. */
  readonly literals: LiteralList;
  /** The finish that is asked for; what follows from it stands at level 1. */
  limit: number;
  /** Of the resources from this one on the work in windows of time is looked at below level 1 too. */
  energyFrom: number;
  /** What a partner was told last. */
  readonly told: { limit: number; order: number; readonly bound: Int32Array };
  /** What failed last: `[slot >= value]` for this reason, against the other bound; slot -1 where the reason alone fails. */
  readonly failure: { slot: number; value: number; reason: number };
};

/**
 * The state in which nothing is decided, nothing is learnt and no link has been followed yet.
 *
 * Example: with a horizon of 7 an activity of 4 units of time starts at 0 to 3, at level 0 and without an entry, and all may finish at 7.
 */
export function createState(model: ProofModel): ProofState {
  return {
    model,
    trail: createTrail(model),
    profile: createProfile(model),
    clauses: createClauses(model),
    branching: createBranching(model),
    marks: createMarks(model.slots),
    view: createEnergyView(model),
    literals: createLiterals(),
    limit: model.horizon,
    energyFrom: model.project.resources,
    told: { limit: -1, order: -1, bound: new Int32Array(model.slots) },
    failure: { slot: -1, value: 0, reason: 0 },
  };
}
