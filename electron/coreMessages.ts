import type { WireError } from '../core/contract/errors.ts';
import type { RecentPlan, SampleWish } from '../core/contract/shell.ts';
import type { OpenPlan } from '../core/contract/shellBridge.ts';

/** What passes between the shell and the core's process, beside the wires of the windows. Paths are at home on both sides. */

export type PlanToOpen = { readonly path: string; readonly mode: 'create' | 'write' | 'read' };
export type KeptFile = { readonly handle: string; readonly path: string };
export type FoundSource = { readonly title: string; readonly publisher: string; readonly url: string };

/** What a new core must know to go on where the last one ended. */
export type CoreStart = { readonly plan: PlanToOpen | null; readonly files: readonly KeptFile[] };

/** What the shell asks of the core's process. */
export type CoreRequests = {
  readonly openPlan: { readonly input: PlanToOpen; readonly output: OpenPlan };
  /** Null when it was cancelled. */
  readonly makeSample: { readonly input: SampleWish; readonly output: (OpenPlan & { readonly path: string }) | null };
  readonly cancelSample: { readonly input: null; readonly output: null };
  readonly closePlan: { readonly input: null; readonly output: null };
  readonly keepFile: { readonly input: KeptFile; readonly output: { readonly name: string; readonly size: number } };
  readonly recentPlans: { readonly input: null; readonly output: readonly RecentPlan[] };
  readonly pathOfRecent: { readonly input: string; readonly output: string | null };
  readonly findSource: { readonly input: string; readonly output: FoundSource | null };
};
export type RequestName = keyof CoreRequests;

export type ToCoreProcess =
  | { readonly kind: 'start'; readonly start: CoreStart }
  | { readonly kind: 'ask'; readonly id: number; readonly name: RequestName; readonly input: unknown }
  | { readonly kind: 'shutdown' }
  /** A window's wire. In a utility process a port comes with it; in a plain child its texts pass through the shell. */
  | { readonly kind: 'wire'; readonly wire: number }
  | { readonly kind: 'text'; readonly wire: number; readonly text: string }
  | { readonly kind: 'wireClosed'; readonly wire: number };

export type FromCoreProcess =
  /** What is open now, and why the plan of before is not. */
  | { readonly kind: 'ready'; readonly plan: OpenPlan | null; readonly problem: WireError | null }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly error: WireError }
  | { readonly kind: 'text'; readonly wire: number; readonly text: string }
  | { readonly kind: 'wireClosed'; readonly wire: number };
