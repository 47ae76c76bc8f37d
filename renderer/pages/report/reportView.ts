import { create } from 'zustand';
import { reportSections, sectionsOfKind } from '../../../core/contract/reportSections.ts';
import type { Locale } from '../../../core/i18n/keys.ts';

export type PaperKind = 'plan' | 'council';
export type PaperSection = (typeof reportSections)[number];
export type PdfStandard = 'ua-1' | 'a-2a';

type ReportView = {
  readonly kind: PaperKind;
  /** Null follows the window's language. */
  readonly locale: Locale | null;
  readonly standard: PdfStandard;
  /** Of each paper its own choice; in the paper's order. */
  readonly sections: Readonly<Record<PaperKind, readonly PaperSection[]>>;
  readonly zoom: number;
  setKind(kind: PaperKind): void;
  setLocale(locale: Locale): void;
  setStandard(standard: PdfStandard): void;
  toggleSection(section: PaperSection): void;
  setZoom(zoom: number): void;
};

export const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

export const useReportView = create<ReportView>()((set) => ({
  kind: 'plan',
  locale: null,
  standard: 'ua-1',
  sections: sectionsOfKind,
  zoom: 1,
  setKind: (kind) => set({ kind }),
  setLocale: (locale) => set({ locale }),
  setStandard: (standard) => set({ standard }),
  toggleSection: (section) =>
    set(({ kind, sections }) => {
      const chosen = sections[kind];
      const next = reportSections.filter((name) => (name === section ? !chosen.includes(name) : chosen.includes(name)));
      return { sections: { ...sections, [kind]: next } };
    }),
  setZoom: (zoom) => set({ zoom }),
}));
