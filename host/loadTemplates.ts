import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { assembleCatalogue, type CatalogueEntries } from '../core/domain/catalogue/checkCatalogue.ts';
import { createMatcher, type Matcher } from '../core/domain/catalogue/matchNames.ts';
import type { Catalogue } from '../core/domain/catalogue/catalogue.ts';
import type { FileIssue } from '../core/domain/problems.ts';
import type { PlanTemplate } from '../core/domain/schedule/timeline/planTemplate.ts';
import { readCatalogue } from '../formats/read/catalogueYaml.ts';
import { readPlanTemplate } from '../formats/read/planTemplateYaml.ts';
import { computedOnce, keptFolder, type TextFile } from './computedOnce.ts';
import { frenchTexts } from './frenchTexts.ts';

/** `templates/` of this installation: it lies beside `host/`, in a checkout and in a package. */
export const templatesFolder = join(import.meta.dirname, '..', 'templates');

export type LoadedCatalogue = { readonly catalogue: Catalogue; readonly defects: readonly FileIssue[]; readonly matcher: Matcher };

type Places = { readonly folder: string; readonly keptIn: string };
type KeptCatalogue = { readonly entries: CatalogueEntries; readonly issues: readonly FileIssue[] };

const frenchSources = ['core/i18n/frenchSpaces.ts', 'host/frenchTexts.ts'];
const catalogueSources = [
  'formats/read/catalogueYaml.ts',
  'formats/read/catalogueSchema.ts',
  'core/domain/catalogue/checkCatalogue.ts',
  'core/domain/catalogue/listClaims.ts',
  'core/domain/catalogue/catalogue.ts',
  'core/domain/calendar.ts',
  ...frenchSources,
];
const templateSources = [
  'formats/read/planTemplateYaml.ts',
  'formats/read/planTemplateSchema.ts',
  'core/domain/catalogue/catalogue.ts',
  'core/domain/calendar.ts',
  ...frenchSources,
];

export function loadCatalogue(
  { folder, keptIn }: Places = { folder: join(templatesFolder, 'catalogue'), keptIn: join(keptFolder, 'catalogue.json') },
): LoadedCatalogue {
  const files = yamlFiles(folder);
  const { entries, issues } = computedOnce({ keptIn, from: files, by: catalogueSources, compute: () => catalogueEntries(files) });
  const catalogue = assembleCatalogue(entries);
  let matcher: Matcher | null = null;
  return {
    catalogue,
    defects: issues,
    // Its index of letters takes a tenth of a second: only imports and searches for names need it.
    get matcher() {
      matcher ??= createMatcher([...catalogue.products.values()]);
      return matcher;
    },
  };
}

function catalogueEntries(files: readonly TextFile[]): KeptCatalogue {
  const { catalogue, issues } = readCatalogue(files);
  const { sources, products, providers, events } = catalogue;
  return {
    entries: frenchTexts({
      sources: [...sources.values()],
      products: [...products.values()],
      providers: [...providers.values()],
      events: [...events.values()],
    }),
    issues,
  };
}

export function loadPlanTemplates(
  { folder, keptIn }: Places = { folder: join(templatesFolder, 'plans'), keptIn: join(keptFolder, 'planTemplates.json') },
): ReadonlyMap<string, PlanTemplate> {
  const files = yamlFiles(folder);
  const templates = computedOnce({ keptIn, from: files, by: templateSources, compute: () => files.map(shippedTemplate) });
  return new Map(templates.map((template) => [template.id, template]));
}

function shippedTemplate(file: TextFile): PlanTemplate {
  const { template, issues } = readPlanTemplate(file);
  // A template that ships with the program and cannot be read is a defect of the program, not of anybody's input.
  if (!template) throw new Error(`${file.name}: ${JSON.stringify(issues)}`);
  return frenchTexts(template);
}

function yamlFiles(folder: string): readonly TextFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: relative(folder, path), text: readFileSync(path, 'utf8') }));
}
