import { memo } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslator } from '../../core/settings.ts';
import { AccountList } from './AccountList.tsx';
import { ProblemList } from './ProblemList.tsx';
import { type Board, type TrackStatus, useTrackingView, type WaveStatus } from './trackingView.ts';
import { UnitBoard } from './UnitBoard.tsx';
import { WaveBoard } from './WaveBoard.tsx';

const boards: readonly Board[] = ['waves', 'units', 'accounts', 'problems'];

/** `isNarrow`: beside a panel in a small window, where the boards leave out what there is no room for. */
export function Boards({ track, waves, isNarrow }: { readonly track: TrackStatus; readonly waves: readonly WaveStatus[]; readonly isNarrow: boolean }) {
  const board = useTrackingView((state) => state.board);
  const showBoard = useTrackingView((state) => state.showBoard);
  return (
    <Tabs className="tracking-tabs" selectedKey={board} onSelectionChange={(key) => showBoard(boards.find((candidate) => candidate === key) ?? 'waves')}>
      <BoardTabs waves={waves.length} accounts={track.accounts} problems={track.states.problem} />
      <TabPanel id="waves" className="tracking-panel">
        <WaveBoard key={track.trackId} track={track} waves={waves} isNarrow={isNarrow} />
      </TabPanel>
      <TabPanel id="units" className="tracking-panel">
        <UnitBoard key={track.trackId} track={track} isNarrow={isNarrow} />
      </TabPanel>
      <TabPanel id="accounts" className="tracking-panel">
        <AccountList key={track.trackId} track={track} waves={waves} />
      </TabPanel>
      <TabPanel id="problems" className="tracking-panel">
        <ProblemList key={track.trackId} track={track} />
      </TabPanel>
    </Tabs>
  );
}

/** The library draws its tabs twice, once unseen; kept, so that another board does not draw them again. */
const BoardTabs = memo(function BoardTabs({ waves, accounts, problems }: { readonly waves: number; readonly accounts: number; readonly problems: number }) {
  const { translate, number } = useTranslator();
  const counts: Readonly<Record<Board, number | null>> = { waves, units: null, accounts, problems };
  return (
    <TabList className="tab-list tracking-tab-list" aria-label={translate('trackingPage.boards')}>
      {boards.map((name) => (
        <Tab key={name} id={name} className="tab">
          {translate(`trackingPage.board.${name}`)}
          {counts[name] !== null && <span className="tab-count">{number(counts[name])}</span>}
        </Tab>
      ))}
    </TabList>
  );
});
