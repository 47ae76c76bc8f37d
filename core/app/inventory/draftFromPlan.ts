import { AppError } from '../../contract/errors.ts';
import type { Output } from '../../contract/contract.ts';
import type { ProductId } from '../../domain/ids.ts';
import type { CollectedImport } from '../../domain/inventory/collectImport.ts';
import { draftImport } from '../../domain/inventory/draftImport.ts';
import type { ImportChoices, ImportDraft, ImportProduct } from '../../domain/inventory/importDraft.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import { type AppContext, planOf } from '../context.ts';
import { planMatcher } from './planMatcher.ts';
import { listIssues, type ReadFile, type ReadFiles } from './collectFiles.ts';

/** Compares what was read with the plan as it stands at this moment. */
export function draftFromPlan(context: AppContext, reader: PlanReader, collected: CollectedImport, choices?: ImportChoices): ImportDraft {
  const { catalogue } = context.catalogue;
  const products = new Map<ProductId, ImportProduct>();
  for (const product of catalogue.products.values()) {
    const vendorName = catalogue.providers.get(product.vendor)?.name ?? product.vendor;
    products.set(product.id, { id: product.id, name: product.name, vendorName, track: product.track, includes: product.includes });
  }
  const sources = reader.importSources();
  const known = new Set(sources.flatMap(({ id, name }) => [id as string, name]));
  for (const name of Object.values(choices?.sources ?? {})) {
    if (name === 'new' || known.has(name)) continue;
    throw new AppError('notFound', 'app.importSourceUnknown', { params: { name, known: sources.map((source) => source.name).join(', ') || '–' } });
  }
  const base = {
    administration: planOf(reader).administration,
    units: reader.units(),
    accounts: reader.accountsByLogin(),
    mailboxes: reader.mailboxSizes(),
    usageProfiles: new Map(reader.usageProfiles().map((profile) => [profile.id, profile.itemIds])),
    items: reader.allItems(),
    rawNames: reader.allRawNames(),
    contracts: reader.contracts(),
    sources,
    importedPaths: reader.importedPaths(),
    trackIds: new Map(reader.timeline().tracks.map((track) => [track.key as string, track.id])),
  };
  const ids = {
    unit: () => context.ids.next<'unit'>(),
    account: () => context.ids.next<'account'>(),
    item: () => context.ids.next<'item'>(),
    contract: () => context.ids.next<'contract'>(),
    source: () => context.ids.next<'importSource'>(),
  };
  return draftImport(collected, base, products, planMatcher(context, reader).match, ids, choices);
}

/** How many files an answer lists one by one. */
const listedFiles = 200;

export function importReportOf(draft: ImportDraft, { files, leftOut }: ReadFiles): Output<'inventory.previewImport'> {
  return {
    files: files.slice(0, listedFiles).map(({ name, outcome }) => ({
      name,
      format: outcome.format,
      confidence: outcome.confidence,
      seenKey: outcome.seenKey,
      seenParams: { ...outcome.seenParams },
      encoding: outcome.encoding,
      records: outcome.records,
      skipped: outcome.skipped.map((skip) => ({ ...skip })),
    })),
    otherFiles: sumByFormat(files.slice(listedFiles)),
    leftOut: leftOut.slice(0, listedFiles).map(({ file, messageKey, params }) => ({ name: file, reasonKey: messageKey, params: { ...params } })),
    leftOutCount: leftOut.length,
    ...draft.counts,
    sources: draft.choices.map((choice) => ({ ...choice, candidates: choice.candidates.map((candidate) => ({ ...candidate })) })),
    samples: draft.samples.map((sample) => ({ ...sample, params: { ...sample.params } })),
    ...listIssues(files),
  };
}

function sumByFormat(files: readonly ReadFile[]): Output<'inventory.previewImport'>['otherFiles'] {
  const sums = new Map<string, { format: string; files: number; records: number }>();
  for (const { outcome } of files) {
    const sum = sums.get(outcome.format) ?? { format: outcome.format, files: 0, records: 0 };
    sum.files++;
    sum.records += outcome.records;
    sums.set(outcome.format, sum);
  }
  return [...sums.values()].sort((a, b) => b.files - a.files);
}

/** What the caller chose about sources and accounts that are gone. */
export function choicesOf(input: {
  readonly sources?: Readonly<Record<string, string>> | undefined;
  readonly goneAccounts?: 'keep' | 'disable' | undefined;
}): ImportChoices {
  return { sources: input.sources ?? {}, goneAccounts: input.goneAccounts ?? 'keep' };
}
