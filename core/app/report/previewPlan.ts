import type { Output, Parsed } from '../../contract/contract.ts';
import type { KeptPaper, PaperWanted } from './keepPaper.ts';

export async function previewPlan(
  paperOf: (wanted: PaperWanted) => Promise<KeptPaper>,
  { firstPage, pageCount, ...wanted }: Parsed<'report.preview'>,
): Promise<Output<'report.preview'>> {
  const paper = await paperOf(wanted);
  const drawings = paper.draw();
  return {
    sheets: drawings.map(({ widthPoints, heightPoints }) => ({ widthPoints, heightPoints })),
    headings: paper.headings.map((heading) => ({ ...heading })),
    pages: drawings.slice(firstPage - 1, firstPage - 1 + pageCount).map(({ svg }, index) => ({ page: firstPage + index, svg })),
    fingerprint: paper.fingerprint,
  };
}
