import type { Output, Parsed } from '../../contract/contract.ts';
import type { PaperPreview } from '../../ports/planWriters.ts';
import type { PlanStore } from '../../ports/planStore.ts';
import { type AppContext, openStore } from '../context.ts';
import { reportOfPlan } from './reportOfPlan.ts';

type SetPaper = { readonly store: PlanStore; readonly key: string; readonly paper: Promise<PaperPreview & { readonly fingerprint: string }> };

/**
 * Answers the pages of the report. The document that was set last is kept until the plan or the choice of sections
 * changes, because its pages are asked for one after another.
 */
export function createPreview(context: AppContext): (input: Parsed<'report.preview'>) => Promise<Output<'report.preview'>> {
  let last: SetPaper | null = null;
  return async ({ firstPage, pageCount, ...options }) => {
    const store = openStore(context);
    const key = JSON.stringify([store.read((reader) => reader.revision()), options]);
    if (last?.store !== store || last.key !== key) last = { store, key, paper: setPaper(context, options) };
    const asked = last;
    let paper: Awaited<SetPaper['paper']>;
    try {
      paper = await asked.paper;
    } catch (error) {
      if (last === asked) last = null;
      throw error;
    }
    return {
      sheets: paper.pages.map(({ widthPoints, heightPoints }) => ({ widthPoints, heightPoints })),
      headings: paper.headings.map((heading) => ({ ...heading })),
      pages: paper.pages.slice(firstPage - 1, firstPage - 1 + pageCount).map(({ svg }, index) => ({ page: firstPage + index, svg })),
      fingerprint: paper.fingerprint,
    };
  };
}

async function setPaper(context: AppContext, { kind, locale, sections, today }: Omit<Parsed<'report.preview'>, 'firstPage' | 'pageCount'>) {
  const report = await reportOfPlan(context, locale, today);
  const paper = await context.planWriters.preview(report, { kind, locale, sections });
  return { ...paper, fingerprint: report.fingerprint };
}
