import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import { cents } from '../../core/domain/money.ts';
import { createTranslator } from '../../core/i18n/translate.ts';
import { buildPlanReport } from '../../core/report/buildPlanReport.ts';
import { writeMappingCsv, writeTasksCsv } from '../../formats/write/planCsv.ts';
import { writePlanIcs } from '../../formats/write/planIcs.ts';
import { writePlanJson } from '../../formats/write/planJson.ts';
import { writers } from '../../formats/write/registry.ts';
import { csvDialect, writeCsv } from '../../formats/write/writeCsv.ts';
import { writeIcs } from '../../formats/write/writeIcs.ts';
import { emptyInput, sampleInput } from '../support/sampleReport.ts';

const report = buildPlanReport(sampleInput());
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('writeCsv', () => {
  it('writes a byte order mark, the language’s separator and decimal sign, and exact cents', () => {
    const table = {
      columns: ['a', 'b', 'c', 'd'],
      rows: [
        ['ä;"x"', { cents: cents(-123_405) }, { date: isoDate('2027-05-03') }, { number: 1.5 }],
        [null, null, null, null],
      ],
    } as const;
    expect(text(writeCsv(table, csvDialect('de')))).toBe('\ufeffa;b;c;d\r\n"ä;""x""";-1234,05;2027-05-03;1,5\r\n;;;\r\n');
    expect(text(writeCsv(table, csvDialect('en')))).toBe('\ufeffa,b,c,d\r\n"ä;""x""",-1234.05,2027-05-03,1.5\r\n,,,\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://example.org";"x")'])('does not let %j run as a formula', (name) => {
    const { data } = Papa.parse<string[]>(text(writeCsv({ columns: ['n'], rows: [[name]] }, csvDialect('de'))).slice(1), { delimiter: ';', newline: '\r\n' });
    expect(data[1]?.[0]).toBe(`'${name}`);
  });
});

describe('the plan as CSV', () => {
  it('has one row for every phase, wave and gate', () => {
    const { data } = Papa.parse<Record<string, string>>(
      text(writeTasksCsv(report, createTranslator('de')))
        .slice(1)
        .trimEnd(),
      { delimiter: ';', header: true },
    );
    expect(data).toHaveLength(sampleInput().timeline.tasks.length);
    expect(data.filter(({ Art }) => Art === 'Welle').reduce((sum, row) => sum + Number(row.Konten), 0)).toBe(report.figures.moves);
    expect(data.find(({ Art, Nummer }) => Art === 'Welle' && Nummer === '1')).toMatchObject({
      Beginn: '2027-07-30',
      Ende: '2027-08-10',
      Bereich: 'Bürosoftware',
    });
  });

  it('has one row for every item, with its cost and decision', () => {
    const { data } = Papa.parse<Record<string, string>>(
      text(writeMappingCsv(report, createTranslator('de')))
        .slice(1)
        .trimEnd(),
      { delimiter: ';', header: true },
    );
    expect(data).toHaveLength(60);
    expect(data[0]).toMatchObject({
      Programm: 'Microsoft Office Professional Plus',
      Entscheidung: 'ablösen',
      'Neue Lösung': 'LibreOffice',
      'Jahreskosten in EUR': '379200,00',
      'Ende der Pflege': '2026-10-13',
      'Zuerst endende Version': '2021',
      'Quelle zum Ende der Pflege': 'End of life dates, Example',
    });
    expect(data[1]?.['Ende der Pflege']).toBe('unbekannt');
    expect(data.filter((row) => row['Jahreskosten in EUR'] === '')).toHaveLength(report.costs.itemsWithoutCost);
  });
});

describe('the plan as JSON', () => {
  const plan = JSON.parse(text(writePlanJson(report))) as { schema: string; costs: Record<string, unknown>; tracks: { waves: unknown[] }[]; units: unknown[] };

  it('names its schema first and every amount in cents', () => {
    expect(text(writePlanJson(report)).startsWith('{\n  "schema": "bascule.plan/1",')).toBe(true);
    expect(plan.costs.totalCents).toBe(report.costs.totalCents);
    expect(plan.costs.totalsByYearCents).toEqual(report.costs.totalsByYear);
    expect(plan.costs).not.toHaveProperty('totalsByYear');
  });

  it('holds the plan whole', () => {
    expect(plan.tracks.flatMap(({ waves }) => waves)).toHaveLength(report.figures.waves);
    expect(plan.units).toHaveLength(40);
  });
});

describe('the plan as a calendar', () => {
  const file = text(writePlanIcs(report, createTranslator('fr')));
  const unfolded = file.replace(/\r\n[ \t]/g, '');

  it('folds every line at 75 octets and ends it with CRLF', () => {
    const lines = file.split('\r\n');
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n', '').includes('\n')).toBe(false);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('has an event for every dated task, freeze and contract decision, each with an id of its own', () => {
    const ids = unfolded.split('\r\n').filter((line) => line.startsWith('UID:'));
    expect(ids).toHaveLength(sampleInput().timeline.tasks.length + 2 + report.decisions.length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('writes whole days, the last one exclusive, whatever the computer’s time zone', () => {
    const event = text(
      writeIcs({
        name: 'x',
        language: 'de',
        stamp: isoDate('2027-01-02'),
        events: [{ uid: 'u@x', title: 'Welle 1', description: '', firstDay: isoDate('2027-03-28'), lastDay: isoDate('2027-03-28'), category: 'Welle' }],
      }),
    );
    expect(event).toContain('DTSTART;VALUE=DATE:20270328\r\nDTEND;VALUE=DATE:20270329\r\n');
    expect(event).toContain('DTSTAMP:20270102T000000Z\r\n');
  });

  it('keeps the ids when waves are built anew with other ids', () => {
    const input = sampleInput();
    const again = buildPlanReport({
      ...input,
      fingerprint: 'other',
      timeline: { ...input.timeline, tasks: input.timeline.tasks.map((task) => ({ ...task, id: `${task.id}-new` as typeof task.id })) },
    });
    expect(text(writePlanIcs(again, createTranslator('fr')))).toBe(file);
  });

  it('escapes what would break a line', () => {
    const event = text(
      writeIcs({
        name: 'x',
        language: 'de',
        stamp: isoDate('2027-01-02'),
        events: [
          { uid: 'u@x', title: 'a,b;c\nBEGIN:VEVENT', description: 'one\ntwo', firstDay: isoDate('2027-03-01'), lastDay: isoDate('2027-03-01'), category: 'W' },
        ],
      }),
    );
    expect(event).toContain('SUMMARY:a\\,b\\;c BEGIN:VEVENT\r\n');
    expect(event).toContain('DESCRIPTION:one\\ntwo\r\n');
  });
});

describe('the writers', () => {
  it('name what is still to come', () => {
    expect(writers.filter(({ write }) => write !== null).map(({ id }) => id)).toEqual(['csv', 'ics', 'json']);
    expect(writers.filter(({ write }) => write === null).map(({ id }) => id)).toEqual(['ods', 'odt', 'xlsx', 'mspdi']);
    const t = createTranslator('fr');
    for (const { nameKey } of writers) expect(t.has(nameKey), nameKey).toBe(true);
  });

  it.each(['de', 'en', 'fr'] as const)('write an empty plan in %s', (locale) => {
    for (const { write } of writers) if (write !== null) expect(write(buildPlanReport(emptyInput()), createTranslator(locale)).length).toBeGreaterThan(10);
  });
});
