import { hasNothingToPayBack } from '../../core/domain/cost/appraise.ts';
import { sectionsOfKind } from '../../core/contract/reportSections.ts';
import { createTranslator, type Translator } from '../../core/i18n/translate.ts';
import type { Locale } from '../../core/i18n/keys.ts';
import type { PlanReport } from '../../core/report/planReport.ts';
import { costSection } from './costSection.ts';
import { shortFingerprint } from '../../core/report/shortFingerprint.ts';
import { askedFor, coverPage } from './coverPage.ts';
import { ganttSection } from './ganttSection.ts';
import { inventorySection, mappingSection } from './inventorySections.ts';
import type { PaperDocument, Section } from './paperDocument.ts';
import { sourcesSection } from './sourcesSection.ts';
import { accountsSection, timelineSection, tracksTable } from './timelineSections.ts';

export type PaperKind = 'plan' | 'council';
export type PaperSection = 'title' | 'summary' | 'inventory' | 'mapping' | 'timeline' | 'gantt' | 'costs' | 'accounts' | 'assumptions';

/** Puts a plan's figures into the sentences, tables and drawings of a paper. The order of the sections is the paper's, not the caller's. */
export function layOutPaper(
  report: PlanReport,
  options: { readonly locale: Locale; readonly kind: PaperKind; readonly sections?: readonly PaperSection[] | undefined },
): PaperDocument {
  const t = createTranslator(options.locale);
  const wanted = sectionsOfKind.plan.filter((name) => (options.sections ?? sectionsOfKind[options.kind]).includes(name));
  const makers: Record<Exclude<PaperSection, 'title'>, () => Section | null> = {
    summary: () => summarySection(report, t, options.kind),
    inventory: () => inventorySection(report, t),
    mapping: () => mappingSection(report, t),
    timeline: () => timelineSection(report, t, options.kind),
    gantt: () => ganttSection(report, t, options.kind),
    costs: () => costSection(report, t),
    accounts: () => accountsSection(report, t),
    assumptions: () => sourcesSection(report, t),
  };
  const sections = wanted.flatMap((name) => (name === 'title' ? [] : (makers[name]() ?? [])));
  const hasCover = wanted.includes('title');
  const hasContents = sections.length > 2;
  return {
    lang: options.locale,
    region: options.locale === 'en' ? 'GB' : options.locale.toUpperCase(),
    title: t.translate('report.documentTitle', { plan: report.plan.name, kind: t.translate(`report.kind.${options.kind}`) }),
    author: report.plan.administration,
    description: t.translate('report.documentDescription', { administration: report.plan.administration, fingerprint: report.fingerprint }),
    // `bascule verify` finds the fingerprint by this mark in the document's metadata.
    keywords: [report.plan.administration, report.plan.name, `bascule-fingerprint:${report.fingerprint}`].filter((word) => word !== ''),
    date: [Number(report.today.slice(0, 4)), Number(report.today.slice(5, 7)), Number(report.today.slice(8, 10))],
    runningHead: report.plan.name === report.plan.administration ? '' : report.plan.name,
    runningFoot: t.translate('report.runningFoot', { date: report.today, fingerprint: shortFingerprint(report.fingerprint) }),
    labels: {
      table: t.translate('report.label.table'),
      figure: t.translate('report.label.figure'),
      pageOf: t.translate('report.label.pageOf', { page: '§1', pages: '§2' }),
    },
    cover: hasCover ? coverPage(report, t, options.kind) : null,
    contents: hasContents ? t.translate('report.contents') : '',
    sections: sections.map((section, index) => ({
      ...section,
      newPage: index === 0 ? hasCover && !hasContents : !isShort(sections[index - 1]) || !isShort(section),
    })),
  };
}

/** A section of a few sentences needs no page of its own. */
function isShort(section: Section | undefined): boolean {
  return section === undefined || (!section.landscape && section.blocks.every(({ kind }) => kind === 'text' || kind === 'heading' || kind === 'list'));
}

function summarySection(report: PlanReport, t: Translator, kind: PaperKind): Section {
  const { figures } = report;
  const years =
    figures.firstYear === null || figures.lastYear === null
      ? ''
      : t.translate('report.years', { firstYear: figures.firstYear, lastYear: figures.lastYear.year });
  const next = figures.nextDecision;
  return {
    title: t.translate('report.section.summary'),
    landscape: false,
    newPage: true,
    blocks: [
      {
        kind: 'figures',
        items: [
          {
            label: t.translate('report.figure.accounts'),
            value: t.number(figures.accounts),
            note: t.translate('report.figure.unitsNote', { units: figures.units }),
          },
          {
            label: t.translate('report.figure.moves'),
            value: t.number(figures.moves),
            note: t.translate('report.figure.movesNote', { waves: figures.waves, done: figures.movesDone }),
          },
          {
            label: t.translate('report.figure.items'),
            value: t.number(figures.items),
            note: t.translate('report.figure.itemsNote', { decided: figures.itemsDecided }),
          },
          {
            label: t.translate('report.figure.finish'),
            value: figures.finishesOn === null ? '–' : t.date(figures.finishesOn),
            note: t.translate('report.figure.startNote', { date: figures.startsOn }),
          },
          { label: t.translate('report.figure.cost'), value: figures.firstYear === null ? '–' : t.money(figures.totalCents, 'whole'), note: years },
          {
            label: t.translate('report.figure.savings'),
            value: figures.firstYear === null ? '–' : t.money(figures.savingsCents, 'whole'),
            note:
              figures.lastYear === null
                ? ''
                : t.translate('report.figure.savingsNote', { year: figures.lastYear.year, amount: t.money(figures.lastYear.savingsCents, 'whole') }),
          },
          {
            label: t.translate('report.figure.payback'),
            value: figures.paybackOn === null ? '–' : t.date(figures.paybackOn),
            note: hasNothingToPayBack(figures) ? t.translate('report.costs.nothingToPayBack') : '',
          },
          { label: t.translate('report.figure.nextDecision'), value: next === null ? '–' : t.date(next.decideBy), note: next === null ? '' : next.name },
        ],
      },
      report.coverage.matched + report.coverage.unmatched === 0
        ? { kind: 'text', text: t.translate('report.inventory.noNames') }
        : {
            kind: 'text',
            text: t.translate('report.summary.coverage', {
              names: t.percent(figures.coverageNames, 1),
              installations: t.percent(figures.coverageInstallations, 1),
              unmatched: report.coverage.unmatched,
            }),
          },
      {
        kind: 'text',
        text: t.translate('report.summary.problems', { errors: figures.problems.error, warnings: figures.problems.warning, notices: figures.problems.notice }),
      },
      ...(kind === 'plan' && report.tracks.length > 0 ? [tracksTable(report, t)] : []),
      { kind: 'heading', level: 2, text: t.translate('report.asked.title') },
      { kind: 'numbers', items: askedFor(report, t) },
    ],
  };
}
