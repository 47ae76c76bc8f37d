import type { IsoDate } from '../domain/calendar.ts';
import type { Source } from '../domain/catalogue/catalogue.ts';
import type { ContractId, SourceId, TrackId } from '../domain/ids.ts';
import type { Contract, Unit } from '../domain/inventory/inventory.ts';
import type { Strategy } from '../domain/mapping/decision.ts';
import { cents } from '../domain/money.ts';
import type { Problem } from '../domain/problems.ts';
import type { PlanTemplate } from '../domain/schedule/timeline/planTemplate.ts';
import type { Timeline } from '../domain/schedule/timeline/timeline.ts';
import { gateRows } from './gateRows.ts';
import type {
  ContractDecision,
  KeyFigures,
  NameCoverage,
  PlanReport,
  ReportAssumption,
  ReportCosts,
  ReportImport,
  ReportItem,
  ReportSupport,
  ReportPlan,
  ReportSource,
  ReportStatus,
  UnmatchedName,
} from './planReport.ts';
import { quarterRows } from './quarterRows.ts';
import { trackRows } from './trackRows.ts';

export type PlanReportInput = {
  readonly plan: ReportPlan;
  readonly template: PlanTemplate | null;
  /** The catalogue's sources, for the template and its gates. */
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly today: IsoDate;
  readonly revision: number;
  readonly fingerprint: string;
  readonly accountTotal: number;
  readonly units: readonly Unit[];
  /** All rows of the mapping. */
  readonly items: readonly ReportItem[];
  readonly supports: readonly ReportSupport[];
  readonly contracts: readonly Contract[];
  /** Decision dates as the timeline computes them; one contract may come several times, once for each term. */
  readonly decisions: readonly { readonly contractId: ContractId; readonly name: string; readonly decideBy: IsoDate; readonly endsOn: IsoDate }[];
  readonly timeline: Timeline;
  readonly gap: number | null;
  readonly statusOn: IsoDate | null;
  readonly holidays: readonly { readonly date: IsoDate; readonly name: string }[];
  readonly costs: ReportCosts;
  /** All assumptions of the plan; those of `costs` among them or not: each key is printed once. */
  readonly assumptions: readonly ReportAssumption[];
  readonly problems: readonly Problem[];
  readonly status: ReportStatus | null;
  readonly coverage: NameCoverage;
  readonly unmatched: readonly UnmatchedName[];
  readonly imports: readonly ReportImport[];
};

const severities: readonly Problem['severity'][] = ['error', 'warning', 'notice'];

/** Joins what the plan, the schedule, the costs and the tracking say into the one thing that is printed and exported. */
export function buildPlanReport(input: PlanReportInput): PlanReport {
  const tracks = trackRows(input.timeline, input.units, input.items, input.status);
  const decisions = contractDecisions(input);
  const problems = distinctProblems([...input.problems, ...input.costs.problems]);
  return {
    schema: 'bascule.plan/1',
    plan: input.plan,
    templateName: input.template?.name ?? null,
    templateSources: (input.template?.sources ?? []).flatMap((id) => reportSource(input.sources.get(id))),
    today: input.today,
    revision: input.revision,
    fingerprint: input.fingerprint,
    figures: keyFigures(input, tracks, decisions, problems),
    items: input.items,
    supports: input.supports,
    tracks,
    gates: gateRows(input.timeline, input.template, input.sources),
    decisions,
    freezes: [...input.timeline.freezes].sort((a, b) => compareText(a.startsOn, b.startsOn) || compareText(a.id, b.id)),
    holidays: [...input.holidays].sort((a, b) => compareText(a.date, b.date)),
    quarters: quarterRows(tracks),
    costs: input.costs,
    assumptions: distinctAssumptions([...input.assumptions, ...input.costs.assumptions]),
    problems,
    coverage: input.coverage,
    unmatched: [...input.unmatched].sort((a, b) => b.installations - a.installations || compareText(a.rawName, b.rawName) || compareText(a.version, b.version)),
    imports: input.imports,
    units: input.units,
    contracts: input.contracts,
    links: input.timeline.links,
    capacities: input.timeline.capacities,
  };
}

