import { type DayNumber, fromDayNumber, type IsoDate, isIsoDate, weekday } from '../../../core/domain/calendar.ts';
import type { ImportRecord, PlanTaskLink, PlanTaskRecord } from '../../../core/domain/inventory/importRecords.ts';
import type { Reader } from '../reader.ts';
import type { ReadReport } from '../readReport.ts';
import { textLimit } from '../rowReader.ts';
import { cutText, readLine } from '../textCell.ts';
import { readXml, xmlRoot } from '../xml.ts';
import { lastWorkDay, type WorkDays } from './workDays.ts';

const linkTypes: ReadonlyMap<string, PlanTaskLink['type']> = new Map([
  ['1', 'startToStart'],
  ['2', 'finishToStart'],
  ['3', 'finishToFinish'],
  ['4', 'startToFinish'],
]);
const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

type Attributes = ReadonlyMap<string, string>;
type Found = { readonly attributes: Attributes; readonly path: readonly string[]; readonly row: number; isSummary: boolean };

/** GanttProject's own file: tasks in tasks, lengths in working days of its calendar, links on the task that goes before. */
export const ganttProject: Reader = {
  id: 'ganttProject',
  nameKey: 'format.ganttProject',
  isTable: false,
  kinds: ['planTask'],
  recognise(sample) {
    const isPlan =
      xmlRoot(sample.text)?.name === 'project' &&
      /<(?:tasks|calendars|gantt-chart)\b/.test(sample.text) &&
      /\s(?:gantt-divider-location|view-date)=/.test(sample.text);
    return { confidence: isPlan ? 0.96 : 0, seen: { messageKey: 'format.seen.ganttProject', params: {} } };
  },
  read: (source, sample, options, report) =>
    readXml<ImportRecord>(source, sample, options, report, (emit) => {
      const calendar = createCalendar();
      const tasks: Found[] = [];
      const links = new Map<string, PlanTaskLink[]>();
      const open: Found[] = [];
      return {
        open: (name, attributes, depth) => {
          if (name === 'default-week') calendar.setWeek(attributes);
          else if (name === 'date') calendar.addDate(attributes);
          else if (name === 'calendars' && attributes.get('base-id'))
            report.warn('issue.planCalendarElsewhere', { name: readLine(attributes.get('base-id') ?? '') });
          else if (name === 'task' && depth >= 3) {
            const parent = open.at(-1);
            if (parent) parent.isSummary = true;
            const found = { attributes, path: open.map((above) => nameOf(above.attributes)), row: tasks.length + 1, isSummary: false };
            tasks.push(found);
            open.push(found);
          } else if (name === 'depend' && open.length > 0) {
            // It stands on the task that goes before and names the one that follows.
            const follower = keyOf(attributes);
            const link = linkOf(attributes, keyOf(open.at(-1)?.attributes));
            const known = links.get(follower);
            if (known) known.push(link);
            else links.set(follower, [link]);
          }
        },
        close: (name, _text, depth) => {
          if (name === 'task') open.pop();
          if (depth !== 1) return;
          for (const found of tasks) {
            const task = taskOf(found, links.get(keyOf(found.attributes)) ?? [], calendar.isWorkDay, report);
            if (task) emit(task);
          }
        },
      };
    }),
};

function nameOf(attributes: Attributes): string {
  return cutText(readLine(attributes.get('name') ?? ''), textLimit);
}

function keyOf(attributes: Attributes | undefined): string {
  return cutText(readLine(attributes?.get('id') ?? ''), textLimit);
}

function linkOf(attributes: Attributes, key: string): PlanTaskLink {
  const lag = Number(attributes.get('difference') ?? 0);
  const type = linkTypes.get(attributes.get('type') ?? '2') ?? 'finishToStart';
  return { key, type, lagWorkingDays: Number.isFinite(lag) ? lag : 0 };
}

function taskOf(
  { attributes, path, row, isSummary }: Found,
  predecessors: readonly PlanTaskLink[],
  isWorkDay: WorkDays,
  report: ReadReport,
): PlanTaskRecord | null {
  const name = nameOf(attributes);
  report.countRow();
  if (name === '') {
    report.skip('issue.cellMissing', {}, { row, field: 'name' });
    return null;
  }
  const start = (attributes.get('start') ?? '').slice(0, 10);
  const startsOn = isIsoDate(start) ? (start as IsoDate) : null;
  const isMilestone = attributes.get('meeting') === 'true';
  const finishesOn = startsOn && (isMilestone ? startsOn : lastWorkDay(startsOn, Number(attributes.get('duration') || Number.NaN), isWorkDay));
  if (!finishesOn) report.warn('issue.taskWithoutDays', { name: name.slice(0, 60) }, { row, field: startsOn ? 'duration' : 'start' });
  report.countRecord();
  const percent = Number(attributes.get('complete') || Number.NaN);
  return {
    kind: 'planTask',
    row,
    key: keyOf(attributes),
    path,
    name,
    startsOn,
    finishesOn,
    isMilestone,
    isSummary,
    percentComplete: percent >= 0 && percent <= 100 ? percent : null,
    predecessors,
  };
}

/** Weekends and holidays as the file has them; a holiday without a year comes every year. */
function createCalendar(): { setWeek(attributes: Attributes): void; addDate(attributes: Attributes): void; readonly isWorkDay: WorkDays } {
  let freeWeekdays: ReadonlySet<number> = new Set([6, 7]);
  const free = new Set<string>();
  const worked = new Set<string>();
  return {
    setWeek: (attributes) => {
      const found = weekdayNames.flatMap((name, index) => (attributes.get(name) === '1' ? [index + 1] : []));
      if (found.length < 7) freeWeekdays = new Set(found);
    },
    addDate: (attributes) => {
      const [year, month, day] = ['year', 'month', 'date'].map((name) => (attributes.get(name) ?? '').trim());
      const date = `${year ? `${year}-` : ''}${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
      if (attributes.get('type') === 'HOLIDAY') free.add(date);
      else if (attributes.get('type') === 'WORKING_DAY') worked.add(date);
    },
    isWorkDay: (day: DayNumber) => {
      const date = fromDayNumber(day);
      const isIn = (days: ReadonlySet<string>) => days.has(date) || days.has(date.slice(5));
      return isIn(worked) || !(freeWeekdays.has(weekday(day)) || isIn(free));
    },
  };
}
