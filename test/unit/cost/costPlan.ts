import { isoDate } from '../../../core/domain/calendar.ts';
import type { TrackKey } from '../../../core/domain/catalogue/catalogue.ts';
import type { CostInput, CostItem } from '../../../core/domain/cost/costInput.ts';
import type { ContractId, ItemId, TaskId, TrackId, WaveId } from '../../../core/domain/ids.ts';
import type { Contract } from '../../../core/domain/inventory/inventory.ts';
import { cents } from '../../../core/domain/money.ts';
import type { Task, Track } from '../../../core/domain/schedule/timeline/timeline.ts';

export function track(key: TrackKey, change: Partial<Track> = {}): Track {
  return {
    id: key as string as TrackId,
    key,
    name: key,
    position: 0,
    movesAccounts: true,
    accountsPerWeek: 100,
    trainingMinutesPerAccount: 0,
    crewMinutesPerAccount: 0,
    phases: [],
    ...change,
  };
}

export function task(key: TrackKey, kind: Task['kind'], phase: Task['phase'], startsOn: string | null, finishesOn: string | null, accountCount = 0): Task {
  const id = `${key}:${phase}:${startsOn}`;
  return {
    id: id as TaskId,
    trackId: key as string as TrackId,
    kind,
    phase,
    waveId: kind === 'wave' ? (id as WaveId) : null,
    name: id,
    workingDays: 1,
    accountCount,
    startsOn: startsOn === null ? null : isoDate(startsOn),
    finishesOn: finishesOn === null ? null : isoDate(finishesOn),
    notBefore: null,
  };
}

export function item(id: string, trackKey: TrackKey | null, annualCostCents: number | null): CostItem {
  return {
    id: id as ItemId,
    name: id,
    trackId: trackKey as string as TrackId | null,
    annualCostCents: annualCostCents === null ? null : cents(annualCostCents),
  };
}

export function contract(
  itemId: string,
  change: Partial<Omit<Contract, 'endsOn' | 'startsOn' | 'annualCostCents'>> & { endsOn?: string | null; annual?: number | null } = {},
): Contract {
  const { endsOn = '2027-12-31', annual = null, ...rest } = change;
  return {
    id: `contract-${itemId}` as ContractId,
    itemId: itemId as ItemId,
    name: `Contract ${itemId}`,
    supplier: 'S',
    startsOn: null,
    endsOn: endsOn === null ? null : isoDate(endsOn),
    renewal: 'tacit',
    renewalMonths: 12,
    noticeDays: 90,
    seats: 0,
    annualCostCents: annual === null ? null : cents(annual),
    ...rest,
  };
}

export const noRates: readonly (readonly [string, number])[] = ['office', 'mail', 'identity'].flatMap((key) =>
  ['migration', 'replacement', 'doubleRunning'].map((kind) => [`${kind}.${key}`, 0] as const),
);

export function input(change: Partial<Omit<CostInput, 'startsOn'>> & { startsOn?: string; rates?: Readonly<Record<string, number>> }): CostInput {
  const { startsOn = '2027-01-01', rates = {}, ...rest } = change;
  return {
    items: [],
    contracts: [],
    decisions: [],
    timeline: { tracks: [], waves: [], tasks: [] },
    accountTotal: 0,
    // Cases count three years unless they are about the years.
    years: 3,
    startsOn: isoDate(startsOn),
    assumptions: new Map([
      ...noRates,
      ['price.increase', 0],
      ['discount.rate', 0],
      ['support.account', 0],
      ['crew.ratePerHour', 0],
      ['training.ratePerHour', 0],
      ...Object.entries(rates),
    ]),
    ...rest,
  };
}
