import { hasNothingToPayBack } from '../../core/domain/cost/appraise.ts';
import type { Translator } from '../../core/i18n/translate.ts';
import { costsByKind, cumulatedCosts, savedWithTheMove } from '../../core/report/costSeries.ts';
import type { PlanReport } from '../../core/report/planReport.ts';
import { moneyScale } from '../../core/report/moneyScale.ts';
import { left, right } from './inventorySections.ts';
import type { Block, Row, Section } from './paperDocument.ts';

/** Years beside the names and the total that fit a portrait page. */
const yearsPerTable = 7;

export function costSection(report: PlanReport, t: Translator): Section {
  const { costs, figures } = report;
  const section = (blocks: readonly Block[]): Section => ({ title: t.translate('report.section.costs'), landscape: false, newPage: true, blocks });
  if (costs.years.length === 0 || figures.firstYear === null || figures.lastYear === null)
    return section([{ kind: 'text', text: t.translate('report.costs.none') }]);
  const years = { firstYear: figures.firstYear, lastYear: figures.lastYear.year };
  const blocks: Block[] = [
    {
      kind: 'text',
      text: t.translate(figures.savingsCents >= 0 ? 'report.costs.leadLess' : 'report.costs.leadMore', {
        ...years,
        plan: t.money(costs.totalCents),
        stay: t.money(costs.stayTotalCents),
        difference: t.money(Math.abs(figures.savingsCents)),
      }),
    },
    {
      kind: 'figures',
      items: [
        { label: t.translate('report.figure.cost'), value: t.money(costs.totalCents, 'whole'), note: t.translate('report.years', years) },
        { label: t.translate('report.figure.stay'), value: t.money(costs.stayTotalCents, 'whole'), note: t.translate('report.years', years) },
        {
          label: t.translate('report.figure.npv'),
          value: t.money(costs.netPresentValueCents, 'whole'),
          note: t.translate('report.costs.npvNote', { rate: t.percent(costs.discountRatePercent / 100, 1) }),
        },
        {
          label: t.translate('report.figure.payback'),
          value: costs.paybackOn === null ? '–' : t.date(costs.paybackOn),
          note: t.translate(
            costs.paybackOn !== null ? 'report.costs.paybackNote' : hasNothingToPayBack(costs) ? 'report.costs.nothingToPayBack' : 'report.costs.noPayback',
          ),
        },
      ],
    },
    yearsChart(report, t),
    cumulatedChart(report, t),
    ...yearTables(report, t),
    ...missedRenewals(report, t),
  ];
  if (costs.itemsWithoutCost > 0) blocks.push({ kind: 'note', text: t.translate('report.costs.withoutCost', { items: costs.itemsWithoutCost }) });
  return section(blocks);
}

/** Axis in whole thousands or millions of euro, so that ticks are short. */
function moneyAxis(
  smallest: number,
  largest: number,
  t: Translator,
): { unit: string; divisor: number; from: number; to: number; ticks: { value: number; text: string }[] } {
  const { euroPerUnit, from, to, ticks } = moneyScale(smallest, largest);
  return {
    unit: t.translate(`report.costs.unit.${euroPerUnit}`),
    divisor: euroPerUnit * 100,
    from,
    to,
    ticks: ticks.map((value) => ({ value, text: t.number(value) })),
  };
}

function yearsChart({ costs }: PlanReport, t: Translator): Block {
  const groups = costsByKind(costs);
  const axis = moneyAxis(Math.min(0, ...costs.totalsByYear), Math.max(0, ...costs.totalsByYear, ...costs.stayByYear), t);
  const { divisor, ...shown } = axis;
  const digits = divisor >= 100_000_000 ? 1 : 0;
  return {
    kind: 'bars',
    caption: t.translate('report.costs.yearsCaption'),
    ...shown,
    alt: t.translate('report.costs.yearsAlt', {
      years: costs.years
        .map((year, index) => `${year}: ${t.money(costs.totalsByYear[index] ?? 0, 'whole')} / ${t.money(costs.stayByYear[index] ?? 0, 'whole')}`)
        .join('; '),
    }),
    groups: costs.years.map((year, index) => ({
      text: String(year),
      total: t.number((costs.totalsByYear[index] ?? 0) / divisor, digits),
      stay: (costs.stayByYear[index] ?? 0) / divisor,
      parts: groups.map(({ kind, byYear }) => ({ hue: kind, value: Math.max(0, byYear[index] ?? 0) / divisor })),
    })),
    legend: [
      ...groups.map(({ kind }) => ({ hue: kind, text: t.translate(`common.costKind.${kind}`) })),
      { line: 'stay', text: t.translate('report.costs.stay') },
    ],
  };
}

