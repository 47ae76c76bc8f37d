import { basename, dirname } from 'node:path';
import { existsSync, rmSync } from 'node:fs';
import { AppError } from '../../../core/contract/errors.ts';
import { choiceOption, dateOption, pathArgument, requiredText, today } from '../options.ts';
import type { CliCall, CliCommand } from '../io.ts';
import { newCommandId, withPlan } from '../withPlan.ts';
import { makeFolder } from '../../nodeFiles.ts';
import { fillSample, sampleTemplate } from '../../generate/fillSample.ts';

export const newPlan: CliCommand = {
  name: 'new',
  usage: 'PLAN --template T [--name N] [--administration N] [--country C] [--region R] [--start DATE]',
  options: {
    template: { type: 'string' },
    name: { type: 'string' },
    administration: { type: 'string' },
    country: { type: 'string' },
    region: { type: 'string' },
    start: { type: 'string' },
  },
  positionals: { least: 1, most: 1 },
  async run(call) {
    const path = pathArgument(call, 0);
    const template = requiredText(call, 'template');
    const isSample = template === 'sample';
    await makePlan(call, path, isSample ? sampleTemplate : template, isSample ? call.translator.translate('cli.sampleName') : undefined);
    if (isSample) {
      try {
        await withPlan(call, path, 'write', async (running) => {
          await fillSample(running, call.locale, call.io.signal);
        });
      } catch (error) {
        removePlan(path);
        throw error;
      }
    }
    call.print({ plan: path }, () => [call.translator.translate('cli.planMade', { file: path })]);
    return 0;
  },
};

/** Outside of these a start is a slip of the keyboard; reckoning goes to the year 9999, and a plan needs years after its start. */
const earliestStart = '2000-01-01';
const latestStart = '2099-12-31';

/** Makes the file and fills it from the template; leaves nothing behind when that fails. */
export async function makePlan(call: CliCall, path: string, templateId: string, sampleName?: string): Promise<void> {
  if (existsSync(path)) throw new AppError('conflict', 'app.fileExists', { params: { file: path } });
  const takeAway = await makeFolder(dirname(path));
  const name = call.text('name') ?? sampleName ?? basename(path).replace(/\.bascule$/, '');
  const country = call.text('country')?.toUpperCase();
  const region = call.text('region');
  const startsOn = dateOption(call, 'start') ?? today(call);
  if (startsOn < earliestStart || startsOn > latestStart)
    throw new AppError('invalid', 'cli.startUnlikely', { params: { date: startsOn, earliest: earliestStart, latest: latestStart } });
  choiceOption(call, 'locale', ['de', 'en', 'fr']);
  try {
    await withPlan(call, path, 'create', async ({ core }) => {
      await core.call('plan.create', {
        commandId: newCommandId(),
        templateId,
        name,
        administration: call.text('administration') ?? name,
        ...(country === undefined ? {} : { country }),
        ...(region === undefined ? {} : { region: region === '' ? null : region.toUpperCase() }),
        startsOn,
        locale: call.locale,
      });
    });
  } catch (error) {
    removePlan(path);
    await takeAway();
    throw error;
  }
}

/** With the empty journal that SQLite leaves beside a plan: without its plan it would only puzzle people. */
function removePlan(path: string): void {
  rmSync(path, { force: true });
  rmSync(`${path}-journal`, { force: true });
}
