import type { Output } from '../../../core/contract/contract.ts';
import { isIsoDate } from '../../../core/domain/calendar.ts';

export type PlanTemplateLine = Output<'plan.listTemplates'>[number];
export type PlanDraft = {
  readonly template: PlanTemplateLine;
  readonly name: string;
  readonly administration: string;
  readonly country: string;
  readonly region: string;
  readonly startsOn: string;
};

const earliestStart = '2000-01-01';
const latestStart = '2099-12-31';

/** What is missing, by field; an empty answer may go on. */
export function draftErrors(
  draft: Pick<PlanDraft, 'name' | 'administration' | 'startsOn'>,
): Readonly<Partial<Record<'name' | 'administration' | 'startsOn', string>>> {
  return {
    ...(draft.name.trim() === '' ? { name: 'startPage.nameMissing' } : {}),
    ...(draft.administration.trim() === '' ? { administration: 'startPage.nameMissing' } : {}),
    ...(!isIsoDate(draft.startsOn) || draft.startsOn < earliestStart || draft.startsOn > latestStart ? { startsOn: 'startPage.startMissing' } : {}),
  };
}

/** Published ways first, the one from the reader's own country before the others; the empty plan last. */
export function inOrder(templates: readonly PlanTemplateLine[], locale: 'de' | 'en' | 'fr'): readonly PlanTemplateLine[] {
  const home = locale === 'fr' ? 'FR' : 'DE';
  const rank = ({ country, region, sources }: PlanTemplateLine) =>
    sources.length === 0 ? 3 : country !== home ? 2 : region === null && locale !== 'fr' ? 1 : 0;
  return [...templates].sort((one, other) => rank(one) - rank(other));
}