function cumulatedChart({ costs }: PlanReport, t: Translator): Block {
  const { plan, stay, breakEven } = cumulatedCosts(costs);
  const { divisor, ...axis } = moneyAxis(Math.min(...plan, ...stay), Math.max(...plan, ...stay), t);
  return {
    kind: 'lines',
    ...axis,
    caption:
      breakEven === null
        ? t.translate(hasNothingToPayBack(costs) ? 'report.costs.cumulatedCaptionNothing' : 'report.costs.cumulatedCaptionNone')
        : t.translate('report.costs.cumulatedCaption', { date: breakEven.on }),
    alt: t.translate('report.costs.cumulatedAlt', { plan: t.money(plan.at(-1) ?? 0, 'whole'), stay: t.money(stay.at(-1) ?? 0, 'whole') }),
    texts: costs.years.map(String),
    series: [
      { line: 'stay', values: stay.map((value) => value / divisor) },
      { line: 'plan', values: plan.map((value) => value / divisor) },
    ],
    mark:
      breakEven === null
        ? null
        : { years: breakEven.years, value: breakEven.cents / divisor, text: t.translate('report.costs.breakEven', { date: breakEven.on }) },
    legend: [
      { line: 'plan', text: t.translate('report.costs.plan') },
      { line: 'stay', text: t.translate('report.costs.stay') },
    ],
  };
}

function yearTables(report: PlanReport, t: Translator): Block[] {
  const { costs } = report;
  const groups = costsByKind(costs);
  const names = new Map<string, string>(report.tracks.map(({ key, name }) => [key, name]));
  // The charts fill a page; a table begun under them would show two rows and go on.
  const blocks: Block[] = [{ kind: 'pagebreak' }, { kind: 'heading', level: 2, text: t.translate('report.costs.tableTitle') }];
  const byKind: Block[] = [];
  const byTrack: Block[] = [];
  for (let from = 0; from < costs.years.length; from += yearsPerTable) {
    const years = costs.years.slice(from, from + yearsPerTable);
    const isLast = from + yearsPerTable >= costs.years.length;
    const cells = (byYear: readonly number[], total: number): string[] => [
      ...years.map((_, index) => amount(byYear[from + index] ?? 0, t)),
      ...(isLast ? [amount(total, t)] : []),
    ];
    const columns = (first: string) => [
      left(t, first, 0),
      ...years.map((year) => ({ head: String(year), align: 'right' as const, width: 17.5 })),
      ...(isLast ? [right(t, 'sum', 19)] : []),
    ];
    const saved = savedWithTheMove(costs);
    byKind.push({
      kind: 'table',
      caption: t.translate('report.costs.kindCaption'),
      columns: columns('kind'),
      rows: [
        ...groups.map((group): Row => [{ text: t.translate(`common.costKind.${group.kind}`), hue: group.kind }, ...cells(group.byYear, group.totalCents)]),
        { total: [t.translate('report.costs.plan'), ...cells(costs.totalsByYear, costs.totalCents)] },
        [t.translate('report.costs.stay'), ...cells(costs.stayByYear, costs.stayTotalCents)],
        { total: [t.translate('report.costs.difference'), ...cells(saved.byYear, saved.totalCents)] },
      ],
    });
    byTrack.push({
      kind: 'table',
      caption: t.translate('report.costs.tableCaption'),
      columns: columns('kindAndTrack'),
      rows: groups.flatMap((group): Row[] => [
        { group: t.translate(`common.costKind.${group.kind}`), hue: group.kind },
        ...group.tracks.map(
          ({ track, byYear, totalCents }): Row => [
            track === null ? t.translate('report.noTrack') : (names.get(track) ?? t.translate(`common.track.${track}`)),
            ...cells(byYear, totalCents),
          ],
        ),
        ...(group.tracks.length > 1
          ? [
              [
                { text: t.translate('common.total'), strong: true },
                ...cells(group.byYear, group.totalCents).map((text) => ({ text, strong: true })),
              ] satisfies Row,
            ]
          : []),
      ]),
    });
  }
  blocks.push(...byKind, ...byTrack);
  blocks.push({
    kind: 'note',
    text: t.translate('report.costs.rounded', { plan: t.money(costs.totalCents, 'exact'), stay: t.money(costs.stayTotalCents, 'exact') }),
  });
  return blocks;
}

const amount = (cents: number, t: Translator): string => (cents === 0 ? '–' : t.money(cents, 'bareWhole'));

function missedRenewals({ costs }: PlanReport, t: Translator): Block[] {
  if (costs.missedRenewals.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: t.translate('report.missed.title') },
    { kind: 'text', text: t.translate('report.missed.lead') },
    {
      kind: 'table',
      caption: t.translate('report.missed.caption'),
      columns: [left(t, 'contract', 0), left(t, 'decideBy', 25), left(t, 'renewsOn', 25), left(t, 'lastWave', 27), right(t, 'costOfRenewal', 28)],
      rows: costs.missedRenewals.map(
        (missed): Row => [
          missed.name,
          t.date(missed.decideBy),
          t.date(missed.renewsOn),
          missed.lastWaveFinishesOn === null ? t.translate('report.noDate') : t.date(missed.lastWaveFinishesOn),
          t.money(missed.costCents, 'bare'),
        ],
      ),
    },
  ];
}
