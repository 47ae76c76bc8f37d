import { describe, expect, it } from 'vitest';
import { cents, sumCents } from '../../../core/domain/money.ts';
import { buildPlanReport } from '../../../core/report/buildPlanReport.ts';
import { emptyInput, largeSample, sampleInput } from '../../support/sampleReport.ts';

describe('buildPlanReport', () => {
  const input = sampleInput();
  const report = buildPlanReport(input);

  it('counts every account of every wave once, in the figures, the waves and the quarters alike', () => {
    const inWaves = input.timeline.waves.reduce((sum, wave) => sum + wave.accountCount, 0);
    expect(report.figures.moves).toBe(inWaves);
    expect(report.tracks.flatMap(({ waves }) => waves).reduce((sum, { accounts }) => sum + accounts, 0)).toBe(inWaves);
    expect(report.quarters.reduce((sum, { total }) => sum + total, 0)).toBe(inWaves);
    expect(report.figures.movesDone).toBe(1976);
  });

  it('takes the difference to staying to the cent', () => {
    expect(report.figures.savingsCents).toBe(input.costs.stayTotalCents - input.costs.totalCents);
    expect(sumCents(report.costs.lines.map(({ totalCents }) => totalCents))).toBe(report.figures.totalCents);
  });

  it('orders contract decisions by day, numbers them, and names the next one', () => {
    expect(report.decisions.map(({ number }) => number)).toEqual(report.decisions.map((_, index) => index + 1));
    expect(report.decisions.map(({ decideBy }) => decideBy)).toEqual([...report.decisions.map(({ decideBy }) => decideBy)].sort());
    expect(report.figures.nextDecision?.decideBy).toBe('2027-10-02');
    expect(report.decisions.filter(({ isPast }) => isPast).every(({ decideBy }) => decideBy < report.today)).toBe(true);
  });

  it('lists a unit once although several parts of it are in the wave', () => {
    const wave = input.timeline.waves[0];
    if (!wave) throw new Error('no wave');
    const part = wave.parts[0];
    if (!part) throw new Error('no part');
    const split = buildPlanReport({
      ...input,
      timeline: { ...input.timeline, waves: [{ ...wave, parts: [part, { ...part, firstRank: part.accountCount }] }] },
    });
    expect(split.tracks.flatMap(({ waves }) => waves)[0]?.units).toEqual([{ unitId: part.unitId, name: 'Hauptamt', accounts: part.accountCount * 2 }]);
  });

  it('gives gates the evidence of their template', () => {
    const gate = report.gates.find(({ track }) => track === 'mail');
    expect(gate?.evidence).toHaveLength(3);
    expect(gate?.source?.publisher).toBe('Berufsverband');
    expect(report.gates.find(({ track }) => track === 'chat')?.evidence).toEqual([]);
  });

  it('prints each assumption and each problem once', () => {
    expect(report.assumptions).toHaveLength(4);
    const twice = buildPlanReport({ ...input, costs: { ...input.costs, problems: input.problems } });
    expect(twice.problems).toHaveLength(2);
    expect(twice.problems.map(({ severity }) => severity)).toEqual(['warning', 'notice']);
  });

  it('holds for a plan that was only just made', () => {
    const empty = buildPlanReport(emptyInput());
    expect(empty.figures).toMatchObject({
      accounts: 0,
      items: 0,
      finishesOn: null,
      totalCents: cents(0),
      lastYear: null,
      nextDecision: null,
      coverageNames: 1,
    });
    expect(empty.quarters).toEqual([]);
  });

  it('is the same for the same plan', () => {
    expect(JSON.stringify(buildPlanReport(sampleInput(largeSample)))).toBe(JSON.stringify(buildPlanReport(sampleInput(largeSample))));
  });
});
