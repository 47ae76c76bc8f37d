import { useRef } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { changeTerms, type TermsChange } from '../../../../core/domain/inventory/changeTerms.ts';
import type { Contract } from '../../../../core/domain/inventory/inventory.ts';
import { useReadOnly } from '../../../core/readOnly.ts';
import { readCount } from '../../../core/readFigure.ts';
import { useTranslator } from '../../../core/settings.ts';
import { useDraft } from '../../../core/useDraft.ts';
import { ChangeButton } from '../../../parts/ChangeButton.tsx';
import { FormField } from '../../../parts/FormField.tsx';
import { isCount } from './itemDraft.ts';
import '../../../parts/floating.css';

type Draft = { readonly renewal: Contract['renewal']; readonly figure: string };
type Props = {
  readonly of: 'notice' | 'renewal';
  /** The contracts that are chosen. */
  readonly contracts: readonly Contract[];
  readonly isDisabled: boolean;
  readonly onSave: (change: TermsChange) => void;
  /** Some of them are no longer to be chosen. */
  readonly onLeaveOut: (contractIds: readonly string[]) => void;
};

/** Other terms for chosen contracts, asked for above the button; while they are typed, how many of them change and which cannot. */
export function TermsButton({ of, ...props }: Props) {
  const { translate } = useTranslator();
  const word = translate(`inventoryPage.chosenContracts.${of}`);
  if (useReadOnly())
    return (
      <ChangeButton type="button" className="button">
        {word}
      </ChangeButton>
    );
  return (
    <DialogTrigger>
      <Button className="button" isDisabled={props.isDisabled}>
        {word}
      </Button>
      <Popover className="floating terms-popover" placement="top end" offset={4}>
        <Dialog aria-label={word}>{({ close }) => <TermsForm of={of} {...props} onClose={close} />}</Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function TermsForm({ of, contracts, onSave, onLeaveOut, onClose }: Omit<Props, 'isDisabled'> & { readonly onClose: () => void }) {
  const { translate, locale } = useTranslator();
  const figure = useRef<HTMLInputElement>(null);
  const leaveOut = useRef<HTMLButtonElement>(null);
  const termsOf = (draft: Draft) => readTerms(of, draft, locale);
  const wrongFigure = of === 'notice' ? 'inventoryPage.form.notDays' : 'inventoryPage.form.notMonths';
  const { draft, errors, change, leave, onSubmit } = useDraft<Draft>(firstDraft(of, contracts), (typed) => (termsOf(typed) ? {} : { figure: wrongFigure }));
  const terms = termsOf(draft);
  const outcome = terms === null ? null : changeTerms(contracts, terms);
  const refused = outcome?.refused ?? [];
  const [first] = refused;
  const save = () => {
    if (terms === null) return;
    if (refused.length > 0) return leaveOut.current?.focus();
    onClose();
    onSave(terms);
  };
  return (
    <form className="floating-form" onSubmit={onSubmit(save)} noValidate>
      {of === 'renewal' && (
        <FormField label={translate('inventoryPage.column.renewal')}>
          {(described) => (
            <select
              {...described}
              // biome-ignore lint/a11y/noAutofocus: the form was opened to choose here
              autoFocus
              value={draft.renewal}
              onChange={(event) => change({ renewal: event.target.value as Draft['renewal'] })}
            >
              {(['tacit', 'express', 'none'] as const).map((renewal) => (
                <option key={renewal} value={renewal}>
                  {translate(`common.renewal.${renewal}`)}
                </option>
              ))}
            </select>
          )}
        </FormField>
      )}
      {(of === 'notice' || draft.renewal !== 'none') && (
        <FormField
          label={translate(of === 'notice' ? 'inventoryPage.contract.noticeDays' : 'inventoryPage.contract.renewalMonths')}
          error={errors.figure && translate(errors.figure)}
        >
          {(described) => (
            <input
              {...described}
              ref={figure}
              className="number"
              inputMode="numeric"
              autoComplete="off"
              // biome-ignore lint/a11y/noAutofocus: the form was opened to write here
              autoFocus={of === 'notice'}
              maxLength={24}
              value={draft.figure}
              onFocus={(event) => event.target.select()}
              onChange={(event) => change({ figure: event.target.value })}
              onBlur={() => leave('figure')}
            />
          )}
        </FormField>
      )}
      <div role="status" className="terms-outcome">
        {outcome && first && <p>{translate(outcome.refusedKey, { contract: first.name, others: refused.length - 1 })}</p>}
        {outcome && !first && (
          <p className="soft">
            {translate('inventoryPage.chosenContracts.outcome', { changed: outcome.changed.length, same: contracts.length - outcome.changed.length })}
          </p>
        )}
      </div>
      {first && (
        <button
          ref={leaveOut}
          type="button"
          className="button"
          onClick={() => {
            // The button goes with what it was for.
            (figure.current ?? leaveOut.current?.form?.querySelector('select'))?.focus();
            onLeaveOut(refused.map(({ id }) => id));
          }}
        >
          {translate('inventoryPage.chosenContracts.leaveOut', { refused: refused.length })}
        </button>
      )}
      <div className="floating-actions">
        <button type="submit" className="button-primary">
          {translate('inventoryPage.chosenContracts.save')}
        </button>
        <button type="button" className="button-quiet" onClick={onClose}>
          {translate('window.cancel')}
        </button>
      </div>
    </form>
  );
}

/** What the chosen contracts have in common, else what most licences say. */
function firstDraft(of: Props['of'], contracts: readonly Contract[]): Draft {
  const renewing = contracts.filter(({ renewal }) => renewal !== 'none');
  const common = <Value,>(values: readonly Value[], usual: Value): Value => (new Set(values).size === 1 ? (values[0] ?? usual) : usual);
  return of === 'notice'
    ? {
        renewal: 'tacit',
        figure: String(
          common(
            renewing.map(({ noticeDays }) => noticeDays),
            90,
          ),
        ),
      }
    : {
        renewal: common(
          contracts.map(({ renewal }) => renewal),
          'tacit',
        ),
        figure: String(
          common(
            renewing.map(({ renewalMonths }) => renewalMonths),
            12,
          ),
        ),
      };
}

/** Null while the figure cannot be read. */
function readTerms(of: Props['of'], { renewal, figure }: Draft, locale: Parameters<typeof readCount>[1]): TermsChange | null {
  const count = readCount(figure, locale);
  if (of === 'notice') return isCount(count, 3660) && count !== null ? { kind: 'notice', noticeDays: count } : null;
  if (renewal === 'none') return { kind: 'none' };
  const isMonths = count !== null && isCount(count, 1200) && (renewal === 'express' || count > 0);
  return isMonths ? { kind: renewal, renewalMonths: count } : null;
}
