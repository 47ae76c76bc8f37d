import type { Output } from '../../../../core/contract/contract.ts';
import type { TrackKey } from '../../../../core/domain/catalogue/catalogue.ts';
import type { ProductId } from '../../../../core/domain/ids.ts';
import type { Cents } from '../../../../core/domain/money.ts';
import type { Translator } from '../../../../core/i18n/translate.ts';
import { readCents, readCount } from '../../../core/readFigure.ts';
import type { FieldErrors } from '../../../core/useDraft.ts';

/** What is typed about a piece of software; an empty figure is one that nobody knows. */
export type ItemDraft = {
  readonly name: string;
  readonly productId: ProductId | null;
  readonly vendor: string;
  readonly track: TrackKey | '';
  readonly installations: string;
  readonly seats: string;
  readonly accounts: string;
  readonly cost: string;
};

export const noItem: ItemDraft = { name: '', productId: null, vendor: '', track: '', installations: '', seats: '', accounts: '', cost: '' };

const counts = ['installations', 'seats', 'accounts'] as const;

export function draftOfItem(item: Output<'inventory.getItem'>['item'], { number, money }: Translator): ItemDraft {
  const { name, productId, vendor, track, annualCostCents } = item;
  const count = (value: number) => (value === 0 ? '' : number(value));
  return {
    name,
    productId,
    vendor,
    track: track ?? '',
    installations: count(item.installations),
    seats: count(item.seats),
    accounts: count(item.accounts),
    cost: annualCostCents === null ? '' : money(annualCostCents, 'bare'),
  };
}

export function itemErrors(draft: ItemDraft, { locale }: Translator): FieldErrors<ItemDraft> {
  const errors: { -readonly [Field in keyof ItemDraft]?: string } = {};
  if (draft.name.trim() === '') errors.name = 'inventoryPage.form.nameMissing';
  for (const field of counts) if (draft[field].trim() !== '' && !isCount(readCount(draft[field], locale))) errors[field] = 'inventoryPage.form.notCount';
  if (draft.cost.trim() !== '' && readCents(draft.cost, locale) === null) errors.cost = 'inventoryPage.form.notAmount';
  return errors;
}

/** What is saved of a draft without errors. */
export function readItem(draft: ItemDraft, { locale }: Translator) {
  const count = (text: string) => (text.trim() === '' ? 0 : (readCount(text, locale) ?? 0));
  const annualCostCents: Cents | null = draft.cost.trim() === '' ? null : readCents(draft.cost, locale);
  return {
    name: draft.name.trim(),
    productId: draft.productId,
    vendor: draft.vendor.trim(),
    track: draft.track === '' ? null : draft.track,
    installations: count(draft.installations),
    seats: count(draft.seats),
    accounts: count(draft.accounts),
    annualCostCents,
  };
}

export function isCount(value: number | null, most = 100_000_000): boolean {
  return value !== null && value <= most;
}
