import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cents } from '../../core/domain/money.ts';
import { messages } from '../../core/i18n/messages.ts';
import { createTranslator } from '../../core/i18n/translate.ts';
import { buildPlanReport, type PlanReportInput } from '../../core/report/buildPlanReport.ts';
import { coveredCharacters, drawableText } from '../../host/report/coveredText.ts';
import { layOutPaper } from '../../host/report/layOutPaper.ts';
import { createPaperSetter, type PaperChoice } from '../../host/report/setPaper.ts';
import { emptyInput, largeSample, sampleInput } from '../support/sampleReport.ts';

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const setPaper = createPaperSetter();
const directory = mkdtempSync(join(tmpdir(), 'bascule-report-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const paperOf = (input: PlanReportInput, choice: PaperChoice) => setPaper(buildPlanReport(input), choice);

function printedText(input: PlanReportInput, choice: PaperChoice): string {
  const file = join(directory, 'text.pdf');
  writeFileSync(file, paperOf(input, choice).pdf('ua-1'));
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 50_000_000, stdio: ['ignore', 'pipe', 'ignore'] });
}

/** The sample without what a test of sentences would trip over: a problem whose key nobody wrote. */
function input(): PlanReportInput {
  return { ...sampleInput(), problems: [] };
}

describe('the preview', () => {
  it('gives each page as a picture of its own, with everything that it points at', () => {
    const paper = paperOf(input(), { locale: 'de' });
    expect(paper.draw()).toHaveLength(paper.pages);
    for (const { svg, widthPoints, heightPoints } of paper.draw()) {
      expect([Math.round(widthPoints), Math.round(heightPoints)].sort()).toEqual([595, 842]);
      const ids = new Set([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      const wanted = [...svg.matchAll(/(?:href="#|url\(#)([^")]+)/g)].map(([, id]) => id);
      expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
      expect(svg).not.toMatch(/<script|<foreignObject|\son\w+=|href="(?!#)/);
      // Of letters that are pointed at one by one a browser makes so many elements that a visit costs 100 MB.
      expect(svg).not.toContain('<use');
      expect(svg.match(/<\w/g)?.length).toBeLessThan(1500);
    }
    expect(paper.headings.filter(({ level }) => level === 1).map(({ title }) => title)).toContain('Kosten');
  });
});

describe('the paper', () => {
  it.each(['de', 'en', 'fr'] as const)('is a tagged PDF/UA-1 in %s', async (locale) => {
    const { pages, pdf } = paperOf(input(), { locale });
    const bytes = Buffer.from(pdf('ua-1')).toString('latin1');
    expect(bytes.startsWith('%PDF-1.')).toBe(true);
    expect(bytes).toContain('pdfuaid:part');
    expect(bytes).toContain('/MarkInfo');
    expect(bytes).toMatch(new RegExp(`/Lang ?\\(${locale}`));
    expect(pages).toBeGreaterThan(10);
  });

  it('is PDF/A-2a on request', async () => {
    const bytes = Buffer.from(paperOf(input(), { locale: 'de' }).pdf('a-2a')).toString('latin1');
    expect(bytes).toMatch(/pdfaid:part>2</);
    expect(bytes).toMatch(/pdfaid:conformance>A</);
  });

  it('has the same bytes for the same plan, from a cold compiler as from a warm one', async () => {
    const report = buildPlanReport(input());
    const first = setPaper(report, { locale: 'fr' });
    const bytes = Buffer.from(first.pdf('ua-1'));
    setPaper(report, { locale: 'de', kind: 'council' }).pdf('ua-1');
    expect(bytes.equals(setPaper(report, { locale: 'fr' }).pdf('ua-1'))).toBe(true);
    expect(bytes.equals(createPaperSetter()(report, { locale: 'fr' }).pdf('ua-1'))).toBe(true);
    first.draw();
    first.pdf('a-2a');
    expect(bytes.equals(first.pdf('ua-1'))).toBe(true);
  });

  it.each(['de', 'en', 'fr'] as const)('prints a plan without anything in it in %s', async (locale) => {
    expect(paperOf(emptyInput(), { locale }).pages).toBeGreaterThanOrEqual(2);
    expect(paperOf(emptyInput(), { locale, kind: 'council' }).pdf('a-2a').byteLength).toBeGreaterThan(1000);
  });

  it('says on its first page that no cost is known, where none is, and asks for none', () => {
    const report = buildPlanReport(input());
    const figures = { ...report.figures, totalCents: cents(0), stayTotalCents: cents(0), savingsCents: cents(0), paybackOn: report.figures.startsOn };
    const first = layOutPaper({ ...report, figures }, { locale: 'de', kind: 'plan' }).cover;
    expect(first?.rows.find(({ label }) => label === 'Wie viel')).toMatchObject({ value: 'Noch nicht berechnet', lines: [] });
    expect(first?.rows.at(-1)?.items.join(' ')).not.toContain('€');
    const known = layOutPaper(report, { locale: 'de', kind: 'plan' }).cover;
    expect(known?.rows.find(({ label }) => label === 'Wie viel')?.value).toMatch(/€$/);
    expect(known?.rows.at(-1)?.items.join(' ')).toContain('€');
  });

  it.each([
    ['de', 'Geplant nach dem Stand vom 15. September 2027: Was bis dahin erledigt war, bleibt.'],
    ['en', 'Planned as of 15 September 2027: what was done by then stays as it is.'],
    ['fr', 'Planifié d’après la situation au 15 septembre 2027 : ce qui était fait reste tel quel.'],
  ] as const)('says as of which day a plan was planned in the middle of its move in %s, and nothing of it elsewhere', (locale, sentence) => {
    const report = buildPlanReport(input());
    const until = (statusOn: typeof report.figures.statusOn) =>
      layOutPaper({ ...report, figures: { ...report.figures, statusOn } }, { locale, kind: 'plan' }).cover?.rows[2]?.lines.map((line) =>
        line.replaceAll(/\s/g, ' '),
      );
    expect(until(report.figures.statusOn)).toContain(sentence);
    expect(until(null)).toEqual(until(report.figures.statusOn)?.filter((line) => line !== sentence));
  });

  it('does not name the plan twice where the administration has the same name', () => {
    const report = buildPlanReport(input());
    const cover = (plan: typeof report.plan) => layOutPaper({ ...report, plan }, { locale: 'de', kind: 'plan' }).cover;
    expect(cover(report.plan)).toMatchObject({ administration: report.plan.administration, plan: report.plan.name });
    expect(cover({ ...report.plan, name: 'Musterhafen', administration: 'Musterhafen' })).toMatchObject({ administration: '', plan: 'Musterhafen' });
  });

  it('prints only the sections asked for', async () => {
    const one = paperOf(input(), { locale: 'de', sections: ['title'] });
    expect(one.pages).toBe(1);
    const costs = layOutPaper(buildPlanReport(input()), { locale: 'de', kind: 'plan', sections: ['costs', 'gantt'] });
    expect(costs.sections.map(({ title }) => title)).toEqual(['Zeitplan', 'Kosten']);
    expect(costs.cover).toBeNull();
  });

  it('survives names of any script, length and control character', async () => {
    const base = input();
    const name = `Ein sehr langer Name ${'Fachverfahren-Schnittstellenverwaltung'.repeat(6)} 漢字 🚀 عربى \u0007 #set text(red) $x^2$ \\ @ref`;
    const wild: PlanReportInput = {
      ...base,
      plan: { ...base.plan, name, administration: name },
      items: base.items.map((item, index) => (index < 3 ? { ...item, itemName: name, vendor: name, note: name, isOverridden: true } : item)),
      units: base.units.map((unit) => ({ ...unit, name })),
      timeline: { ...base.timeline, tracks: base.timeline.tracks.map((track) => ({ ...track, name })) },
    };
    expect(paperOf(wild, { locale: 'fr' }).pages).toBeGreaterThan(10);
  });

  it('prints 44,000 accounts, 400 units, 200 waves and 300 items', async () => {
    const { pages } = paperOf({ ...sampleInput(largeSample), problems: [] }, { locale: 'de' });
    expect(pages).toBeGreaterThan(25);
    expect(pages).toBeLessThan(80);
  });

  it.each(['de', 'en', 'fr'] as const)('uses no key without a sentence in %s', (locale) => {
    for (const kind of ['plan', 'council'] as const) {
      const text = JSON.stringify(layOutPaper(buildPlanReport(input()), { locale, kind }));
      expect(text.match(/"(?:report|common|export)\.[a-zA-Z0-9.]+"/g)).toBeNull();
    }
  });

  it('leaves no sentence of the paper unused', () => {
    const paper = ['plan', 'council']
      .flatMap((kind) => [input(), emptyInput()].map((value) => JSON.stringify(layOutPaper(buildPlanReport(value), { locale: 'de', kind: kind as 'plan' }))))
      .join('\n');
    const columns = Object.entries(messages.de).filter(([key]) => key.startsWith('report.column.'));
    expect(columns.filter(([, sentence]) => !paper.includes(JSON.stringify(sentence))).map(([key]) => key)).toEqual([]);
  });
});

describe.skipIf(!hasPoppler)('the text of the paper (needs poppler)', () => {
  it('says on the first page what, why, until when, how many, how much, and what is asked', async () => {
    const t = createTranslator('de');
    const report = buildPlanReport(input());
    const text = printedText(input(), { locale: 'de', sections: ['title'] }).replace(/\s+/g, ' ');
    for (const part of [
      'Stadt Musterhafen',
      'Offene Verwaltung Musterhafen',
      '38 von 60 Programmen',
      '8. September 2028',
      '4.213 Konten',
      t.money(report.figures.totalCents, 'whole').replace(/\s+/g, ' '),
      'Erbeten wird',
      '9f2c 47ab 01de',
    ])
      expect(text, part).toContain(part);
  });

  it('prints the same total in the summary, the costs and the exact sentence', async () => {
    const text = printedText(input(), { locale: 'en' });
    const { costs } = buildPlanReport(input());
    const t = createTranslator('en');
    expect(text.split(t.money(costs.totalCents, 'whole')).length).toBeGreaterThan(3);
    expect(text).toContain(t.money(costs.totalCents, 'exact'));
  });

  it('marks what nobody published as an assumption', async () => {
    expect(printedText(input(), { locale: 'de' })).toMatch(/Zinssatz.*2,5\s%.*Annahme/);
  });

  it('writes French figures with thin spaces and English ones with commas', async () => {
    expect(printedText({ ...sampleInput(largeSample), problems: [] }, { locale: 'fr', sections: ['title'] })).toMatch(/44\s000 comptes/);
    expect(printedText({ ...sampleInput(largeSample), problems: [] }, { locale: 'en', sections: ['title'] })).toContain('44,000 accounts');
  });

  it('carries title, language and tags', async () => {
    const file = join(directory, 'info.pdf');
    writeFileSync(file, paperOf(input(), { locale: 'fr' }).pdf('ua-1'));
    const info = execFileSync('pdfinfo', [file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    expect(info).toMatch(/Title:\s+Offene Verwaltung Musterhafen – Plan de passage au logiciel libre/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/CreationDate:.*2027/);
    const structure = execFileSync('pdfinfo', ['-struct', file], { encoding: 'utf8', maxBuffer: 50_000_000, stdio: ['ignore', 'pipe', 'ignore'] });
    for (const tag of ['H1', 'H2', 'Table', 'TH', 'TD', 'Figure', 'Caption', 'TOC']) expect(structure, tag).toMatch(new RegExp(`\\b${tag}\\b`));
    const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .split('\n')
      .slice(2)
      .filter((line) => line !== '');
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter((line) => !/SourceSans3-.*\byes yes yes\b/.test(line))).toEqual([]);
  });
});

describe('drawableText', () => {
  it('replaces what the font cannot draw and drops what draws nothing', () => {
    const isCovered = (codePoint: number) => codePoint < 0x250 && codePoint >= 0x20;
    expect(drawableText('Büro 漢 🚀\u0007x\u202ey', isCovered, '?')).toBe('Büro ? ? xy');
  });

  it('knows no character of bytes that are no font', () => {
    expect(coveredCharacters(new Uint8Array(64))(65)).toBe(false);
  });
});
