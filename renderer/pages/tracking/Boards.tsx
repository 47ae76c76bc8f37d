import { memo, useDeferredValue } from 'react';
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
  const board = useTrackingView((state) => state.board);
  const showBoard = useTrackingView((state) => state.showBoard);
  // The tab says at once which board it is; the board follows.
  const drawn = useDeferredValue(board);
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
      {/* One panel for all boards: another one would measure the window before it is drawn. */}
      <TabPanel id={board} className="tracking-panel" inert={drawn !== board}>
        <BoardPart key={track.trackId} board={drawn} track={track} waves={waves} />
      </TabPanel>
    </Tabs>
  );
}

const BoardPart = memo(function BoardPart({
  board,
  track,
  waves,
}: {
  readonly board: Board;
  readonly track: TrackStatus;
  readonly waves: readonly WaveStatus[];
}) {
  if (board === 'waves') return <WaveBoard track={track} waves={waves} />;
  if (board === 'units') return <UnitBoard track={track} />;
  if (board === 'accounts') return <AccountList track={track} waves={waves} />;
  return <ProblemList track={track} />;
});
