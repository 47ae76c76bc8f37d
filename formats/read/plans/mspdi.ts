import { type IsoDate, isIsoDate } from '../../../core/domain/calendar.ts';
import type { ImportRecord, PlanTaskLink, PlanTaskRecord } from '../../../core/domain/inventory/importRecords.ts';
import type { Reader } from '../reader.ts';
import type { ReadReport } from '../readReport.ts';
import { textLimit } from '../rowReader.ts';
import { cutText, readLine } from '../textCell.ts';
import { readXml, xmlRoot } from '../xml.ts';
import { lastWorkDay, mondayToFriday, workDayBefore } from './workDays.ts';

const linkTypes: readonly PlanTaskLink['type'][] = ['finishToFinish', 'finishToStart', 'startToFinish', 'startToStart'];

/** Microsoft Project's XML (MSPDI), as Project, ProjectLibre and others write it. */
export const mspdi: Reader = {
  id: 'mspdi',
  nameKey: 'format.mspdi',
  isTable: false,
  kinds: ['planTask'],
  recognise(sample) {
    const root = xmlRoot(sample.text);
    const isProject = root?.name === 'Project' && root.namespace === 'http://schemas.microsoft.com/project';
    return { confidence: isProject ? 0.98 : 0, seen: { messageKey: 'format.seen.mspdi', params: {} } };
  },
  read: (source, sample, options, report) =>
    readXml<ImportRecord>(source, sample, options, report, (emit) => {
      const path: string[] = [];
      const head = { minutesOfDay: 480, startOfDay: '08:00:00' };
      const outline: string[] = [];
      let fields = new Map<string, string>();
      let links: PlanTaskLink[] = [];
      let link = new Map<string, string>();
      let row = 0;
      return {
        open: (name, _attributes, depth) => {
          path[depth - 1] = name;
          if (depth === 3) {
            fields = new Map();
            links = [];
          }
          if (depth === 4) link = new Map();
        },
        close: (name, text, depth) => {
          if (depth === 2 && name === 'MinutesPerDay' && Number(text) > 0) head.minutesOfDay = Number(text);
          if (depth === 2 && name === 'DefaultStartTime') head.startOfDay = text.trim();
          if (path[1] !== 'Tasks' || path[2] !== 'Task') return;
          if (depth === 5 && path[3] === 'PredecessorLink') link.set(name, text.trim());
          else if (depth === 4 && name === 'PredecessorLink') links.push(linkOf(link, head.minutesOfDay));
          else if (depth === 4) fields.set(name, readLine(text));
          else if (depth === 3) {
            const task = taskOf(fields, ++row, outline, links, head, report);
            if (task) emit(task);
          }
        },
      };
    }),
};

type Fields = ReadonlyMap<string, string>;
type Head = { readonly minutesOfDay: number; readonly startOfDay: string };

function taskOf(fields: Fields, row: number, outline: string[], predecessors: readonly PlanTaskLink[], head: Head, report: ReadReport): PlanTaskRecord | null {
  const is = (name: string): boolean => /^(?:1|true)$/i.test(fields.get(name) ?? '');
  const key = cutText(fields.get('UID') ?? '', textLimit);
  report.countRow();
  // Task 0 is the project itself; an empty line of the table is a task of nothing.
  const reason =
    key === '0'
      ? 'skip.planSummary'
      : is('IsNull')
        ? 'skip.emptyTask'
        : is('ExternalTask')
          ? 'skip.externalTask'
          : fields.get('Active') === '0'
            ? 'skip.inactiveTask'
            : null;
  if (reason) {
    report.leaveOut(reason);
    return null;
  }
  const name = cutText(fields.get('Name') ?? '', textLimit);
  const level = Math.min(Math.max(1, Number(fields.get('OutlineLevel')) || fields.get('OutlineNumber')?.split('.').length || 1), outline.length + 1);
  outline.length = level - 1;
  const path = [...outline];
  outline.push(name);
  if (name === '') {
    report.skip('issue.cellMissing', {}, { row, field: 'Name' });
    return null;
  }
  const isMilestone = is('Milestone');
  const start = fields.get('Start') ?? fields.get('ManualStart') ?? '';
  const finish = fields.get('Finish') ?? fields.get('ManualFinish') ?? '';
  const startsOn = dayOf(start);
  let finishesOn = dayOf(finish);
  if (finishesOn && startsOn && finishesOn > startsOn && !isMilestone && finish.slice(11, 19) <= head.startOfDay)
    finishesOn = workDayBefore(finishesOn, mondayToFriday);
  else if (!finishesOn && startsOn) {
    finishesOn = lastWorkDay(startsOn, minutesOf(fields.get('Duration') ?? '') / head.minutesOfDay, mondayToFriday);
    if (finishesOn) report.warn('issue.planCalendarIgnored', {}, { row, field: 'Duration' });
  }
  if (!startsOn) report.warn('issue.taskWithoutDays', { name: name.slice(0, 60) }, { row, field: 'Start' });
  report.countRecord();
  const percent = Number(fields.get('PercentComplete') || Number.NaN);
  return {
    kind: 'planTask',
    row,
    key,
    path,
    name,
    startsOn,
    finishesOn: startsOn && finishesOn && finishesOn < startsOn ? startsOn : finishesOn,
    isMilestone,
    isSummary: is('Summary'),
    percentComplete: percent >= 0 && percent <= 100 ? percent : null,
    predecessors,
  };
}

/** Lags are tenths of minutes; a day has the working minutes of the plan, or 24 hours where the lag is elapsed time. */
function linkOf(link: Fields, minutesOfDay: number): PlanTaskLink {
  const minutes = Number(link.get('LinkLag') ?? 0) / 10;
  const isElapsed = [4, 6, 8, 10, 12].includes(Number(link.get('LagFormat')));
  // Five of seven elapsed days are working days.
  const lag = isElapsed ? ((minutes / 1_440) * 5) / 7 : minutes / minutesOfDay;
  return {
    key: cutText(readLine(link.get('PredecessorUID') ?? ''), textLimit),
    type: linkTypes[Number(link.get('Type') ?? 1)] ?? 'finishToStart',
    lagWorkingDays: Number.isFinite(lag) ? Math.round(lag * 100) / 100 : 0,
  };
}

function dayOf(time: string): IsoDate | null {
  const day = time.slice(0, 10);
  return isIsoDate(day) ? day : null;
}

/** `PT16H30M0S` is 990 minutes. */
function minutesOf(duration: string): number {
  const parts = /^PT(\d+)H(\d+)M[\d.]+S$/.exec(duration);
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : Number.NaN;
}
