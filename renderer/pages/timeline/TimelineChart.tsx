import { useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import { type DayNumber, fromDayNumber, type IsoDate, laterDate, toDayNumber } from '../../../core/domain/calendar.ts';
import type { TaskId } from '../../../core/domain/ids.ts';
import { weeklyLoad } from '../../../core/domain/schedule/explain/weeklyLoad.ts';
import { createWorkingCalendar, firstWorkingDay } from '../../../core/domain/schedule/calendar/workingCalendar.ts';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { baselineSpans } from '../../gantt/baselineSpans.ts';
import { branchKeys, type ChartRow, openRows, pathToTask } from '../../gantt/chartRows.ts';
import { Gantt } from '../../gantt/Gantt.tsx';
import { chartRange, fitZoom, type GanttScale } from '../../gantt/ganttScale.ts';
import { type ChartFacts, trackTree } from '../../gantt/trackTree.ts';
import { unitTree } from '../../gantt/unitTree.ts';
import { useInnerSize } from '../../gantt/useGanttScroll.ts';
import { termKey } from '../../gantt/contractClusters.ts';
import { termsAtRisk } from './termsAtRisk.ts';
import { GanttLegend } from './GanttLegend.tsx';
import { CornerTools } from './CornerTools.tsx';
import { useTimelineView } from './timelineStore.ts';
import { useShownBaseline } from './useShownBaseline.ts';

const noRows: readonly ChartRow[] = [];
const widePane = 352;
const narrowPane = 232;

export function TimelineChart({ data, today }: { readonly data: Output<'schedule.getTimeline'>; readonly today: IsoDate }) {
  const { translate } = useTranslator();
  const view = useTimelineView();
  const { rowsBy, open, zoom, show, propose, setOpen, zoomsTo } = view;
  const { timeline } = data;
  const { data: units } = useQuery('inventory.listUnits', {});
  const shownBaseline = useShownBaseline();
  const { data: approved } = useQuery('baseline.get', shownBaseline === null ? null : { baselineId: shownBaseline.id });
  const baseline = useMemo(() => (approved === undefined ? null : baselineSpans(approved.tasks)), [approved]);
  const { data: status } = useQuery('tracking.getStatus', { today });

  const facts = useMemo(
    (): ChartFacts => ({
      critical: new Set(data.criticalTasks),
      done: new Map((status?.waves ?? []).map((wave) => [wave.waveId, wave.accounts === 0 ? 0 : wave.states.migrated / wave.accounts])),
    }),
    [data.criticalTasks, status],
  );
  const nodes = useMemo(() => (rowsBy === 'tracks' ? trackTree(timeline, facts) : unitTree(timeline, units ?? [], facts)), [rowsBy, timeline, units, facts]);
  const rows = useMemo(() => openRows(nodes, (key) => open.has(key)), [nodes, open]);
  const { wanted, found, focusRow } = view;
  useEffect(() => {
    if (wanted === null || nodes.length === 0) return;
    const path = pathToTask(nodes, wanted);
    if (path) {
      setOpen(path.above, true);
      focusRow(path.key);
    }
    found();
  }, [wanted, nodes, found, focusRow, setOpen]);
  const calendar = useMemo(() => createWorkingCalendar(data.holidays.map((holiday) => holiday.date)), [data.holidays]);
  const weeks = useMemo(() => weeklyLoad(timeline, calendar), [timeline, calendar]);
  const range = useMemo(() => {
    const whole = baseline?.whole ?? null;
    return chartRange({
      startsOn: whole === null ? data.startsOn : fromDayNumber(Math.min(whole.first, toDayNumber(data.startsOn))),
      finishesOn: whole === null || data.finishesOn === null ? data.finishesOn : laterDate(data.finishesOn, fromDayNumber(whole.last)),
      today,
      decisions: data.decisions.map(({ decideBy }) => decideBy),
    });
  }, [data, today, baseline]);
  const atRisk = useMemo(() => termsAtRisk(data), [data]);

  const scroller = useRef<HTMLDivElement>(null);
  const { width, height } = useInnerSize(scroller);
  const isNarrow = width < 760;
  const paneWidth = isNarrow ? narrowPane : widePane;
  const timeWidth = Math.max(200, width - paneWidth);
  const pixels = (wanted: number | 'fit') => (wanted === 'fit' ? fitZoom(range.days, timeWidth) : wanted);
  const wantedPxPerDay = pixels(zoom);
  useEffect(() => zoomsTo(wantedPxPerDay), [zoomsTo, wantedPxPerDay]);
  // The button says at once what was chosen; the drawing follows.
  const pxPerDay = pixels(useDeferredValue(zoom));
  const scale = useMemo((): GanttScale => ({ ...range, pxPerDay }), [range, pxPerDay]);

  const shownContracts = view.panel?.kind === 'contracts' ? view.panel.contractIds : null;
  const deadlines = useMemo(() => {
    const shown = data.decisions.filter(({ contractId }) => shownContracts?.includes(contractId)).map(({ decideBy }) => decideBy);
    const next =
      data.decisions.find((decision) => decision.decideBy >= today && atRisk.has(termKey(decision))) ??
      data.decisions.find(({ decideBy }) => decideBy >= today);
    return [...new Set([...shown, ...(next ? [next.decideBy] : [])])];
  }, [data.decisions, shownContracts, today, atRisk]);

  const onShowRow = useCallback(
    (row: ChartRow) => {
      const { taskId, trackId, unitId, kind, key } = row.node;
      if (taskId !== null) show({ kind: 'task', taskId }, true);
      else if (kind === 'unit' && unitId !== null) show({ kind: 'unit', unitId });
      else if (kind === 'track' && trackId !== null) show({ kind: 'track', trackId });
      else setOpen([key], !row.isOpen);
    },
    [show, setOpen],
  );
  const onMove = useCallback(
    (taskId: TaskId, day: DayNumber) => propose({ taskId, notBefore: firstWorkingDay(calendar, fromDayNumber(day)) }),
    [propose, calendar],
  );
  const onShowTask = useCallback((taskId: TaskId) => show({ kind: 'task', taskId }, true), [show]);
  const onShowContracts = useCallback(
    (contractIds: Parameters<Parameters<typeof Gantt>[0]['onShowContracts']>[0]) => show({ kind: 'contracts', contractIds }),
    [show],
  );
  const onOpenRow = useCallback((key: string, isOpen: boolean) => setOpen([key], isOpen), [setOpen]);
  const branches = useMemo(() => branchKeys(nodes), [nodes]);
  const corner = useMemo(() => <CornerTools branches={branches} />, [branches]);

  return (
    <>
      <Gantt
        scroller={scroller}
        label={translate('timelinePage.chart')}
        rows={width === 0 ? noRows : rows}
        scale={scale}
        paneWidth={paneWidth}
        timeWidth={timeWidth}
        isNarrow={isNarrow}
        loadHeight={Math.round(Math.min(176, Math.max(92, height * 0.2)))}
        timeline={timeline}
        baseline={baseline}
        holidays={data.holidays}
        weeks={weeks}
        today={today}
        decisions={data.decisions}
        atRisk={atRisk}
        deadlines={deadlines}
        focusKey={view.focusKey}
        selectedTask={view.panel?.kind === 'task' ? view.panel.taskId : null}
        draft={view.draft}
        measure={view.measure}
        corner={corner}
        onFocusRow={view.focusRow}
        onOpenRow={onOpenRow}
        onShowRow={onShowRow}
        onShowTask={onShowTask}
        onShowContracts={onShowContracts}
        onMove={onMove}
        onZoom={view.zoomBy}
        onMeasure={view.setMeasure}
      />
      <GanttLegend hasFreezes={timeline.freezes.length > 0} hasContracts={data.decisions.length > 0} baseline={approved?.baseline.name ?? null} />
    </>
  );
}
