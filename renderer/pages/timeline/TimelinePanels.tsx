import type { Output } from '../../../core/contract/contract.ts';
import type { IsoDate } from '../../../core/domain/calendar.ts';
import { useTranslator } from '../../core/settings.ts';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { BaselinePanel } from './BaselinePanel.tsx';
import { CapacityFields } from './CapacityFields.tsx';
import { ContractsPanel } from './ContractsPanel.tsx';
import { ProblemsPanel } from './ProblemsPanel.tsx';
import { TaskPanel } from './TaskPanel.tsx';
import { useTimelineView } from './timelineStore.ts';
import { TrackPanel } from './TrackPanel.tsx';
import { UnitPanel } from './UnitPanel.tsx';

/** What stands in the panel at the right; nothing where what it was about is gone. */
export function TimelinePanels({ data, today }: { readonly data: Output<'schedule.getTimeline'>; readonly today: IsoDate }) {
  const { translate } = useTranslator();
  const { panel, show } = useTimelineView();
  const close = () => show(null);
  const { timeline } = data;
  if (panel === null) return null;
  switch (panel.kind) {
    case 'task': {
      const task = timeline.tasks.find(({ id }) => id === panel.taskId);
      return task ? <TaskPanel key={task.id} data={data} task={task} onClose={close} /> : null;
    }
    case 'track': {
      const track = timeline.tracks.find(({ id }) => id === panel.trackId);
      return track ? <TrackPanel key={track.id} timeline={timeline} track={track} onClose={close} /> : null;
    }
    case 'unit':
      return <UnitPanel key={panel.unitId} timeline={timeline} unitId={panel.unitId} onClose={close} />;
    case 'contracts':
      return <ContractsPanel data={data} contractIds={panel.contractIds} onClose={close} />;
    case 'problems':
      return <ProblemsPanel data={data} onClose={close} />;
    case 'baseline':
      return <BaselinePanel data={data} today={today} onClose={close} />;
    case 'capacity':
      return (
        <SidePanel title={translate('timelinePage.capacity')} onClose={close}>
          <CapacityFields timeline={timeline} />
        </SidePanel>
      );
  }
}
