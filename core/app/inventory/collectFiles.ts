import type { CallContext } from '../../contract/handlers.ts';
import { AppError } from '../../contract/errors.ts';
import { createFileCollector } from '../../domain/inventory/collectFile.ts';
import { headingsKey } from '../../domain/inventory/headingsKey.ts';
import { createImportCollector, type CollectedImport } from '../../domain/inventory/collectImport.ts';
import type { FileIssue } from '../../domain/problems.ts';
import type { ColumnNames, ReadOutcome } from '../../ports/importReader.ts';
import type { NamedColumns } from '../../ports/planStore.ts';
import type { AppContext } from '../context.ts';
import { openChosen } from './openChosen.ts';
import { planMatcher } from './planMatcher.ts';

export type ReadFile = { readonly name: string; readonly outcome: ReadOutcome };

/** What was read, and what lay beside it in archives and folders and holds nothing for an import. */
export type ReadFiles = {
  readonly files: readonly ReadFile[];
  readonly leftOut: readonly FileIssue[];
  /** Tables of which a person named the columns. */
  readonly named: readonly NamedColumns[];
};

type ImportCall = CallContext<'inventory.importFiles'> | CallContext<'inventory.previewImport'> | CallContext<'tracking.importProgress'>;

/** How many issues an answer lists; all are counted. */
const listedIssues = 200;

/**
 * Reads all files of an import before anything is compared or written. A file that cannot be read as a whole refuses
 * the import, naming every such file: half an import would look like a whole one. In an archive or a folder, what no
 * reader knows is left out and told, as long as something beside it can be read.
 */
export async function collectFiles(
  context: AppContext,
  input: {
    readonly files: readonly string[];
    readonly format?: string | undefined;
    readonly mapping?: ColumnNames | undefined;
    readonly mappings?: Readonly<Record<string, ColumnNames>> | undefined;
  },
  call: ImportCall,
): Promise<{ readonly collected: CollectedImport } & ReadFiles> {
  const matcher = context.store?.read((reader) => planMatcher(context, reader)) ?? context.catalogue.matcher;
  const collector = createImportCollector((name) => {
    const match = matcher.match(name);
    return match.kind === 'matched' ? match.productId : null;
  });
  const chosen = await Promise.all(input.files.map(async (handle) => ({ handle, ...(await context.files.openAll(handle)) })));
  const total = chosen.reduce((sum, { size }) => sum + size, 0);
  let finished = 0;
  let listed = 0;
  const files: ReadFile[] = [];
  const plans = new Set<string>();
  const leftOut: FileIssue[] = [];
  const named: NamedColumns[] = [];
  const refusals: FileIssue[] = [];
  const superseded = new Set<number>();
  for (const choice of chosen) {
    const before = { files: files.length, leftOut: leftOut.length, refusals: refusals.length, finished };
    for await (const { id, isPacked, member } of openChosen(context, choice)) {
      if (call.signal.aborted) throw new AppError('cancelled', 'error.cancelled');
      if (member.kind !== 'file') {
        (member.kind === 'leftOut' ? leftOut : refusals).push(member.issue);
        continue;
      }
      const fileCollector = createFileCollector(collector, files.length);
      let isPlan = false;
      const columns = input.mappings?.[id] ?? input.mapping;
      if (columns) named.push({ headings: headingsKey((await member.look()).headings), fileName: member.name, columns });
      const outcome = await member.read({ format: input.format, columns, signal: call.signal }, (records, bytesRead, readAs) => {
        fileCollector.add(records, readAs);
        isPlan ||= records[0]?.kind === 'planTask';
        const done = finished + member.packedSize * Math.min(1, bytesRead / Math.max(1, member.size));
        call.reportProgress({ stepKey: 'app.step.read', done: Math.min(total, Math.round(done)), total });
      });
      finished += member.packedSize;
      if (isPlan && isPacked) {
        leftOut.push({ severity: 'warning', messageKey: 'app.planIsNoInventory', params: { file: member.name }, file: member.name });
        continue;
      }
      if (isPlan) plans.add(member.name);
      if (outcome.refused && isPacked && outcome.unknown && outcome.records === 0) {
        leftOut.push(outcome.unknown);
        continue;
      }
      for (const file of fileCollector.finish(outcome.machine, outcome.isPartial)) superseded.add(file);
      if (outcome.isPartial) collector.markPartial(outcome.format);
      if (outcome.refused) refusals.push(outcome.refused);
      // An archive may hold thousands of files, each with issues of its own: only what the answer lists is kept.
      files.push({ name: member.name, outcome: { ...outcome, issues: outcome.issues.slice(0, Math.max(0, listedIssues - listed)) } });
      listed += outcome.issues.length;
    }
    finished = before.finished + choice.size;
    if (files.length > before.files || refusals.length > before.refusals) continue;
    const nothing: FileIssue = { severity: 'error', messageKey: 'app.nothingInFolder', params: {}, file: choice.name };
    refusals.push(...(leftOut.length > before.leftOut ? leftOut.slice(before.leftOut) : [nothing]));
  }
  if (refusals.length > 0) {
    throw new AppError('invalid', 'app.importRefused', { params: { files: refusals.length }, issues: refusals.slice(0, listedIssues) });
  }
  if (plans.size > 0) throw new AppError('invalid', 'app.planIsNoInventory', { params: { file: [...plans].join(', ') } });
  if (call.signal.aborted) throw new AppError('cancelled', 'error.cancelled');
  const collected = collector.finish();
  return { collected, files: tellDoubles(files, superseded, collected), leftOut, named };
}

/** The files with what they say of machines that others say too. */
function tellDoubles(files: readonly ReadFile[], superseded: ReadonlySet<number>, { sameMachines, maybeSame }: CollectedImport): readonly ReadFile[] {
  const issues = new Map<number, FileIssue[]>();
  const tell = (file: number, messageKey: string, params: FileIssue['params'] = {}) => {
    const issue: FileIssue = { severity: 'warning', messageKey, params, file: files[file]?.name ?? '' };
    issues.set(file, [...(issues.get(file) ?? []), issue]);
  };
  const nameOf = (file: number) => files[file]?.name ?? '';
  for (const file of superseded) tell(file, 'app.olderInventory');
  for (const { counted, dropped, by } of sameMachines) tell(dropped.file, `app.sameMachine.${by}`, { other: nameOf(counted.file) });
  for (const { forms, by, count } of maybeSame) {
    const [one, other] = forms.map((form) => files.findIndex(({ outcome }) => isOfForm(outcome.format, form)));
    if (one !== undefined && other !== undefined && one >= 0) tell(one, `app.maybeSame.${by}`, { other: nameOf(other), count });
  }
  return files.map(({ name, outcome }, index) => {
    const told = issues.get(index);
    return told ? { name, outcome: { ...outcome, issues: [...told, ...outcome.issues], issueCount: outcome.issueCount + told.length } } : { name, outcome };
  });
}

/** A table's source is named with the kind of its records, see `ImportCollector`. */
export function isOfForm(format: string, form: string): boolean {
  return form === format || form.startsWith(`${format} `);
}

export function listIssues(files: readonly ReadFile[]): { issues: FileIssue[]; issueCount: number } {
  return {
    issues: files.flatMap(({ outcome }) => outcome.issues).slice(0, listedIssues),
    issueCount: files.reduce((sum, { outcome }) => sum + outcome.issueCount, 0),
  };
}
