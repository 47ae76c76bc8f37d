import { create } from 'zustand';
import type { Output } from '../../../core/contract/contract.ts';
import type { IsoDate } from '../../../core/domain/calendar.ts';
import type { TrackId, UnitId, WaveId } from '../../../core/domain/ids.ts';
import { today } from '../../core/today.ts';

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

type TrackingView = {
  readonly trackId: TrackId | null;
  readonly board: Board;
  readonly filter: AccountFilter;
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
  searchUnits(text: string): void;
  sortUnits(by: string): void;
};

export const useTrackingView = create<TrackingView>()((set) => ({
  trackId: null,
  board: 'waves',
  filter: {},
  unitSearch: '',
  unitSort: { by: 'path', direction: 'ascending' },
  day: today(),
  setDay: (day) => set({ day }),
  // A wave belongs to one track; what else was filtered goes on.
  showTrack: (trackId) => set(({ filter: { waveId: _wave, ...filter } }) => ({ trackId, filter })),
  showBoard: (board) => set({ board }),
  setFilter: (filter) => set({ filter }),
  showAccounts: (filter) => set({ filter, board: 'accounts' }),
  searchUnits: (unitSearch) => set({ unitSearch }),
  sortUnits: (by) =>
    set(({ unitSort }) => {
      if (unitSort.by === by) return { unitSort: { ...unitSort, direction: unitSort.direction === 'ascending' ? 'descending' : 'ascending' } };
      return { unitSort: { by: by as UnitSort, direction: by === 'path' ? 'ascending' : 'descending' } };
    }),
}));
