import type { PlanReport } from '../report/planReport.ts';

export type ReportSection = 'title' | 'summary' | 'inventory' | 'mapping' | 'timeline' | 'gantt' | 'costs' | 'accounts' | 'assumptions';
export type Locale = 'de' | 'en' | 'fr';

export type PaperOptions = {
  readonly locale: Locale;
  readonly kind: 'plan' | 'council';
  /** All sections of the kind when absent. */
  readonly sections?: readonly ReportSection[] | undefined;
};

export type PaperDrawing = { readonly svg: string; readonly widthPoints: number; readonly heightPoints: number };

/** A document that is set once. What is drawn on the screen and what is written into a file both come from it. */
export type SetPaper = {
  readonly pages: number;
  readonly headings: readonly { readonly level: number; readonly title: string; readonly page: number }[];
  /** Each page as a picture (SVG). */
  draw(): readonly PaperDrawing[];
  /** The same bytes each time. */
  pdf(standard: 'ua-1' | 'a-2a'): Uint8Array;
};

/** The plan as other programs' files and on paper. Takes figures that are computed already and only lays them out. */
export interface PlanWriters {
  setPaper(report: PlanReport, options: PaperOptions): Promise<SetPaper>;
  export(format: string, report: PlanReport, locale: Locale): Promise<Uint8Array>;
  readonly readFormats: readonly { readonly id: string; readonly nameKey: string }[];
  readonly writeFormats: readonly { readonly id: string; readonly nameKey: string; readonly isAvailable: boolean }[];
  /** The sentence behind a message key, for texts that become part of a plan file (track names). */
  translate(locale: Locale, key: string, params?: Readonly<Record<string, string | number>>): string;
}
