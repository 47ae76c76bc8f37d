import type { TrackKey } from '../../../../core/domain/catalogue/catalogue.ts';
import { useTranslator } from '../../../core/settings.ts';
import { useDraft } from '../../../core/useDraft.ts';
import { useQuery } from '../../../core/useQuery.ts';
import { ChangeButton } from '../../../parts/ChangeButton.tsx';
import { ChangeFields } from '../../../parts/ChangeFields.tsx';
import { FormField } from '../../../parts/FormField.tsx';
import { type ItemDraft, itemErrors } from './itemDraft.ts';
import { SoftwareName } from './SoftwareName.tsx';

type Props = {
  readonly first: ItemDraft;
  /** The name of the product it is mapped to; null while it has none. */
  readonly productName: string | null;
  readonly isNew: boolean;
  readonly isRunning: boolean;
  readonly onSave: (draft: ItemDraft) => void;
  readonly onCancel: () => void;
};

/** Everything that a person can say about a piece of software. */
export function ItemForm({ first, productName, isNew, isRunning, onSave, onCancel }: Props) {
  const translator = useTranslator();
  const { translate, number, money } = translator;
  const { data } = useQuery('schedule.getTimeline', {});
  const { draft, errors, isChanged, change, leave, onSubmit } = useDraft(first, (typed) => itemErrors(typed, translator));
  const tracks: readonly TrackKey[] = data?.timeline.tracks.map(({ key }) => key) ?? [];
  const sentence = (field: keyof ItemDraft) => {
    const key = errors[field];
    return key === undefined ? undefined : translate(key, { example: field === 'cost' ? money(123_450, 'bare') : number(1200) });
  };
  const text = (field: 'vendor' | 'installations' | 'seats' | 'accounts' | 'cost', label: string, help?: string) => (
    <FormField label={label} error={sentence(field)} help={help}>
      {(described) => (
        <input
          {...described}
          className={field === 'vendor' ? undefined : 'number'}
          inputMode={field === 'vendor' ? undefined : field === 'cost' ? 'decimal' : 'numeric'}
          autoComplete="off"
          maxLength={field === 'vendor' ? 300 : 24}
          value={draft[field]}
          onChange={(event) => change({ [field]: event.target.value })}
          onBlur={() => leave(field)}
        />
      )}
    </FormField>
  );
  return (
    <form className="form-grid" onSubmit={onSubmit(() => onSave(draft))} noValidate>
      <ChangeFields>
        {isNew ? (
          <SoftwareName
            value={draft.name}
            error={sentence('name')}
            help={translate(draft.productId === null ? 'inventoryPage.form.nameHelp' : 'inventoryPage.form.isInCatalogue')}
            onType={(name) => name !== draft.name && change({ name, productId: null })}
            onChoose={(product) => {
              const track = tracks.find((key) => key === product.track) ?? '';
              change({ name: product.name, productId: product.id, vendor: product.vendorName, track });
            }}
            onLeave={() => leave('name')}
          />
        ) : (
          <div className="form-whole">
            <FormField label={translate('inventoryPage.column.name')} error={sentence('name')}>
              {(described) => (
                <input
                  {...described}
                  // biome-ignore lint/a11y/noAutofocus: the form was opened to write here
                  autoFocus
                  maxLength={300}
                  value={draft.name}
                  onChange={(event) => change({ name: event.target.value })}
                  onBlur={() => leave('name')}
                />
              )}
            </FormField>
            {first.productId !== null && (
              <p className="small soft form-product">
                {translate(draft.productId === null ? 'inventoryPage.form.willHaveNoProduct' : 'inventoryPage.form.isProduct', { product: productName ?? '' })}{' '}
                <button type="button" className="detail-contract" onClick={() => change({ productId: draft.productId === null ? first.productId : null })}>
                  {translate(draft.productId === null ? 'inventoryPage.form.keepProduct' : 'inventoryPage.form.notThisProduct')}
                </button>
              </p>
            )}
          </div>
        )}
        {text('vendor', translate('inventoryPage.column.vendor'))}
        <FormField label={translate('inventoryPage.column.track')}>
          {(described) => (
            <select {...described} value={draft.track} onChange={(event) => change({ track: event.target.value as TrackKey | '' })}>
              <option value="">{translate('inventoryPage.noTrack')}</option>
              {tracks.map((key) => (
                <option key={key} value={key}>
                  {translate(`common.track.${key}`)}
                </option>
              ))}
            </select>
          )}
        </FormField>
        {text('installations', translate('inventoryPage.column.installations'))}
        {text('accounts', translate('inventoryPage.column.accounts'))}
        {text('seats', translate('inventoryPage.column.seats'))}
        {text('cost', translate('inventoryPage.form.cost'))}
      </ChangeFields>
      <p className="small soft form-whole">{translate('inventoryPage.form.keptNote')}</p>
      <div className="form-actions form-whole">
        <ChangeButton type="submit" className="button-primary" disabled={isRunning || (!isNew && !isChanged)}>
          {translate(isNew ? 'inventoryPage.form.add' : 'inventoryPage.form.save')}
        </ChangeButton>
        <button type="button" className="button-quiet" onClick={onCancel}>
          {translate('window.cancel')}
        </button>
      </div>
    </form>
  );
}
