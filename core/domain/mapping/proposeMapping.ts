import type { IsoDate } from '../calendar.ts';
import type { Catalogue, Product, TrackKey } from '../catalogue/catalogue.ts';
import { cleanName } from '../catalogue/cleanName.ts';
import type { Item } from '../inventory/inventory.ts';
import type { Decision, DecisionReason, Strategy } from './decision.ts';
import { createReplacementSearch, type FindReplacement, type FoundReplacement, type MappingTemplate } from './findReplacement.ts';

export type MappingItem = Pick<Item, 'id' | 'name' | 'productId' | 'installations' | 'seats' | 'accounts'>;

export type MappingContext = {
  readonly startsOn: IsoDate;
  /** Finish of the plan; null before the first schedule. */
  readonly finishesOn: IsoDate | null;
  /** Tracks of the plan: what it cannot move, it does not propose to replace. */
  readonly tracks: readonly TrackKey[];
  /** Decisions that stand; what a person decided is left alone, notes are kept. */
  readonly current: readonly Decision[];
};

type Proposal = { readonly strategy: Strategy; readonly replacement: Product | null; readonly reasons: readonly DecisionReason[] };

/**
 * Proposes for each item what becomes of it, with the reasons in the order in which the rules spoke. Of the rules the
 * first one that fits decides:
 *
 * 1. A person decided: the row stays as it is.
 * 2. The item is no product of the catalogue: undecided.
 * 3. The template names a replacement for the product: replace (keep, where it names the product itself).
 * 4. Open source already: keep.
 * 5. The catalogue says retire: retire, without a replacement; where it is in use, that is said.
 * 6. Line-of-business software, or the catalogue says keep: keep, and a person must check it.
 * 7. The plan has no track for it: undecided.
 * 8. A replacement is found (`createReplacementSearch`): replace. A bundle whose main part the template names goes to 9:
 *    an administration that chose its office suite did not choose another suite for the bundle.
 * 9. A bundle: replaced by what replaces its main part, which is the first included product on the bundle's own track
 *    that has a replacement, or else the first one that has; every part is listed with its own replacement, and every
 *    part without one. The licence of a bundle ends only when all its parts have moved (`tracksOfProduct`).
 * 10. Otherwise undecided.
 *
 * Blockers, support that has ended or ends before the plan does, and missing use are added as further reasons.
 *
 * Example: Outlook under a template that replaces it by Thunderbird is `replace` with `thunderbird`, its first reason
 * `mapping.reason.templateReplaces`.
 */
export function proposeMapping(items: readonly MappingItem[], catalogue: Catalogue, template: MappingTemplate, context: MappingContext): readonly Decision[] {
  const find = createReplacementSearch(catalogue, template);
  const standing = new Map(context.current.map((decision) => [decision.itemId, decision]));
  return items.map((item) => {
    const current = standing.get(item.id);
    if (current?.isOverridden) return current;
    const product = item.productId === null ? undefined : catalogue.products.get(item.productId);
    const { strategy, replacement, reasons } = product
      ? decide(product, catalogue, template, context, find)
      : { strategy: 'undecided' as const, replacement: null, reasons: [plain(item.productId === null ? 'notMatched' : 'productUnknown', { item: item.name })] };
    return {
      itemId: item.id,
      strategy,
      replacementId: strategy === 'replace' ? (replacement?.id ?? null) : null,
      reasons: product ? [...reasons, ...circumstances(item, product, strategy, context)] : reasons,
      isOverridden: false,
      note: current?.note ?? '',
    };
  });
}

function plain(key: string, params: DecisionReason['params']): DecisionReason {
  return { messageKey: `mapping.reason.${key}`, params };
}

function decide(product: Product, catalogue: Catalogue, template: MappingTemplate, context: MappingContext, find: FindReplacement): Proposal {
  const named = Object.hasOwn(template.replacements, product.id) ? find(product) : null;
  if (named && named.replacement.id === product.id)
    return { strategy: 'keep', replacement: null, reasons: [plain('templateKeeps', { product: product.name, template: template.id })] };
  if (named) return withParts(replace(named), product, catalogue, find);
  const stays = (strategy: Strategy, reason: string): Proposal => ({
    strategy,
    replacement: null,
    reasons: [plain(reason, { product: product.name, track: product.track })],
  });
  if (product.kind === 'openSource') return stays('keep', 'openSourceAlready');
  if (product.defaultStrategy === 'retire') return stays('retire', 'catalogueRetires');
  if (product.track === 'lineOfBusiness') return stays('keep', 'lineOfBusiness');
  if (product.defaultStrategy === 'keep') return stays('keep', 'catalogueKeeps');
  if (!context.tracks.includes(product.track)) return stays('undecided', 'noTrack');
  const main = mainPart(product, catalogue, find);
  const partIsNamed = main !== null && Object.hasOwn(template.replacements, main.part.id);
  const found = partIsNamed ? null : find(product);
  if (found) return withParts(replace(found), product, catalogue, find);
  if (!main) return withParts(stays('undecided', 'noReplacement'), product, catalogue, find);
  const { part, found: replacement } = main;
  const reason = plain('bundleMainPart', { product: product.name, part: part.name, replacement: replacement.replacement.name });
  return withParts({ strategy: 'replace', replacement: replacement.replacement, reasons: [reason] }, product, catalogue, find);
}

