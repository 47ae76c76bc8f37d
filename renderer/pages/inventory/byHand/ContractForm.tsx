import type { ReactNode } from 'react';
import type { IsoDate } from '../../../../core/domain/calendar.ts';
import type { Contract } from '../../../../core/domain/inventory/inventory.ts';
import { contractDates } from '../../../../core/domain/schedule/calendar/contractDates.ts';
import { useTranslator } from '../../../core/settings.ts';
import { today } from '../../../core/today.ts';
import { useDraft } from '../../../core/useDraft.ts';
import { ChangeButton } from '../../../parts/ChangeButton.tsx';
import { ChangeFields } from '../../../parts/ChangeFields.tsx';
import { DateInput } from '../../../parts/DateInput.tsx';
import { FormField } from '../../../parts/FormField.tsx';
import { type ContractDraft, contractErrors, readContract, withTerm } from './contractDraft.ts';
import { ContractOutlook } from './ContractOutlook.tsx';
import { ItemChoice } from './ItemChoice.tsx';

const renewals: readonly Contract['renewal'][] = ['tacit', 'express', 'none'];

type Props = {
  readonly first: ContractDraft;
  readonly itemName: string;
  readonly isNew: boolean;
  readonly isRunning: boolean;
  /** As the plan stands: the last day on which notice is in time once the software is switched off. */
  readonly lastMoment: { readonly decideBy: IsoDate; readonly endsOn: IsoDate } | null;
  readonly onSave: (draft: ContractDraft) => void;
  readonly onCancel: () => void;
  /** Other actions beside saving. */
  readonly children?: ReactNode;
};

/** The terms of a contract and, while they are typed, what they mean. */
export function ContractForm({ first, itemName, isNew, isRunning, lastMoment, onSave, onCancel, children }: Props) {
  const translator = useTranslator();
  const { translate, number, money } = translator;
  const { draft, errors, isChanged, change, leave, onSubmit } = useDraft({ ...first, itemName }, (typed) => contractErrors(typed, translator));
  const sentence = (field: keyof ContractDraft) => {
    const key = errors[field];
    return key === undefined ? undefined : translate(key, { example: field === 'cost' ? money(123_450, 'bare') : number(1200) });
  };
  const text = (field: 'name' | 'supplier' | 'termMonths' | 'renewalMonths' | 'noticeDays' | 'seats' | 'cost', label: string) => {
    const isWord = field === 'name' || field === 'supplier';
    return (
      <FormField label={label} error={sentence(field)}>
        {(described) => (
          <input
            {...described}
            className={isWord ? undefined : 'number'}
            inputMode={isWord ? undefined : field === 'cost' ? 'decimal' : 'numeric'}
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: the form was opened to write here
            autoFocus={isNew && field === 'name'}
            maxLength={isWord ? 300 : 24}
            value={draft[field]}
            onChange={(event) =>
              change(field === 'termMonths' ? withTerm(draft, { termMonths: event.target.value }, translator) : { [field]: event.target.value })
            }
            onBlur={() => leave(field)}
          />
        )}
      </FormField>
    );
  };
  const day = (field: 'startsOn' | 'endsOn', label: string) => (
    <div className="form-day">
      <DateInput
        label={label}
        value={draft[field]}
        onChange={(value) => change(withTerm(draft, { [field]: value }, translator))}
        onClear={() => change(withTerm(draft, { [field]: null }, translator))}
      />
      {errors[field] !== undefined && (
        <p className="form-field-error small" role="alert">
          {sentence(field)}
        </p>
      )}
    </div>
  );
  const now = today();
  const terms = readContract(draft, translator);
  const { next } = contractDates(terms, now, 0);
  return (
    <form className="form-grid contract-form" onSubmit={onSubmit(() => onSave(draft))} noValidate>
      <p className={next === null ? 'visually-hidden' : 'form-whole contract-next'} role="status">
        {next !== null && translate('inventoryPage.contract.next', next)}
      </p>
      <ChangeFields>
        <div className="form-whole">{text('name', translate('inventoryPage.contract.name'))}</div>
        <ItemChoice
          value={draft.itemId}
          valueName={draft.itemName}
          error={sentence('itemId')}
          onChoose={({ id, name, vendor }) => change({ itemId: id, itemName: name, ...(draft.supplier === '' ? { supplier: vendor } : {}) })}
          onLeave={() => leave('itemId')}
        />
        <div className="form-whole">{text('supplier', translate('inventoryPage.column.supplier'))}</div>
        {day('startsOn', translate('inventoryPage.contract.startsOn'))}
        {text('termMonths', translate('inventoryPage.contract.termMonths'))}
        {day('endsOn', translate('inventoryPage.contract.endsOn'))}
        {draft.renewal === 'none' ? <span /> : text('noticeDays', translate('inventoryPage.contract.noticeDays'))}
        <div className="form-whole">
          <FormField label={translate('inventoryPage.column.renewal')}>
            {(described) => (
              <select {...described} value={draft.renewal} onChange={(event) => change({ renewal: event.target.value as Contract['renewal'] })}>
                {renewals.map((renewal) => (
                  <option key={renewal} value={renewal}>
                    {translate(`common.renewal.${renewal}`)}
                  </option>
                ))}
              </select>
            )}
          </FormField>
        </div>
        {draft.renewal !== 'none' && text('renewalMonths', translate('inventoryPage.contract.renewalMonths'))}
        {text('seats', translate('inventoryPage.column.seats'))}
        {text('cost', translate('inventoryPage.form.cost'))}
      </ChangeFields>
      <div className="form-whole">
        <ContractOutlook contract={terms} today={now} lastMoment={isChanged ? null : lastMoment} />
      </div>
      <div className="form-actions form-whole">
        <ChangeButton type="submit" className="button-primary" disabled={isRunning || (!isNew && !isChanged)}>
          {translate(isNew ? 'inventoryPage.contract.add' : 'inventoryPage.form.save')}
        </ChangeButton>
        <button type="button" className="button-quiet" onClick={onCancel}>
          {translate('window.cancel')}
        </button>
        {children}
      </div>
    </form>
  );
}
