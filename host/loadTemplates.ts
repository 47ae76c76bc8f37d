import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createMatcher, type Matcher } from '../core/domain/catalogue/matchNames.ts';
import type { Catalogue } from '../core/domain/catalogue/catalogue.ts';
import type { FileIssue } from '../core/domain/problems.ts';
import type { PlanTemplate } from '../core/domain/schedule/planTemplate.ts';
import { readCatalogue } from '../formats/read/catalogueYaml.ts';
import { readPlanTemplate } from '../formats/read/planTemplateYaml.ts';

/** `templates/` of this installation: it lies beside `host/`, in a checkout and in a package. */
export const templatesFolder = join(import.meta.dirname, '..', 'templates');

export type LoadedCatalogue = { readonly catalogue: Catalogue; readonly defects: readonly FileIssue[]; readonly matcher: Matcher };

export function loadCatalogue(folder = join(templatesFolder, 'catalogue')): LoadedCatalogue {
  const { catalogue, issues } = readCatalogue(yamlFiles(folder));
  return { catalogue, defects: issues, matcher: createMatcher([...catalogue.products.values()]) };
}

export function loadPlanTemplates(folder = join(templatesFolder, 'plans')): ReadonlyMap<string, PlanTemplate> {
  const templates = new Map<string, PlanTemplate>();
  for (const file of yamlFiles(folder)) {
    const { template, issues } = readPlanTemplate(file);
    // A template that ships with the program and cannot be read is a defect of the program, not of anybody's input.
    if (!template) throw new Error(`${file.name}: ${JSON.stringify(issues)}`);
    templates.set(template.id, template);
  }
  return templates;
}

function yamlFiles(folder: string): { readonly name: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: relative(folder, path), text: readFileSync(path, 'utf8') }));
}