/** Code point order, so that two computers of different languages print the same bytes. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function reportSource(source: Source | undefined): ReportSource[] {
  return source === undefined ? [] : [{ title: source.title, publisher: source.publisher, url: source.url ?? null }];
}

function contractDecisions({ decisions, contracts, today }: PlanReportInput): ContractDecision[] {
  const byId = new Map(contracts.map((contract) => [contract.id, contract]));
  return [...decisions]
    .sort((a, b) => compareText(a.decideBy, b.decideBy) || compareText(a.endsOn, b.endsOn) || compareText(a.name, b.name))
    .map(({ contractId, name, decideBy, endsOn }, index) => {
      const contract = byId.get(contractId);
      return {
        contractId,
        number: index + 1,
        name,
        decideBy,
        endsOn,
        supplier: contract?.supplier ?? '',
        renewal: contract?.renewal ?? null,
        annualCostCents: contract?.annualCostCents ?? null,
        isPast: decideBy < today,
      };
    });
}

function distinctProblems(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  const distinct = problems.filter((problem) => {
    const key = JSON.stringify([problem.severity, problem.messageKey, problem.params, problem.subject ?? null]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return severities.flatMap((severity) => distinct.filter((problem) => problem.severity === severity));
}

function distinctAssumptions(assumptions: readonly ReportAssumption[]): ReportAssumption[] {
  const byKey = new Map<string, ReportAssumption>();
  for (const assumption of assumptions) if (!byKey.has(assumption.key)) byKey.set(assumption.key, assumption);
  return [...byKey.values()];
}

function keyFigures(input: PlanReportInput, tracks: PlanReport['tracks'], decisions: readonly ContractDecision[], problems: readonly Problem[]): KeyFigures {
  const { costs, coverage, items, timeline } = input;
  const byStrategy: Record<Strategy, number> = { replace: 0, keep: 0, retire: 0, undecided: 0 };
  for (const { strategy } of items) byStrategy[strategy] += 1;
  const finishes = timeline.tasks.flatMap(({ finishesOn }) => (finishesOn === null ? [] : [finishesOn]));
  const last = costs.years.length - 1;
  const lastYear = costs.years[last];
  const share = (part: number, rest: number) => (part + rest === 0 ? 1 : part / (part + rest));
  const done = new Map<TrackId, number>((input.status?.tracks ?? []).map(({ trackId, states }) => [trackId, states.migrated]));
  return {
    accounts: input.accountTotal,
    units: input.units.length,
    items: items.length,
    itemsDecided: items.length - byStrategy.undecided,
    byStrategy,
    tracks: tracks.length,
    waves: timeline.waves.length,
    moves: tracks.reduce((sum, track) => sum + track.accounts, 0),
    movesDone: tracks.reduce((sum, { trackId }) => sum + (done.get(trackId) ?? 0), 0),
    startsOn: input.plan.startsOn,
    finishesOn: finishes.sort().at(-1) ?? null,
    totalCents: costs.totalCents,
    stayTotalCents: costs.stayTotalCents,
    savingsCents: cents(costs.stayTotalCents - costs.totalCents),
    lastYear: lastYear === undefined ? null : { year: lastYear, savingsCents: cents((costs.stayByYear[last] ?? 0) - (costs.totalsByYear[last] ?? 0)) },
    firstYear: costs.years[0] ?? null,
    netPresentValueCents: costs.netPresentValueCents,
    paybackOn: costs.paybackOn,
    nextDecision: decisions.find(({ isPast }) => !isPast) ?? null,
    problems: {
      error: problems.filter(({ severity }) => severity === 'error').length,
      warning: problems.filter(({ severity }) => severity === 'warning').length,
      notice: problems.filter(({ severity }) => severity === 'notice').length,
    },
    coverageNames: share(coverage.matched, coverage.unmatched),
    coverageInstallations: share(coverage.matchedInstallations, coverage.unmatchedInstallations),
    gap: input.gap,
    statusOn: input.statusOn,
  };
}
