import { FileUp, Gauge } from 'lucide-react';
import { memo, useDeferredValue, useState } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import type { IsoDate } from '../../../core/domain/calendar.ts';
import { addUpStatus } from '../../../core/report/burnUp.ts';
import { useNotices } from '../../core/notices.ts';
import { useRoute } from '../../core/route.ts';
import { useServices } from '../../core/services.tsx';
import { useTranslator } from '../../core/settings.ts';
import { today } from '../../core/today.ts';
import { useJob } from '../../core/useCommand.ts';
import { useMediaQuery } from '../../core/useMediaQuery.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { EmptyPage } from '../../parts/EmptyPage.tsx';
import { PageHeading } from '../../parts/PageHeading.tsx';
import { Boards } from './Boards.tsx';
import { BurnUp } from './BurnUp.tsx';
import { ImportReport } from './ImportReport.tsx';
import { RestPanel } from './RestPanel.tsx';
import { TrackList } from './TrackList.tsx';
import { type TrackStatus, useTrackingView, type WaveStatus } from './trackingView.ts';
import './tracking.css';

type Report = Output<'tracking.importProgress'>['report'];
const wideWindow = '(min-width: 1500px)';

export function TrackingPage() {
  const { translate, percent } = useTranslator();
  const now = today();
  const { data: status, error } = useQuery('tracking.getStatus', { today: now });
  const { data: forecast } = useQuery('tracking.getForecast', { today: now });
  const chosen = useTrackingView((state) => state.trackId);
  // The list says at once which track it is; the drawing follows.
  const drawn = useDeferredValue(chosen);
  const go = useRoute((state) => state.go);
  const [report, setReport] = useState<Report | null>(null);
  const [isRestShown, setRestShown] = useState(false);
  const isNarrow = !useMediaQuery(wideWindow) && (isRestShown || report !== null);
  const title = translate('window.page.tracking');
  if (error && !status) return <EmptyPage sentence={translate(error.messageKey, error.params)} />;
  if (!status) return <PageHeading title={title} lead={translate('window.loading')} />;

  const tracks = status.tracks.filter(({ accounts }) => accounts > 0);
  const track = tracks.find(({ trackId }) => trackId === chosen) ?? tracks[0];
  if (track === undefined)
    return (
      <>
        <PageHeading title={title} />
        <EmptyPage sentence={translate('trackingPage.noAccounts')}>
          <button type="button" className="button-primary" onClick={() => go('inventory', 'units')}>
            {translate('trackingPage.toInventory')}
          </button>
        </EmptyPage>
      </>
    );
  const shown = tracks.find(({ trackId }) => trackId === drawn) ?? track;
  const { accounts, states, plannedByToday } = addUpStatus(tracks);
  return (
    <div className="tracking-page">
      <PageHeading
        title={title}
        lead={translate('trackingPage.lead', { done: states.migrated, all: accounts, share: percent(states.migrated / accounts, 1), planned: plannedByToday })}
      >
        <button
          type="button"
          className="button"
          aria-expanded={isRestShown}
          onClick={() => {
            setReport(null);
            setRestShown(true);
          }}
        >
          <Gauge size={16} aria-hidden />
          {translate('trackingPage.rest')}
        </button>
        <ImportButton
          onReport={(read) => {
            setRestShown(false);
            setReport(read);
          }}
        />
      </PageHeading>
      <div className="tracking-body">
        <TrackList tracks={tracks} forecast={forecast} openId={track.trackId} />
        {/* Of the track before, which may still be drawn, nothing can be done any more. */}
        <div className="tracking-main" inert={shown !== track}>
          <TrackPart track={shown} waves={status.waves} forecast={forecast} today={now} isNarrow={isNarrow} />
        </div>
      </div>
      {isRestShown && <RestPanel today={now} onClose={() => setRestShown(false)} />}
      {report !== null && <ImportReport report={report} onClose={() => setReport(null)} />}
    </div>
  );
}

const TrackPart = memo(function TrackPart({
  track,
  waves,
  forecast,
  today: now,
  isNarrow,
}: {
  readonly track: TrackStatus;
  readonly waves: readonly WaveStatus[];
  readonly forecast: Output<'tracking.getForecast'> | undefined;
  readonly today: IsoDate;
  readonly isNarrow: boolean;
}) {
  return (
    <>
      <BurnUp track={track} forecast={forecast?.tracks.find(({ trackId }) => trackId === track.trackId)} today={now} />
      <Boards track={track} waves={waves.filter(({ trackId }) => trackId === track.trackId)} isNarrow={isNarrow} />
    </>
  );
});

function ImportButton({ onReport }: { readonly onReport: (report: Report) => void }) {
  const { translate } = useTranslator();
  const { shell } = useServices();
  const tell = useNotices((state) => state.tell);
  const { run } = useJob('tracking.importProgress');
  const onImport = async () => {
    const files = await shell.chooseFiles('import', true);
    if (files.length === 0) return;
    const done = await run({ files: files.map(({ handle }) => handle) }, 'trackingPage.importing');
    if (!done) return;
    tell('trackingPage.imported', { changed: done.changed, read: done.report.progress.read }, done.changed > 0);
    onReport(done.report);
  };
  return (
    <ChangeButton type="button" className="button" onClick={() => void onImport()}>
      <FileUp size={16} aria-hidden />
      {translate('trackingPage.import')}
    </ChangeButton>
  );
}
