import type { Parsed } from '../../contract/contract.ts';
import type { PlanStore } from '../../ports/planStore.ts';
import type { SetPaper } from '../../ports/planWriters.ts';
import { type AppContext, openStore } from '../context.ts';
import { reportOfPlan } from './reportOfPlan.ts';

export type PaperWanted = Pick<Parsed<'report.print'>, 'kind' | 'locale' | 'sections' | 'today'>;
export type KeptPaper = SetPaper & { readonly fingerprint: string };

/**
 * Sets the paper of the open plan and keeps the last one until the plan or the choice changes: a preview asks for its
 * pages one after another, and what is saved then is the document that was looked at.
 */
export function keepPaper(context: AppContext): (wanted: PaperWanted) => Promise<KeptPaper> {
  let last: { readonly store: PlanStore; readonly key: string; readonly paper: Promise<KeptPaper> } | null = null;
  return async ({ kind, locale, sections, today }) => {
    const store = openStore(context);
    const key = JSON.stringify([store.read((reader) => reader.revision()), kind, locale, sections ?? null, today]);
    if (last?.store !== store || last.key !== key) last = { store, key, paper: setPaper(context, { kind, locale, sections, today }) };
    const asked = last;
    try {
      return await asked.paper;
    } catch (error) {
      if (last === asked) last = null;
      throw error;
    }
  };
}

async function setPaper(context: AppContext, { kind, locale, sections, today }: PaperWanted): Promise<KeptPaper> {
  const report = reportOfPlan(context, locale, today);
  return { ...(await context.planWriters.setPaper(report, { kind, locale, sections })), fingerprint: report.fingerprint };
}
