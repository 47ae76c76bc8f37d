import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addDays, isoDate } from '../../core/domain/calendar.ts';
import { createCore } from '../../host/createCore.ts';
import { mustWork, bascule, basculeJson } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporaryPlan.ts';
import { filledSample, sampleStart } from '../support/filledSample.ts';

const approvedOn = isoDate('2026-12-10');
let commands = 0;
const commandId = () => `baseline-${commands++}`;

async function samplePlan() {
  const { running, core, path } = await filledSample();
  if ((await core.call('schedule.getTimeline', {})).timeline.tasks.length === 0) await core.call('schedule.build', { commandId: commandId(), locale: 'de' });
  return { core, path, files: running.files, close: () => running.close() };
}

const fingerprint = async (core: Awaited<ReturnType<typeof samplePlan>>['core']) => (await core.call('report.verifyPlan', {})).fingerprint;

describe('an approved plan', () => {
  it('is frozen in one step that leaves the plan and its fingerprint as they were', async () => {
    const { core } = await samplePlan();
    const before = await fingerprint(core);
    const { timeline } = await core.call('schedule.getTimeline', {});
    const done = await core.call('baseline.set', { commandId: commandId(), name: 'Ratsbeschluss', approvedOn, approvedBy: 'Stadtrat' });
    expect(done).toMatchObject({ labelKey: 'history.setBaseline', changed: 1 });
    expect(await fingerprint(core)).toBe(before);
    expect(await core.call('baseline.list', {})).toEqual([
      { id: done.baselineId, name: 'Ratsbeschluss', approvedOn, approvedBy: 'Stadtrat', fingerprint: before },
    ]);
    const { tasks } = await core.call('baseline.get', { baselineId: done.baselineId });
    expect(tasks.map((task) => [task.taskId, task.startsOn, task.finishesOn])).toEqual(timeline.tasks.map((task) => [task.id, task.startsOn, task.finishesOn]));
    const { comparison } = await core.call('baseline.compare', { baselineId: done.baselineId });
    expect(comparison.total).toMatchObject({ finishShiftDays: 0, wavesAdded: 0, wavesRemoved: 0, wavesMoved: 0 });
    expect(comparison.total.costCents?.now).toBe(comparison.total.costCents?.approved);
    expect(comparison.total.costCents?.approved).toBe((await core.call('cost.getCosts', { locale: 'de' })).totalCents);

    await core.call('history.undo', { commandId: commandId() });
    expect(await core.call('baseline.list', {})).toEqual([]);
    await core.call('history.redo', { commandId: commandId() });
    expect((await core.call('baseline.get', { baselineId: done.baselineId })).tasks).toEqual(tasks);
  });

  it('stays where it was approved when a wave moves, and says by how much', async () => {
    const { core } = await samplePlan();
    const { baselineId } = await core.call('baseline.set', { commandId: commandId(), name: 'Beschluss', approvedOn });
    const approved = await core.call('baseline.get', { baselineId });
    const { criticalTasks, timeline, finishesOn } = await core.call('schedule.getTimeline', {});
    const wave = timeline.tasks.find((task) => task.kind === 'wave' && criticalTasks.includes(task.id));
    if (!wave?.startsOn || finishesOn === null) throw new Error('the sample plan has a critical wave');
    const moved = await core.call('schedule.moveTask', { commandId: commandId(), taskId: wave.id, notBefore: addDays(wave.startsOn, 28) });
    const { comparison } = await core.call('baseline.compare', { baselineId });
    const track = comparison.tracks.find(({ trackId }) => trackId === wave.trackId);
    expect(track?.wavesMoved).toBeGreaterThan(0);
    expect(comparison.total).toMatchObject({ finish: { approved: finishesOn, now: moved.finish }, wavesAdded: 0, wavesRemoved: 0 });
    expect(comparison.total.finishShiftDays).toBeGreaterThan(0);
    expect(comparison.years.reduce((sum, year) => sum + year.now, 0)).toBe(comparison.total.costCents?.now);
    expect(await core.call('baseline.get', { baselineId })).toEqual(approved);
  });

  it('has a name of its own, dates to freeze, and can be removed', async () => {
    const { core } = await samplePlan();
    const { baselineId } = await core.call('baseline.set', { commandId: commandId(), name: 'Beschluss', approvedOn });
    await expect(core.call('baseline.set', { commandId: commandId(), name: 'Beschluss', approvedOn })).rejects.toMatchObject({
      code: 'conflict',
      messageKey: 'app.baselineExists',
    });
    await core.call('baseline.remove', { commandId: commandId(), baselineId });
    await expect(core.call('baseline.compare', { baselineId })).rejects.toMatchObject({ code: 'notFound', messageKey: 'app.baselineUnknown' });
    const empty = createCore({ plan: { path: join(temporaryFolder(), 'empty.bascule'), mode: 'create' }, actor: 'Anna' });
    onTestFinished(() => empty.close());
    await empty.core.call('plan.create', {
      commandId: commandId(),
      templateId: 'blank',
      name: 'Leer',
      administration: 'Leer',
      startsOn: sampleStart,
      locale: 'de',
    });
    await expect(empty.core.call('baseline.set', { commandId: commandId(), name: 'Beschluss', approvedOn })).rejects.toMatchObject({
      messageKey: 'app.nothingToApprove',
    });
  });

  it('is set, listed and compared on the command line', async () => {
    const { path, close } = await samplePlan();
    close();
    await mustWork(['baseline', path, 'set', '--name', 'Beschluss', '--on', '2026-12-10', '--by', 'Stadtrat']);
    const { baselines } = await basculeJson<{ baselines: { approvedBy: string }[] }>(['baseline', path, 'list']);
    expect(baselines).toMatchObject([{ name: 'Beschluss', approvedOn: '2026-12-10', approvedBy: 'Stadtrat' }]);
    const document = await basculeJson<{ total: unknown }>(['baseline', path, 'compare', 'Beschluss']);
    expect(document.total).toMatchObject({ finishShiftDays: 0, wavesMoved: 0 });
    const text = await mustWork(['baseline', path, 'compare', 'Beschluss', '--locale', 'de']);
    expect(text.out).toContain('Der Plan im Vergleich mit „Beschluss“, beschlossen am 10.12.2026');
    expect((await bascule(['baseline', path, 'compare', 'Anderer'])).err).toContain('no baseline “Anderer”');
    expect((await bascule(['baseline', path, 'freeze'])).code).toBe(2);
    await mustWork(['baseline', path, 'remove', 'Beschluss']);
    expect((await mustWork(['baseline', path, 'list'])).out).toContain('no baseline yet');
  });
});

