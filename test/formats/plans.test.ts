import { describe, expect, it } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import { lastWorkDay, mondayToFriday, workDayBefore } from '../../formats/read/plans/workDays.ts';
import { keysOf, only, readText } from './readSupport.ts';

const bars = (result: Awaited<ReturnType<typeof readText>>) =>
  only(result, 'planTask').map(({ path, name, startsOn, finishesOn, isMilestone, isSummary }) => [
    [...path, name].join(' › '),
    startsOn,
    finishesOn,
    isMilestone ? 'milestone' : isSummary ? 'summary' : 'task',
  ]);

describe('working days of plans', () => {
  it.each([
    // Mo 04  Tu 05  We 06  Th 07  Fr 08  Sa 09  Su 10  Mo 11 of January 2027
    ['2027-01-04', 1, '2027-01-04'],
    ['2027-01-08', 2, '2027-01-11'],
    ['2027-01-09', 1, '2027-01-11'],
    ['2027-01-04', 0, '2027-01-04'],
    ['2027-01-04', 0.5, '2027-01-04'],
    ['2027-01-04', 10, '2027-01-15'],
    ['2027-01-04', -1, null],
    ['2027-01-04', Number.NaN, null],
    ['2027-01-04', 1e9, null],
  ])('a task from %s of %d days ends on %s', (start, days, end) => {
    expect(lastWorkDay(isoDate(start), days, mondayToFriday)).toBe(end);
  });

  it('a calendar without working days gives no end', () => {
    expect(lastWorkDay(isoDate('2027-01-04'), 5, () => false)).toBeNull();
    expect([workDayBefore(isoDate('2027-01-11'), mondayToFriday), workDayBefore(isoDate('2027-01-11'), () => false)]).toEqual(['2027-01-08', '2027-01-10']);
  });
});

describe('Microsoft Project in XML', () => {
  const project = (tasks: string, root = '<Project xmlns="http://schemas.microsoft.com/project">') =>
    `<?xml version="1.0" encoding="UTF-8"?>${root}<Name>Umzug</Name><MinutesPerDay>480</MinutesPerDay><DefaultStartTime>08:00:00</DefaultStartTime>
    <Calendars><Calendar><UID>1</UID><Name>Standard</Name></Calendar></Calendars>
    <Tasks><Task><UID>0</UID><Name>Umzug</Name><Summary>1</Summary><OutlineLevel>0</OutlineLevel></Task>${tasks}</Tasks>
    <Resources><Resource><UID>1</UID><Name>Erika Muster</Name></Resource></Resources></Project>`;
  const task = (uid: number, name: string, level: number, start: string, finish: string, more = '') =>
    `<Task><UID>${uid}</UID><Name>${name}</Name><OutlineLevel>${level}</OutlineLevel><Start>${start}</Start>${finish && `<Finish>${finish}</Finish>`}<Cost>12300</Cost>${more}</Task>`;

  it.each([1, 65_536])('gives outline, days, links and progress, in pieces of %i bytes', async (chunkSize) => {
    const link = (uid: number, type: number, lag: number, format: number) =>
      `<PredecessorLink><PredecessorUID>${uid}</PredecessorUID><Type>${type}</Type><LinkLag>${lag}</LinkLag><LagFormat>${format}</LagFormat></PredecessorLink>`;
    const result = await readText(
      project(
        [
          task(1, 'Mail &amp; Kalender', 1, '2027-01-04T08:00:00', '2027-01-22T17:00:00', '<Summary>1</Summary>'),
          task(2, 'Pilot', 2, '2027-01-04T08:00:00', '2027-01-08T17:00:00', '<PercentComplete>40</PercentComplete>'),
          '<Task><UID>9</UID><IsNull>1</IsNull></Task>',
          task(3, 'Welle 1', 2, '2027-01-11T08:00:00', '2027-01-25T08:00:00', link(2, 1, 4800, 7) + link(1, 0, 14400, 8) + link(7, 3, -4800, 7)),
          task(4, 'Freigabe', 2, '2027-01-22T17:00:00', '2027-01-22T17:00:00', '<Milestone>1</Milestone>'),
          task(5, 'Anderes', 1, '2027-01-22T17:00:00', '2027-01-22T17:00:00', '<ExternalTask>1</ExternalTask>'),
          task(6, 'Aus', 1, '2027-01-22T17:00:00', '2027-01-22T17:00:00', '<Active>0</Active>'),
          task(
            7,
            'Ablage',
            1,
            '2027-01-08T08:00:00',
            '',
            '<Duration>PT16H0M0S</Duration><Baseline><Number>0</Number><Start>1999-01-01T00:00:00</Start></Baseline>',
          ),
          '<Task><UID>8</UID><Name>Später</Name><OutlineLevel>3</OutlineLevel></Task>',
        ].join('\n'),
      ),
      { chunkSize },
    );
    expect(result.format).toBe('mspdi');
    expect(bars(result)).toEqual([
      ['Mail & Kalender', '2027-01-04', '2027-01-22', 'summary'],
      ['Mail & Kalender › Pilot', '2027-01-04', '2027-01-08', 'task'],
      // It ends when the day of 25 January begins, so on the Friday before.
      ['Mail & Kalender › Welle 1', '2027-01-11', '2027-01-22', 'task'],
      ['Mail & Kalender › Freigabe', '2027-01-22', '2027-01-22', 'milestone'],
      ['Ablage', '2027-01-08', '2027-01-11', 'task'],
      ['Ablage › Später', null, null, 'task'],
    ]);
    const tasks = only(result, 'planTask');
    expect(tasks.map((one) => [one.key, one.percentComplete])).toEqual([
      ['1', null],
      ['2', 40],
      ['3', null],
      ['4', null],
      ['7', null],
      ['8', null],
    ]);
    expect(tasks[2]?.predecessors).toEqual([
      { key: '2', type: 'finishToStart', lagWorkingDays: 1 },
      { key: '1', type: 'finishToFinish', lagWorkingDays: 0.71 },
      { key: '7', type: 'startToStart', lagWorkingDays: -1 },
    ]);
    expect(result.summary).toMatchObject({
      rows: 10,
      records: 6,
      skippedByReason: { 'skip.planSummary': 1, 'skip.emptyTask': 1, 'skip.externalTask': 1, 'skip.inactiveTask': 1 },
    });
    expect(result.issues.map(({ row, messageKey }) => [row, messageKey])).toEqual([
      [9, 'issue.planCalendarIgnored'],
      [10, 'issue.taskWithoutDays'],
    ]);
    expect(JSON.stringify(result.records)).not.toMatch(/Muster|12300/);
  });

  it('is known by its namespace, whatever the prefix, and refused when cut off', async () => {
    const text = project(task(1, 'A', 1, '2027-01-04T08:00:00', '2027-01-04T17:00:00'));
    expect((await readText(text.replace('http://schemas.microsoft.com/project', 'http://other.example/'))).format).toBeNull();
    const cut = await readText(text.slice(0, -30));
    expect([cut.format, cut.summary.refused?.messageKey]).toEqual(['mspdi', 'issue.xmlInvalid']);
  });
});