function replace({ replacement, reasons }: FoundReplacement): Proposal {
  return { strategy: 'replace', replacement, reasons };
}

function partsOf(product: Product, catalogue: Catalogue): readonly Product[] {
  return product.includes.flatMap((id) => catalogue.products.get(id) ?? []);
}

function mainPart(product: Product, catalogue: Catalogue, find: FindReplacement): { readonly part: Product; readonly found: FoundReplacement } | null {
  const replaced = partsOf(product, catalogue).flatMap((part) => {
    const found = find(part);
    return found ? [{ part, found }] : [];
  });
  return replaced.find(({ part }) => part.track === product.track) ?? replaced[0] ?? null;
}

function withParts(proposal: Proposal, product: Product, catalogue: Catalogue, find: FindReplacement): Proposal {
  const parts = partsOf(product, catalogue).map((part) => {
    const replacement = find(part)?.replacement;
    return replacement ? plain('bundlePart', { part: part.name, replacement: replacement.name }) : plain('bundlePartWithout', { part: part.name });
  });
  return parts.length === 0 ? proposal : { ...proposal, reasons: [...proposal.reasons, ...parts] };
}

function circumstances(item: MappingItem, product: Product, strategy: Strategy, context: MappingContext): readonly DecisionReason[] {
  const reasons: DecisionReason[] = [...supportReasons(item, product, context)];
  if (strategy === 'replace' || strategy === 'keep') {
    if (product.kind !== 'openSource') for (const blocker of new Set(product.blockers.map((claim) => claim.value))) reasons.push(plain('blocker', { blocker }));
  }
  const isUsed = item.installations > 0 || item.seats > 0 || item.accounts > 0;
  if (!isUsed) reasons.push(plain('noUseKnown', { item: item.name }));
  else if (strategy === 'retire') reasons.push(plain('retiredButUsed', { installations: item.installations, seats: item.seats, accounts: item.accounts }));
  return reasons;
}

/** Support that has ended when the plan starts, or ends before it finishes: of the product, of the version named by the item, or, where it names none, of the three that end last. */
function supportReasons(item: MappingItem, product: Product, context: MappingContext): readonly DecisionReason[] {
  const until = context.finishesOn ?? context.startsOn;
  const claims = product.endOfSupport.map((claim) => claim.value).filter(({ date }) => date <= until);
  if (claims.length === 0) return [];
  const words = new Set(cleanName(item.name).words.map((word) => word.text));
  const namesAnyCycle = product.endOfSupport.some(({ value }) => value.cycle !== null && namesCycle(words, value.cycle));
  const reasons: DecisionReason[] = [];
  const open: { readonly cycle: string; readonly date: IsoDate }[] = [];
  for (const { cycle, date } of claims) {
    if (cycle !== null && !namesCycle(words, cycle)) {
      if (!namesAnyCycle) open.push({ cycle, date });
      continue;
    }
    reasons.push(plain(date < context.startsOn ? 'supportEnded' : 'supportEndsWithinPlan', { product: cycle === null ? product.name : item.name, date }));
  }
  const latest = open.sort((a, b) => b.date.localeCompare(a.date) || a.cycle.localeCompare(b.cycle)).slice(0, 3);
  for (const { cycle, date } of latest) reasons.push(plain('supportEndsForVersion', { product: product.name, version: cycle, date }));
  return reasons;
}

/** Whether the words of a name hold a version: `22H2` and `2012 R2` are found in `Windows 10 22H2` and `SQL Server 2012 R2`. */
function namesCycle(words: ReadonlySet<string>, cycle: string): boolean {
  const parts = cleanName(cycle).words;
  return parts.length > 0 && parts.every((part) => words.has(part.text));
}