describe('a plan of another program', () => {
  /** Every wave of the sample under its track, a week later, and a task that the plan does not have. */
  function otherPlan(timeline: { readonly tracks: readonly { id: string; name: string }[]; readonly tasks: readonly SampleTask[] }) {
    let uid = 0;
    const task = (name: string, level: number, days: string) =>
      `<Task><UID>${++uid}</UID><Name>${name.replaceAll('&', '&amp;')}</Name><OutlineLevel>${level}</OutlineLevel>${days}</Task>`;
    const later = (day: string | null, time: string) => `${addDays(isoDate(day ?? ''), 7)}T${time}`;
    const waves = timeline.tasks.filter((one) => one.kind === 'wave' && one.startsOn !== null);
    const lines = timeline.tracks.flatMap((track) => [
      task(track.name, 1, '<Summary>1</Summary>'),
      ...waves
        .filter((one) => one.trackId === track.id)
        .map((one) =>
          task(
            one.name.replace(`${track.name}: `, ''),
            2,
            `<Start>${later(one.startsOn, '08:00:00')}</Start><Finish>${later(one.finishesOn, '17:00:00')}</Finish>`,
          ),
        ),
    ]);
    lines.push(task('Kantine', 1, '<Start>2027-01-04T08:00:00</Start><Finish>2027-01-05T17:00:00</Finish>'));
    const path = join(temporaryFolder(), 'project.xml');
    writeFileSync(path, `<Project xmlns="http://schemas.microsoft.com/project"><Tasks>${lines.join('')}</Tasks></Project>`);
    return { path, waves };
  }

  it('is kept as an approved plan: its days beside ours, without accounts and costs, with what was not found', async () => {
    const { core, files } = await samplePlan();
    const before = await fingerprint(core);
    const { timeline } = await core.call('schedule.getTimeline', {});
    const { path, waves } = otherPlan(timeline);
    const done = await core.call('baseline.importPlan', { commandId: commandId(), file: files.handleFor(path), name: 'Projekt', approvedOn });
    expect(done).toMatchObject({
      labelKey: 'history.importPlan',
      matched: waves.length,
      missing: timeline.tasks.length - waves.length,
      unmatched: ['Kantine'],
      unmatchedCount: 1,
    });
    expect(waves.length).toBeGreaterThan(3);
    expect(await fingerprint(core)).toBe(before);
    const { baseline, tasks } = await core.call('baseline.get', { baselineId: done.baselineId });
    expect(baseline).toMatchObject({ name: 'Projekt', fingerprint: '' });
    expect(new Map(tasks.map((task) => [task.taskId, task.startsOn]))).toEqual(
      new Map(waves.map((wave) => [wave.id, addDays(isoDate(wave.startsOn ?? ''), 7)])),
    );
    const { comparison } = await core.call('baseline.compare', { baselineId: done.baselineId });
    expect(comparison.total).toMatchObject({ accounts: null, costCents: null, wavesMoved: waves.length, wavesAdded: 0, wavesRemoved: 0 });
    expect(comparison.years).toEqual([]);
    await core.call('history.undo', { commandId: commandId() });
    expect(await core.call('baseline.list', {})).toEqual([]);
  });

  it('is refused when it is none, when no task fits, and as an inventory', async () => {
    const { core, files } = await samplePlan();
    const write = (name: string, text: string) => {
      const path = join(temporaryFolder(), name);
      writeFileSync(path, text);
      return files.handleFor(path);
    };
    const plan = write('plan.gan', '<project view-date="2027-01-01"><tasks><task id="1" name="Kantine" start="2027-01-04" duration="2"/></tasks></project>');
    const read = (file: string) => core.call('baseline.importPlan', { commandId: commandId(), file, name: 'Projekt', approvedOn });
    await expect(read(plan)).rejects.toMatchObject({ messageKey: 'app.planFitsNothing', params: { first: 'Kantine' } });
    await expect(read(write('a.csv', 'Name;Hersteller;Version\nx;y;1\n'))).rejects.toMatchObject({ messageKey: 'app.noPlanInFile' });
    await expect(read(write('a.xml', '<Project xmlns="http://schemas.microsoft.com/project"><Tasks>'))).rejects.toMatchObject({
      messageKey: 'app.importRefused',
      issues: [{ messageKey: 'issue.xmlInvalid' }],
    });
    await expect(core.call('inventory.previewImport', { files: [plan] })).rejects.toMatchObject({ messageKey: 'app.planIsNoInventory' });
    expect(await core.call('baseline.list', {})).toEqual([]);
  });

  it('is read on the command line, and compared without figures that nobody knows', async () => {
    const { core, path, close } = await samplePlan();
    const { path: file } = otherPlan((await core.call('schedule.getTimeline', {})).timeline);
    close();
    const document = await basculeJson<{ unmatched: string[] }>(['baseline', path, 'import', file, '--name', 'Projekt', '--on', '2026-12-10']);
    expect(document).toMatchObject({ name: 'Projekt', unmatched: ['Kantine'] });
    expect(await basculeJson(['baseline', path, 'compare', 'Projekt'])).toMatchObject({ total: { accounts: null, costCents: null } });
    expect((await bascule(['baseline', path, 'import', '--name', 'Projekt'])).code).toBe(2);
  });
});

type SampleTask = {
  readonly id: string;
  readonly trackId: string;
  readonly kind: string;
  readonly name: string;
  readonly startsOn: string | null;
  readonly finishesOn: string | null;
};
