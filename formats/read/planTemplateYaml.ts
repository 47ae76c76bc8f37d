import { load, YAMLException } from 'js-yaml';
import type { z } from 'zod';
import type { FileIssue } from '../../core/domain/problems.ts';
import type { PlanTemplate } from '../../core/domain/schedule/timeline/planTemplate.ts';
import { planTemplateSchema } from './planTemplateSchema.ts';

const ownReasons: ReadonlySet<string> = new Set([
  'notAnId',
  'empty',
  'notADate',
  'notACountry',
  'notARegion',
  'unverifiedNeedsEditors',
  'capacityMissing',
  'rollOutIsWaves',
  'twice',
  'notAKey',
  'assumptionNeedsNoSource',
  'notWholeCents',
  'outsideRange',
]);

/**
 * Reads one plan template. The template is null as soon as one error was found: half a template would plan wrongly.
 * Every issue names the file and the field (`tracks.2.accountsPerWeek`), a YAML error its row.
 */
export function readPlanTemplate(file: { readonly name: string; readonly text: string }): {
  readonly template: PlanTemplate | null;
  readonly issues: readonly FileIssue[];
} {
  let content: unknown;
  try {
    content = load(file.text);
  } catch (error) {
    const isYaml = error instanceof YAMLException;
    const row = isYaml && error.mark ? error.mark.line + 1 : 1;
    const params = { file: file.name, row, reason: isYaml ? error.reason : '' };
    return { template: null, issues: [{ severity: 'error', messageKey: 'schedule.issue.notYaml', params, file: file.name, row }] };
  }
  const revisedOn = typeof content === 'object' && content !== null && 'revisedOn' in content ? String(content.revisedOn) : '';
  const parsed = planTemplateSchema(revisedOn).safeParse(content);
  if (!parsed.success) return { template: null, issues: parsed.error.issues.flatMap((issue) => describe(file.name, issue, [])) };
  const issues = checkReferences(file.name, parsed.data);
  return { template: issues.length === 0 ? parsed.data : null, issues };
}

/** Of a union (claim or bare value) the branch that got furthest is reported: the others only say that the form is another one. */
function describe(file: string, issue: z.core.$ZodIssue, prefix: readonly PropertyKey[]): FileIssue[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const depth = (branch: readonly z.core.$ZodIssue[]) => Math.max(0, ...branch.map((inner) => inner.path.length));
    const furthest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
    return furthest.flatMap((inner) => describe(file, inner, path));
  }
  const field = path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => fileIssue(file, 'schedule.issue.unknownField', field === '' ? key : `${field}.${key}`, {}));
  }
  if (ownReasons.has(issue.message)) return [fileIssue(file, `schedule.issue.${issue.message}`, field, {})];
  return [fileIssue(file, 'schedule.issue.wrongValue', field, { reason: issue.message })];
}

function fileIssue(file: string, messageKey: string, field: string, params: Readonly<Record<string, string | number>>): FileIssue {
  return { severity: 'error', messageKey, params: { file, field, ...params }, file, field };
}

function checkReferences(file: string, template: PlanTemplate): FileIssue[] {
  const issues: FileIssue[] = [];
  const tracks = new Set<string>();
  for (const [index, track] of template.tracks.entries()) {
    if (tracks.has(track.key)) issues.push(fileIssue(file, 'schedule.issue.twice', `tracks.${index}.key`, { value: track.key }));
    tracks.add(track.key);
  }
  const requireTrack = (key: string, field: string) => {
    if (!tracks.has(key)) issues.push(fileIssue(file, 'schedule.issue.unknownTrack', field, { track: key }));
  };
  for (const [index, precedence] of template.precedences.entries()) {
    requireTrack(precedence.before.track, `precedences.${index}.before.track`);
    requireTrack(precedence.after.track, `precedences.${index}.after.track`);
  }
  for (const [index, gate] of template.gates.entries()) requireTrack(gate.track, `gates.${index}.track`);
  const keys = new Set<string>();
  for (const [index, assumption] of template.assumptions.entries()) {
    if (keys.has(assumption.key)) issues.push(fileIssue(file, 'schedule.issue.twice', `assumptions.${index}.key`, { value: assumption.key }));
    keys.add(assumption.key);
  }
  return issues;
}
