import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { baselineComparisonValue, baselineHeadValue, baselineTaskValue } from '../../core/contract/baseline.ts';
import type { termsChangeValue } from '../../core/contract/contracts.ts';
import type { mappingRow } from '../../core/contract/mapping.ts';
import type { accountValue, contractValue, itemValue, matchReasonValue, releaseValue, unitValue } from '../../core/contract/inventory.ts';
import type { decisionValue } from '../../core/contract/decisionValue.ts';
import type { costBandValue, costsValue } from '../../core/contract/cost.ts';
import type { freezeValue, taskValue, timelineValue, trackValue, waveValue } from '../../core/contract/schedule.ts';
import type { fileIssueValue, problemValue } from '../../core/contract/values.ts';
import type { MatchReason } from '../../core/domain/catalogue/match.ts';
import type { Release } from '../../core/domain/catalogue/readRelease.ts';
import type { CostBand } from '../../core/domain/cost/costBand.ts';
import type { Costs } from '../../core/domain/cost/costInput.ts';
import type { TermsChange } from '../../core/domain/inventory/changeTerms.ts';
import type { Account, Contract, Item, Unit } from '../../core/domain/inventory/inventory.ts';
import type { Decision } from '../../core/domain/mapping/decision.ts';
import type { FileIssue, Problem } from '../../core/domain/problems.ts';
import type { BaselineHead, BaselineTask } from '../../core/domain/schedule/baseline/baseline.ts';
import type { BaselineComparison } from '../../core/domain/schedule/baseline/compareBaseline.ts';
import type { Freeze, Task, ShownTimeline, Track, Wave } from '../../core/domain/schedule/timeline/timeline.ts';
import type { ReportItem } from '../../core/report/planReport.ts';

type Mutable<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer E)[]
    ? Mutable<E>[]
    : { -readonly [K in keyof T]: Mutable<T[K]> };
type Same<Schema extends z.ZodType, Domain> = [z.output<Schema>] extends [Mutable<Domain>]
  ? [Mutable<Domain>] extends [z.output<Schema>]
    ? true
    : 'the domain has what the schema lacks'
  : 'the schema has what the domain lacks';

/** Compiles only where the schema and the type that the domain wrote without zod say the same. */
function same<_Proof extends true>(): true {
  return true;
}

describe('schemas of the contract and types of the domain', () => {
  it('say the same', () => {
    const proofs = [
      same<Same<typeof unitValue, Unit>>(),
      same<Same<typeof accountValue, Account>>(),
      same<Same<typeof itemValue, Item>>(),
      same<Same<typeof contractValue, Contract>>(),
      same<Same<typeof termsChangeValue, TermsChange>>(),
      same<Same<typeof matchReasonValue, MatchReason>>(),
      same<Same<typeof releaseValue, Release>>(),
      same<Same<typeof decisionValue, Decision>>(),
      same<Same<typeof mappingRow, ReportItem>>(),
      same<Same<typeof trackValue, Track>>(),
      same<Same<typeof waveValue, Wave>>(),
      same<Same<typeof taskValue, Task>>(),
      same<Same<typeof freezeValue, Freeze>>(),
      same<Same<typeof timelineValue, ShownTimeline>>(),
      same<Same<typeof baselineHeadValue, BaselineHead>>(),
      same<Same<typeof baselineTaskValue, BaselineTask>>(),
      same<Same<typeof baselineComparisonValue, BaselineComparison>>(),
      same<Same<typeof costBandValue, CostBand>>(),
      same<Same<typeof problemValue, Problem>>(),
      same<Same<typeof fileIssueValue, FileIssue>>(),
    ];
    expect(proofs).not.toContain(false);
  });

  it('differ where they are meant to, and the check sees it', () => {
    // @ts-expect-error the answer carries the assumptions in words, the domain only the keys it used
    expect(same<Same<typeof costsValue, Costs>>()).toBe(true);
  });
});