describe('GanttProject', () => {
  const plan = (
    tasks: string,
    calendar = '',
  ) => `<?xml version="1.0" encoding="UTF-8"?><project name="Umzug" view-date="2027-01-01" gantt-divider-location="300" version="3.3.3309" locale="de">
    <calendars base-id=""><day-types><default-week id="1" name="default" sun="1" mon="0" tue="0" wed="0" thu="0" fri="0" sat="1"/></day-types>${calendar}</calendars>
    <tasks empty-milestones="true"><taskproperties><taskproperty id="tpd0" name="type"/></taskproperties>${tasks}</tasks>
    <resources><resource id="0" name="Erika Muster"/></resources></project>`;

  it('gives tasks in tasks, with ends after its own weekends and holidays', async () => {
    const holidays =
      '<date year="2027" month="1" date="6" type="HOLIDAY"/><date year="" month="5" date="1" type="HOLIDAY"/><date year="2027" month="1" date="9" type="WORKING_DAY"/>';
    const result = await readText(
      plan(
        `<task id="0" name="Mail &amp; Kalender" meeting="false" start="2027-01-04" duration="15" complete="10">
           <depend id="2" type="3" difference="-2" hardness="Strong"/>
           <task id="1" name="Pilot" meeting="false" start="2027-01-04" duration="5" complete="100"><notes><![CDATA[geheim]]></notes><depend id="2" type="2" difference="1"/></task>
           <task id="2" name="Freigabe" meeting="true" start="2027-01-11" duration="0" complete="0"/>
         </task>
         <task id="3" name="Mai" meeting="false" start="2028-04-28" duration="2" complete=""/>
         <task id="4" name="Ohne" meeting="false" start="" duration="2"/>
         <task id="5" name="" start="2027-01-04" duration="1"/>`,
        holidays,
      ),
    );
    expect(result.format).toBe('ganttProject');
    expect(bars(result)).toEqual([
      // Fifteen days from the 4th without the 6th and with Saturday the 9th.
      ['Mail & Kalender', '2027-01-04', '2027-01-22', 'summary'],
      ['Mail & Kalender › Pilot', '2027-01-04', '2027-01-09', 'task'],
      ['Mail & Kalender › Freigabe', '2027-01-11', '2027-01-11', 'milestone'],
      // Friday, then Tuesday: Monday is the first of May.
      ['Mai', '2028-04-28', '2028-05-02', 'task'],
      ['Ohne', null, null, 'task'],
    ]);
    expect(only(result, 'planTask')[2]?.predecessors).toEqual([
      { key: '0', type: 'finishToFinish', lagWorkingDays: -2 },
      { key: '1', type: 'finishToStart', lagWorkingDays: 1 },
    ]);
    expect(only(result, 'planTask').map((one) => one.percentComplete)).toEqual([10, 100, 0, null, null]);
    expect(result.issues.map(({ row, messageKey }) => [row, messageKey])).toEqual([
      [5, 'issue.taskWithoutDays'],
      [6, 'issue.cellMissing'],
    ]);
    expect(JSON.stringify(result.records)).not.toMatch(/Muster|geheim/);
  });

  it('says when holidays stand in a calendar that is not in the file', async () => {
    const result = await readText(plan('<task id="1" name="A" start="2027-01-04" duration="1"/>').replace('base-id=""', 'base-id="Deutschland"'));
    expect(result.issues).toMatchObject([{ messageKey: 'issue.planCalendarElsewhere', params: { name: 'Deutschland' } }]);
    expect(keysOf(await readText(plan('<task id="1" name="A"')))).toContain('issue.xmlInvalid');
  });
});
