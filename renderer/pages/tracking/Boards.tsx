import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslator } from '../../core/settings.ts';
import { AccountList } from './AccountList.tsx';
import { ProblemList } from './ProblemList.tsx';
import { type Board, type TrackStatus, useTrackingView, type WaveStatus } from './trackingView.ts';
import { UnitBoard } from './UnitBoard.tsx';
import { WaveBoard } from './WaveBoard.tsx';

const boards: readonly Board[] = ['waves', 'units', 'accounts', 'problems'];

export function Boards({ track, waves }: { readonly track: TrackStatus; readonly waves: readonly WaveStatus[] }) {
  const { translate, number } = useTranslator();
  const { board, showBoard } = useTrackingView();
  const counts: Readonly<Record<Board, number | null>> = { waves: waves.length, units: null, accounts: track.accounts, problems: track.states.problem };
  return (
    <Tabs className="tracking-tabs" selectedKey={board} onSelectionChange={(key) => showBoard(boards.find((candidate) => candidate === key) ?? 'waves')}>
      <TabList className="tab-list tracking-tab-list" aria-label={translate('trackingPage.boards')}>
        {boards.map((name) => (
          <Tab key={name} id={name} className="tab">
            {translate(`trackingPage.board.${name}`)}
            {counts[name] !== null && <span className="tab-count">{number(counts[name])}</span>}
          </Tab>
        ))}
      </TabList>
      <TabPanel id="waves" className="tracking-panel">
        <WaveBoard key={track.trackId} track={track} waves={waves} />
      </TabPanel>
      <TabPanel id="units" className="tracking-panel">
        <UnitBoard key={track.trackId} track={track} />
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
