import { create } from 'zustand';
import type { Output } from '../../../core/contract/contract.ts';
import type { IsoDate } from '../../../core/domain/calendar.ts';
import type { TrackId, UnitId, WaveId } from '../../../core/domain/ids.ts';
import { today } from '../../core/today.ts';
import { nextSort } from '../../parts/tableSort.ts';
import type { ViewSort } from '../../parts/views/tableViews.ts';

export type Status = Output<'tracking.getStatus'>;
export type TrackStatus = Status['tracks'][number];
export type WaveStatus = Status['waves'][number];
export type AccountLine = Output<'tracking.listAccounts'>['accounts'][number];
export type UnitLine = Output<'tracking.listUnits'>['units'][number];
export type State = AccountLine['state'];
export const states: readonly State[] = ['planned', 'migrated', 'problem', 'exception'];

export type Board = 'waves' | 'units' | 'accounts' | 'problems';
export type AccountFilter = { readonly state?: State; readonly unitId?: UnitId; readonly waveId?: WaveId; readonly search?: string };
export type UnitSort = 'path' | 'accounts' | State;

type AccountSort = { readonly by: 'login' | 'unit' | 'state' | 'since'; readonly direction: 'ascending' | 'descending' };
export const usualAccountSort: AccountSort = { by: 'unit', direction: 'ascending' };
export const usualUnitSort = { by: 'path', direction: 'ascending' } as const;

type TrackingView = {
  readonly trackId: TrackId | null;
  readonly board: Board;
  readonly filter: AccountFilter;
  readonly accountSort: AccountSort;
  readonly unitSearch: string;
  readonly unitSort: { readonly by: UnitSort; readonly direction: 'ascending' | 'descending' };
  /** The day that is written down as the day of a change. */
  readonly day: IsoDate;
  setDay(day: IsoDate): void;
  showTrack(trackId: TrackId): void;
  showBoard(board: Board): void;
  setFilter(filter: AccountFilter): void;
  /** The account list with exactly this filter. */
  showAccounts(filter: AccountFilter): void;
  sortAccounts(by: string): void;
  showAccountView(filter: AccountFilter, sort: ViewSort): void;
  showUnitView(search: string, sort: ViewSort): void;
  searchUnits(text: string): void;
  sortUnits(by: string): void;
};

export const useTrackingView = create<TrackingView>()((set) => ({
  trackId: null,
  board: 'waves',
  filter: {},
  accountSort: usualAccountSort,
  unitSearch: '',
  unitSort: usualUnitSort,
  day: today(),
  setDay: (day) => set({ day }),
  // A wave belongs to one track; what else was filtered goes on.
  showTrack: (trackId) => set(({ filter: { waveId: _wave, ...filter } }) => ({ trackId, filter })),
  showBoard: (board) => set({ board }),
  setFilter: (filter) => set({ filter }),
  showAccounts: (filter) => set({ filter, board: 'accounts' }),
  sortAccounts: (by) => set(({ accountSort }) => ({ accountSort: nextSort(accountSort, by, ['login', 'unit', 'state']) as AccountSort })),
  showAccountView: (filter, sort) => set({ filter, accountSort: (sort as AccountSort | null) ?? usualAccountSort }),
  showUnitView: (unitSearch, sort) => set({ unitSearch, unitSort: (sort as { by: UnitSort; direction: 'ascending' | 'descending' } | null) ?? usualUnitSort }),
  searchUnits: (unitSearch) => set({ unitSearch }),
  sortUnits: (by) =>
    set(({ unitSort }) => {
      if (unitSort.by === by) return { unitSort: { ...unitSort, direction: unitSort.direction === 'ascending' ? 'descending' : 'ascending' } };
      return { unitSort: { by: by as UnitSort, direction: by === 'path' ? 'ascending' : 'descending' } };
    }),
}));
