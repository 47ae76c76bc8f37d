import { hasNothingToPayBack } from '../../core/domain/cost/appraise.ts';
import type { Translator } from '../../core/i18n/translate.ts';
import { ganttTiles } from '../../core/report/ganttGeometry.ts';
import { largestVendor } from '../../core/report/largestVendor.ts';
import type { PlanReport } from '../../core/report/planReport.ts';
import type { Cover, CoverRow } from './paperDocument.ts';
import { shortFingerprint } from '../../core/report/shortFingerprint.ts';

/** The first page stands alone on a desk: what, why, until when, how many accounts, how much, what is asked. */
export function coverPage(report: PlanReport, t: Translator, kind: 'plan' | 'council'): Cover {
  const { figures, plan } = report;
  const row = (key: string, value: string, lines: readonly (string | null)[], items: readonly string[] = []): CoverRow => ({
    label: t.translate(`report.cover.${key}`),
    value,
    lines: lines.filter((line) => line !== null),
    items,
  });
  const vendor = largestVendor(report.items);
  const isCostKnown = knowsCost(report);
  // The first of each track is its most used one: the reader sees every track before the second choice of any.
  const moves = [...new Set([0, 1, 2].flatMap((place) => report.tracks.flatMap(({ replacements }) => replacements.slice(place, place + 1))))];
  const others = new Set(report.tracks.flatMap(({ replacements }) => replacements)).size - moves.length;
  const tile = ganttTiles(report, { rowsPerPage: 1000, weeksPerPage: 10_000, waves: 'none' })[0];
  const trackRowsOfTile = tile?.rows.filter(({ kind: rowKind }) => rowKind === 'track') ?? [];
  return {
    administration: plan.administration === plan.name ? '' : plan.administration,
    plan: plan.name,
    date: t.dateLong(report.today),
    subtitle: t.translate(`report.kind.${kind}`),
    rows: [
      row(
        'what',
        figures.items === 0
          ? t.translate('report.cover.nothingYet')
          : t.translate('report.cover.whatValue', { items: figures.items, replaced: figures.byStrategy.replace }),
        [moves.length === 0 ? null : t.translate('report.cover.whatLine', { names: listOf([...moves, ...Array.from({ length: others }, () => '')], 6, t) })],
      ),
      row('why', vendor === null ? '' : t.translate('report.cover.whyValue', { share: t.percent(vendor.share), vendor: vendor.vendor }), [
        figures.stayTotalCents === 0 || figures.firstYear === null || figures.lastYear === null
          ? t.translate('report.cover.whyUnknown')
          : t.translate('report.cover.whyLine', {
              amount: t.money(figures.stayTotalCents, 'whole'),
              firstYear: figures.firstYear,
              lastYear: figures.lastYear.year,
            }),
      ]),
      row('until', figures.finishesOn === null ? t.translate('report.cover.noFinish') : t.dateLong(figures.finishesOn), [
        figures.finishesOn === null
          ? null
          : t.translate('report.cover.untilLine', { start: t.dateLong(figures.startsOn), waves: figures.waves, tracks: figures.tracks }),
        figures.gap === null
          ? null
          : figures.gap < 0.0005
            ? t.translate('report.cover.gapNone')
            : t.translate('report.cover.gapLine', { gap: t.percent(figures.gap, 1) }),
        figures.statusOn === null ? null : t.translate('report.cover.statusLine', { date: t.dateLong(figures.statusOn) }),
      ]),
      row('accounts', t.translate('common.accounts', { accounts: figures.accounts }), [
        figures.accounts === 0 ? null : t.translate('report.cover.accountsLine', { units: figures.units, moves: figures.moves, done: figures.movesDone }),
      ]),
      row(
        'cost',
        isCostKnown ? t.money(figures.totalCents, 'whole') : t.translate('report.cover.noCost'),
        !isCostKnown || figures.firstYear === null || figures.lastYear === null
          ? []
          : [
              t.translate(figures.savingsCents >= 0 ? 'report.cover.costLess' : 'report.cover.costMore', {
                amount: t.money(Math.abs(figures.savingsCents), 'whole'),
                firstYear: figures.firstYear,
                lastYear: figures.lastYear.year,
              }),
              figures.paybackOn === null
                ? t.translate(hasNothingToPayBack(figures) ? 'report.cover.nothingToPayBack' : 'report.cover.noPayback')
                : t.translate('report.cover.paybackLine', { date: t.dateLong(figures.paybackOn) }),
              figures.byStrategy.undecided + report.costs.itemsWithoutCost === 0
                ? null
                : t.translate('report.cover.openLine', { items: report.costs.itemsWithoutCost, undecided: figures.byStrategy.undecided }),
            ],
      ),
      row('asked', '', [], askedFor(report, t)),
    ],
    strip:
      tile === undefined || tile.days === 0
        ? null
        : {
            days: tile.days,
            today: tile.today,
            todayText: t.translate('report.gantt.today', { date: report.today }),
            years: tile.years,
            rows: trackRowsOfTile.map((trackRow) => ({
              text: trackRow.trackName,
              hue: trackRow.track,
              bars: trackRow.bars.map(({ from, to }) => ({ from, to })),
            })),
          },
    stripAlt: t.translate('report.cover.stripAlt', {
      tracks: report.tracks
        .filter(({ startsOn }) => startsOn !== null)
        .map(({ name, startsOn, finishesOn }) => `${name} ${startsOn === null || finishesOn === null ? '' : t.dateRange(startsOn, finishesOn)}`)
        .join('; '),
    }),
  };
}

/** A plan in which nobody has entered a cost: nothing is saved, nothing has paid for itself, nothing is asked for. */
const knowsCost = ({ figures }: PlanReport): boolean => figures.totalCents > 0 || figures.stayTotalCents > 0;

/** The resolution: the plan in this version, its cost, and the next contract that must be decided. */
export function askedFor(report: PlanReport, t: Translator): string[] {
  const { figures } = report;
  const next = figures.nextDecision;
  if (figures.items === 0 && figures.finishesOn === null) return [t.translate('report.asked.nothing')];
  return [
    t.translate('report.asked.plan', { fingerprint: shortFingerprint(report.fingerprint) }),
    ...(!knowsCost(report) || figures.firstYear === null || figures.lastYear === null
      ? []
      : [t.translate('report.asked.cost', { amount: t.money(figures.totalCents, 'whole'), firstYear: figures.firstYear, lastYear: figures.lastYear.year })]),
    ...(next === null ? [] : [t.translate('report.asked.contract', { name: next.name, date: t.dateLong(next.decideBy) })]),
  ];
}

/** The first names and how many more there are. */
export function listOf(names: readonly string[], most: number, t: Translator): string {
  const shown = names.slice(0, names.length === most + 1 ? most + 1 : most).join(', ');
  const rest = names.length === most + 1 ? 0 : names.length - most;
  return rest > 0 ? t.translate('report.andMore', { names: shown, count: rest }) : shown;
}
