import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import { compareBaseline } from '../../domain/schedule/baseline/compareBaseline.ts';
import type { Baseline, BaselineHead } from '../../domain/schedule/baseline/baseline.ts';
import { freezeBaseline } from '../../domain/schedule/baseline/freezeBaseline.ts';
import type { BaselineId } from '../../domain/ids.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import { costsWith, planCosts } from '../cost/planCosts.ts';
import { type AppContext, openStore, planOf } from '../context.ts';
import { outcome, runCommand } from '../runCommand.ts';

export function listBaselines(context: AppContext): Output<'baseline.list'> {
  return openStore(context).read((reader) => [...reader.baselines()]);
}

export function getBaseline(context: AppContext, input: Parsed<'baseline.get'>): Output<'baseline.get'> {
  return openStore(context).read((reader) => {
    const { tasks, costs: _costs, ...baseline } = findBaseline(reader, input.baselineId);
    return { baseline, tasks: [...tasks] };
  });
}

export function compareWithPlan(context: AppContext, input: Parsed<'baseline.compare'>): Output<'baseline.compare'> {
  return openStore(context).read((reader) => {
    const { tasks, costs, ...baseline } = findBaseline(reader, input.baselineId);
    const timeline = reader.timeline();
    const firstYear = Number(planOf(reader).startsOn.slice(0, 4));
    const lastYear = costs.reduce((last, { year }) => Math.max(last, year), firstYear);
    const now = freezeBaseline(timeline, costsWith(context, reader, { years: lastYear - firstYear + 1 }));
    const trackIds = [...timeline.tracks].sort((one, other) => one.position - other.position).map((track) => track.id);
    const { tracks, total, years } = compareBaseline({ tasks, costs }, { ...now, trackIds });
    return { baseline, comparison: { tracks: [...tracks], total, years: [...years] } };
  });
}

export function setBaseline(context: AppContext, input: Parsed<'baseline.set'>): Output<'baseline.set'> {
  return runCommand(context, 'baseline.set', input, (writer) => {
    const { name, approvedOn, approvedBy } = input;
    planOf(writer);
    if (writer.baselines().some((baseline) => baseline.name === name)) throw new AppError('conflict', 'app.baselineExists', { params: { name } });
    const timeline = writer.timeline();
    if (!timeline.tasks.some((task) => task.finishesOn !== null)) throw new AppError('rule', 'app.nothingToApprove');
    const baselineId = context.ids.next<'baseline'>();
    const { tasks, costs } = freezeBaseline(timeline, planCosts(context, writer));
    writer.insertBaseline({ id: baselineId, name, approvedOn, approvedBy, fingerprint: writer.fingerprint(), tasks, costs });
    return { result: { baselineId }, label: { labelKey: 'history.setBaseline', params: { name } }, changed: 1 };
  });
}

export function removeBaseline(context: AppContext, input: Parsed<'baseline.remove'>): Output<'baseline.remove'> {
  return runCommand(context, 'baseline.remove', input, (writer) => {
    const { name }: BaselineHead = findBaseline(writer, input.baselineId);
    writer.removeBaseline(input.baselineId);
    return outcome('history.removeBaseline', { name }, 1);
  });
}

function findBaseline(reader: PlanReader, id: BaselineId): Baseline {
  const found = reader.baseline(id);
  if (!found) throw new AppError('notFound', 'app.baselineUnknown');
  return found;
}
