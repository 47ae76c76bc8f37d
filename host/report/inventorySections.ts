import type { Translator } from '../../core/i18n/translate.ts';
import type { PlanReport, ReportItem, TrackRow } from '../../core/report/planReport.ts';
import { reasonText } from '../../core/report/reasonText.ts';
import type { Block, Cell, Column, Row, Section } from './paperDocument.ts';

export function inventorySection(report: PlanReport, t: Translator): Section {
  const { coverage, figures, items } = report;
  const blocks: Block[] = [
    { kind: 'text', text: t.translate('report.inventory.lead', { items: figures.items, accounts: figures.accounts, units: figures.units }) },
  ];
  if (items.length > 0) {
    blocks.push({
      kind: 'table',
      caption: t.translate('report.inventory.caption'),
      columns: [
        left(t, 'item', 0),
        left(t, 'vendor', 34),
        right(t, 'installations', 22),
        right(t, 'seats', 17),
        right(t, 'accounts', 17),
        right(t, 'annualCost', 26),
      ],
      rows: [
        ...byTrack(report, t, items, (item) => [
          item.itemName,
          item.vendor === '' ? '–' : item.vendor,
          known(item.installations, t),
          known(item.seats, t),
          known(item.accounts, t),
          item.annualCostCents === null ? t.translate('common.unknown') : t.money(item.annualCostCents, 'bare'),
        ]),
        {
          total: [
            t.translate('report.inventory.knownTotal'),
            '',
            '',
            '',
            '',
            t.money(
              items.reduce((sum, { annualCostCents }) => sum + (annualCostCents ?? 0), 0),
              'bare',
            ),
          ],
        },
      ],
    });
    blocks.push({ kind: 'note', text: t.translate('report.inventory.counters') });
  }
  blocks.push({ kind: 'heading', level: 2, text: t.translate('report.inventory.coverage') });
  blocks.push({
    kind: 'text',
    text:
      coverage.matched + coverage.noise + coverage.unmatched === 0
        ? t.translate('report.inventory.noNames')
        : t.translate('report.inventory.coverageText', {
            matched: coverage.matched,
            noise: coverage.noise,
            unmatched: coverage.unmatched,
            names: t.percent(figures.coverageNames, 1),
            installations: t.percent(figures.coverageInstallations, 1),
          }),
  });
  const shown = report.unmatched.slice(0, 25);
  if (shown.length > 0) {
    const restNames = report.coverage.unmatched - shown.length;
    const restInstallations = report.coverage.unmatchedInstallations - shown.reduce((sum, { installations }) => sum + installations, 0);
    blocks.push({
      kind: 'table',
      caption: t.translate('report.unmatched.caption'),
      columns: [left(t, 'rawName', 0), left(t, 'publisher', 48), left(t, 'version', 24), right(t, 'installations', 24)],
      rows: shown.map(({ rawName, publisher, version, installations }) => [rawName, publisher, version, t.number(installations)]),
    });
    if (restNames > 0)
      blocks.push({ kind: 'note', text: t.translate('report.unmatched.rest', { names: restNames, installations: Math.max(0, restInstallations) }) });
  }
  return { title: t.translate('report.section.inventory'), landscape: false, newPage: true, blocks };
}

export function mappingSection(report: PlanReport, t: Translator): Section {
  const { byStrategy } = report.figures;
  const blocks: Block[] = [
    {
      kind: 'text',
      text: t.translate('report.mapping.lead', {
        replace: byStrategy.replace,
        keep: byStrategy.keep,
        retire: byStrategy.retire,
        undecided: byStrategy.undecided,
      }),
    },
  ];
  if (report.items.length > 0) {
    blocks.push({
      kind: 'table',
      caption: t.translate('report.mapping.caption'),
      columns: [left(t, 'item', 44), right(t, 'accounts', 14), left(t, 'decision', 44), left(t, 'reasons', 0)],
      rows: byTrack(report, t, report.items, (item) => [item.itemName, known(item.accounts, t), decisionCell(item, t), reasonText(item, t, 'short')]),
    });
    blocks.push({ kind: 'note', text: t.translate('report.mapping.note') });
  }
  return { title: t.translate('report.section.mapping'), landscape: false, newPage: true, blocks };
}

function decisionCell(item: ReportItem, t: Translator): Cell {
  const mark = item.strategy === 'undecided' ? 'problem' : item.strategy === 'keep' ? 'exception' : item.strategy === 'retire' ? 'planned' : 'done';
  const word = t.translate(`common.strategy.${item.strategy}`);
  return { mark, text: item.replacementName === null ? word : `${word} → ${item.replacementName}` };
}

/** Items under the heading of their track, in the plan's order; within it the most accounts first. */
function byTrack(report: PlanReport, t: Translator, items: readonly ReportItem[], cells: (item: ReportItem) => readonly Cell[]): Row[] {
  const names = new Map<string, TrackRow>(report.tracks.map((track) => [track.key, track]));
  const order = new Map<string | null, number>([...report.tracks.map((track, index) => [track.key, index] as const), [null, Number.MAX_SAFE_INTEGER]]);
  const place = (item: ReportItem) => order.get(item.track) ?? Number.MAX_SAFE_INTEGER - 1;
  const sorted = [...items].sort(
    (a, b) => place(a) - place(b) || compare(a.track ?? '', b.track ?? '') || uses(b) - uses(a) || compare(a.itemName, b.itemName),
  );
  const rows: Row[] = [];
  let current: string | null | undefined;
  for (const item of sorted) {
    if (item.track !== current) {
      current = item.track;
      const count = sorted.filter(({ track }) => track === current).length;
      rows.push({
        group: current === null ? t.translate('report.noTrack') : (names.get(current)?.name ?? t.translate(`common.track.${current}`)),
        ...(current === null ? {} : { hue: current }),
        note: t.translate('report.itemCount', { items: count }),
      });
    }
    rows.push(cells(item));
  }
  return rows;
}

export const left = (t: Translator, key: string, width: number): Column => ({ head: t.translate(`report.column.${key}`), align: 'left', width });
export const right = (t: Translator, key: string, width: number): Column => ({ head: t.translate(`report.column.${key}`), align: 'right', width });

/** How widely an item is used: whichever of its counters says more; only for the order of lines. */
const uses = (item: ReportItem): number => Math.max(item.accounts, item.installations);

/** 0 means that no file says. */
const known = (count: number, t: Translator): string => (count === 0 ? '–' : t.number(count));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
