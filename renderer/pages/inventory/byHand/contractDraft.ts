import type { Output } from '../../../../core/contract/contract.ts';
import type { IsoDate } from '../../../../core/domain/calendar.ts';
import type { ContractId, ItemId } from '../../../../core/domain/ids.ts';
import type { Contract } from '../../../../core/domain/inventory/inventory.ts';
import { endOfTerm, monthsOfTerm } from '../../../../core/domain/schedule/calendar/contractTerm.ts';
import type { Translator } from '../../../../core/i18n/translate.ts';
import { readCents, readCount } from '../../../core/readFigure.ts';
import type { FieldErrors } from '../../../core/useDraft.ts';
import { isCount } from './itemDraft.ts';

export type ContractDraft = {
  readonly itemId: ItemId | null;
  readonly name: string;
  readonly supplier: string;
  readonly startsOn: IsoDate | null;
  readonly termMonths: string;
  readonly endsOn: IsoDate | null;
  readonly renewal: Contract['renewal'];
  readonly renewalMonths: string;
  readonly noticeDays: string;
  readonly seats: string;
  readonly cost: string;
};

/** A new contract of an item: a year, going on by itself, three months of notice, which is what most licences say. */
export function newContract(itemId: ItemId | null, supplier: string): ContractDraft {
  return {
    itemId,
    name: '',
    supplier,
    startsOn: null,
    termMonths: '',
    endsOn: null,
    renewal: 'tacit',
    renewalMonths: '12',
    noticeDays: '90',
    seats: '',
    cost: '',
  };
}

export function draftOfContract(contract: Output<'inventory.listContracts'>[number], { number, money }: Translator): ContractDraft {
  const { itemId, name, supplier, startsOn, endsOn, renewal, renewalMonths, noticeDays, seats, annualCostCents } = contract;
  return {
    itemId,
    name,
    supplier,
    startsOn,
    termMonths: termText(startsOn, endsOn),
    endsOn,
    renewal,
    renewalMonths: String(renewalMonths),
    noticeDays: String(noticeDays),
    seats: seats === 0 ? '' : number(seats),
    cost: annualCostCents === null ? '' : money(annualCostCents, 'bare'),
  };
}

/** Start, months and end of a term say the same thing twice: whichever is typed, the others follow. */
export function withTerm(
  draft: ContractDraft,
  change: Partial<Pick<ContractDraft, 'startsOn' | 'termMonths' | 'endsOn'>>,
  { locale }: Translator,
): ContractDraft {
  const next = { ...draft, ...change };
  if ('endsOn' in change) return { ...next, termMonths: termText(next.startsOn, next.endsOn) };
  const months = readCount(next.termMonths, locale);
  if (next.startsOn !== null && months !== null && months > 0 && months <= 1200) return { ...next, endsOn: endOfTerm(next.startsOn, months) };
  return 'startsOn' in change ? { ...next, termMonths: termText(next.startsOn, next.endsOn) } : next;
}

function termText(startsOn: IsoDate | null, endsOn: IsoDate | null): string {
  return startsOn === null || endsOn === null ? '' : String(monthsOfTerm(startsOn, endsOn) ?? '');
}

export function contractErrors(draft: ContractDraft, { locale }: Translator): FieldErrors<ContractDraft> {
  const errors: { -readonly [Field in keyof ContractDraft]?: string } = {};
  const wrongCount = (text: string, least: number, most: number) => {
    const value = readCount(text, locale);
    return !isCount(value, most) || (value ?? 0) < least;
  };
  if (draft.name.trim() === '') errors.name = 'inventoryPage.form.nameMissing';
  if (draft.itemId === null) errors.itemId = 'inventoryPage.form.itemMissing';
  if (draft.termMonths.trim() !== '' && wrongCount(draft.termMonths, 1, 1200)) errors.termMonths = 'inventoryPage.form.notMonths';
  if (draft.renewal !== 'none' && draft.endsOn === null) errors.endsOn = 'inventoryPage.form.endMissing';
  if (draft.startsOn !== null && draft.endsOn !== null && draft.endsOn < draft.startsOn) errors.endsOn = 'inventoryPage.form.endBeforeStart';
  if (draft.renewal !== 'none') {
    if (wrongCount(draft.renewalMonths, draft.renewal === 'tacit' ? 1 : 0, 1200)) errors.renewalMonths = 'inventoryPage.form.notMonths';
    if (wrongCount(draft.noticeDays, 0, 3660)) errors.noticeDays = 'inventoryPage.form.notDays';
  }
  if (draft.seats.trim() !== '' && wrongCount(draft.seats, 0, 100_000_000)) errors.seats = 'inventoryPage.form.notCount';
  if (draft.cost.trim() !== '' && readCents(draft.cost, locale) === null) errors.cost = 'inventoryPage.form.notAmount';
  return errors;
}

/** The contract that a draft means, as far as it can be read already. */
export function readContract(draft: ContractDraft, { locale }: Translator): Omit<Contract, 'itemId' | 'id'> {
  const count = (text: string) => readCount(text, locale) ?? 0;
  const renews = draft.renewal !== 'none';
  return {
    name: draft.name.trim(),
    supplier: draft.supplier.trim(),
    startsOn: draft.startsOn,
    endsOn: draft.endsOn,
    renewal: draft.renewal,
    renewalMonths: renews ? count(draft.renewalMonths) : 0,
    noticeDays: renews ? count(draft.noticeDays) : 0,
    seats: count(draft.seats),
    annualCostCents: draft.cost.trim() === '' ? null : readCents(draft.cost, locale),
  };
}

/** `contract:new`, `contract:new:ITEM` or `contract:ID` in the page's address. */
export function contractAddress(contract: ContractId | 'new', itemId: ItemId | null = null): string {
  return itemId === null ? `contract:${contract}` : `contract:${contract}:${itemId}`;
}
